import type { Person } from "../../workflows/kernel/case-file.ts";
import { paths } from "../addresses/paths.ts";
import { draftsOfAddress } from "../cases/applications/own-drafts.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { ownPathOf } from "../cases/people/own-path.ts";
import type { House } from "../house.ts";
import { addressIdOf, leavingPath } from "../links.ts";
import { mailPendingSince } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { visitorOf } from "../visitors/visitor.ts";
import { answersTo } from "./answers-to.ts";
import { claimFrom, markUnneeded } from "./claim.ts";
import { hasRoom, isCausedByStranger, putOff } from "./flood.ts";
import { holdMail } from "./hold.ts";
import type { Notice, OwnWay } from "./notice.ts";
import { type Sent, sendClaimed } from "./send-claimed.ts";
import { isStopped } from "./stopped.ts";
import { written } from "./unwritten.ts";

const prefix = "address#";

export const isNotice = (mail: Pick<Mail, "pk">): boolean => mail.pk.startsWith(prefix);

/**
 * Keeps a mail that belongs to no case and tries at once to send it; what cannot go now is the sweeper's. The same `id` for
 * the same person is the same mail. `notice.values` are shown as they are, so they are written in the reader's language.
 */
export async function queueNotice(house: House, to: Person, notice: Notice, id: string): Promise<void> {
  const mail = { ...noticeTo(house, to, notice, id), ...claimFrom(house.clock.now()) };
  if ((await house.table.put(mail, { ifAbsent: true })) === "stored") await sendNotice(house, mail);
}

/** As `queueNotice`, but leaves all of the sending to the sweeper, from an instant on (ISO, UTC). */
export async function keepNotice(
  house: Pick<House, "table" | "clock" | "config">,
  to: Person,
  notice: Notice,
  { id, at }: { readonly id: string; readonly at: string },
): Promise<void> {
  const mail = noticeTo(house, to, notice, id);
  await house.table.put({ ...mail, ...mailPendingSince(mail.pk, at) }, { ifAbsent: true });
}

function noticeTo(house: Pick<House, "clock" | "config">, to: Person, notice: Notice, id: string): Mail {
  const pk = `${prefix}${addressIdOf(house.config.linkSecret, to.email)}`;
  const queuedAt = house.clock.now();
  return {
    pk,
    sk: `mail#${notice.name}#${id}`,
    template: "notice",
    role: "staff",
    to: { name: to.name, email: to.email, language: to.language },
    notice,
    queuedAt,
    ...mailPendingSince(pk, queuedAt),
  };
}

/** Sends a notice that the caller has claimed, and marks it as sent. */
export const sendNotice = (house: House, mail: Mail): Promise<Sent> =>
  sendClaimed(house, mail, async () => {
    const { pk, notice, to } = mail;
    if (!notice) throw new Error(`${pk}: a notice that says nothing`);
    if (await isStopped(house, to.email)) {
      await holdMail(house, mail, undefined);
      house.log("K304", { ref: pk, template: mail.template });
      return "held";
    }
    if (notice.name === "draftKept" && !(await hasDraft(house, mail))) {
      return markUnneeded(house, mail);
    }
    if (notice.name === "callOpened" && !(await visitorOf(house, to.email))) return markUnneeded(house, mail);
    if (isCausedByStranger(mail, undefined) && !(await hasRoom(house, mail))) {
      await putOff(house, mail);
      return "held";
    }
    const { renderNotice } = await import("./notice-mail.ts");
    const loaded = notice.ref === undefined ? undefined : await loadCase(house, notice.ref);
    const rendered = await written(() =>
      renderNotice(house.config, notice, to.language, wayOf(house, mail, loaded)),
    );
    return { ...rendered, ...(loaded ? answersTo(mail, loaded) : {}) };
  });

/** Where a notice leads its reader alone. */
function wayOf({ config }: House, { notice, to }: Mail, loaded: LoadedCase | undefined): OwnWay {
  const { linkSecret } = config;
  switch (notice?.name) {
    case "newLink":
      return loaded ? { way: ownPathOf(linkSecret, loaded) } : {};
    case "moneySent":
      // Whoever applied has a page of the case; others who are paid sign in.
      return loaded && loaded.process.people("applicant", loaded.file)?.email === to.email
        ? { way: ownPathOf(linkSecret, loaded) }
        : {};
    case "runPrepared":
      return { way: paths.paymentRun(notice.values.callId ?? "", Number(notice.values.number)) };
    case "callOpened":
      return {
        way: paths.call(notice.values.id ?? ""),
        leave: leavingPath(linkSecret, addressIdOf(linkSecret, to.email)),
      };
    default:
      return {};
  }
}

/** Is there a draft of the call yet that holds this address as its owner's, and was not sent? */
const hasDraft = async (house: House, { to, notice }: Mail): Promise<boolean> =>
  (await draftsOfAddress(house, to.email)).some(({ callId }) => callId === notice?.values.callId);
