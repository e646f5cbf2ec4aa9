import type { Person } from "../../workflows/kernel/case-file.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { pendingSince } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { holdMail } from "./hold.ts";
import { isStopped } from "./stopped.ts";
import { tagOfMail } from "./tag.ts";

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
  };
  if ((await house.table.put(mail, { ifAbsent: true })) === "exists") return;
  try {
    await sendNotice(house, mail);
  } catch (error) {
    house.log("K303", { ref: pk, what: "mail", error: error instanceof Error ? error.name : "unknown" });
  }
}

/** Sends a kept notice and marks it as sent. */
export async function sendNotice(house: House, mail: Mail): Promise<"sent" | "held" | "later"> {
  const { pk, sk, notice, to } = mail;
  if (!notice) throw new Error(`${pk}: a notice that says nothing`);
  if (await isStopped(house, to.email)) {
    await holdMail(house, mail, undefined);
    house.log("K304", { ref: pk, template: mail.template });
    return "held";
  }
  const { renderNotice } = await import("./notice-mail.ts");
  const content = await renderNotice(house.config, notice, to.language);
  const sending = await house.mailer.send({ ...content, to: to.email, id: tagOfMail(mail) });
  if (sending.outcome === "later") return "later";
  await house.table.change(
    { pk, sk },
    {
      set: { sentAt: house.clock.now(), providerId: sending.providerId },
      remove: ["pending", "pendingAt", "attempts"],
    },
  );
  house.log("K301", { ref: pk, template: notice.name });
  return "sent";
}
