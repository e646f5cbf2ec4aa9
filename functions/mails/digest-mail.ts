import { loadCase } from "../cases/load.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { digestOf } from "../cases/tasks/inbox.ts";
import type { House } from "../house.ts";
import { staffIdOf } from "../links.ts";
import { mailPendingSince } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { answersTo } from "./answers-to.ts";
import { claimFrom } from "./claim.ts";
import { holdMail, strandedFor } from "./hold.ts";
import { type Sent, sendClaimed } from "./send-claimed.ts";
import { isStopped } from "./stopped.ts";
import { written } from "./unwritten.ts";

const prefix = "staff#";

/** Where the digests of a person are kept. */
export const digestPartition = (secret: string, email: string): string =>
  `${prefix}${staffIdOf(secret, email)}`;

export const isDigest = (mail: { readonly pk: string }): boolean => mail.pk.startsWith(prefix);

/** Keeps one digest for a person and a local day, and tries at once to send it. A second call on that day is none. */
export async function queueDigest(
  house: House,
  member: StaffMember,
  day: string,
): Promise<"queued" | "known"> {
  const pk = digestPartition(house.config.linkSecret, member.email);
  const queuedAt = house.clock.now();
  const mail: Mail = {
    pk,
    sk: `mail#${day}#digest`,
    template: "digest",
    role: "staff",
    to: { name: member.name, email: member.email, language: member.language },
    queuedAt,
    ...mailPendingSince(pk, queuedAt),
    ...claimFrom(queuedAt),
  };
  if ((await house.table.put(mail, { ifAbsent: true })) === "exists") return "known";
  await sendDigest(house, mail);
  return "queued";
}

/**
 * Sends a digest that the caller has claimed, with the tasks that are open now. An answer goes to whoever coordinates the first of
 * them, which is the most urgent.
 */
export const sendDigest = (house: House, mail: Mail): Promise<Sent> =>
  sendClaimed(house, mail, async () => {
    if (await isStopped(house, mail.to.email)) {
      await holdMail(house, mail, undefined);
      house.log("K304", { ref: mail.pk, template: mail.template });
      return "held";
    }
    const stranded = await strandedFor(house, mail.to.email);
    const inbox = await digestOf(house, mail.to.email);
    const { renderDigest } = await import("./render.ts");
    const rendered = await written(() =>
      renderDigest(house.config, mail.to, { inbox, stranded }, house.clock.now()),
    );
    const [first] = inbox.tasks;
    const about = first && (await loadCase(house, first.pk, { withoutTasks: true }));
    return { ...rendered, ...(about ? answersTo(mail, about) : {}) };
  });
