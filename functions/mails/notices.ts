import type { Person } from "../../workflows/kernel/case-file.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { pendingSince } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { claimFrom } from "./claim.ts";
import { hasRoom, isCausedByStranger, putOff } from "./flood.ts";
import { holdMail } from "./hold.ts";
import { type Sent, sendClaimed } from "./send-claimed.ts";
import { isStopped } from "./stopped.ts";

/** What somebody is told apart from any case: the words are called so, and may name these. */
export type Notice = NonNullable<Mail["notice"]>;

const prefix = "address#";

export const isNotice = (mail: Pick<Mail, "pk">): boolean => mail.pk.startsWith(prefix);

/**
 * Keeps a mail that belongs to no case and tries at once to send it; what cannot go now is the sweeper's. The same `id` for
 * the same person is the same mail. `notice.values` are shown as they are, so they are written in the reader's language.
 */
export async function queueNotice(house: House, to: Person, notice: Notice, id: string): Promise<void> {
  const pk = `${prefix}${addressIdOf(house.config.linkSecret, to.email)}`;
  const queuedAt = house.clock.now();
  const mail: Mail = {
    pk,
    sk: `mail#${notice.name}#${id}`,
    template: "notice",
    role: "staff",
    to: { name: to.name, email: to.email, language: to.language },
    notice,
    queuedAt,
    ...pendingSince(pk, queuedAt),
    ...claimFrom(queuedAt),
  };
  if ((await house.table.put(mail, { ifAbsent: true })) === "stored") await sendNotice(house, mail);
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
    if (isCausedByStranger(mail, undefined) && !(await hasRoom(house, mail))) {
      await putOff(house, mail);
      return "held";
    }
    const { renderNotice } = await import("./notice-mail.ts");
    return renderNotice(house.config, notice, to.language);
  });
