import type { Message } from "../adapters/mailer.ts";
import type { House } from "../house.ts";
import type { Mail } from "../store/mail-items.ts";
import { claimedStill, giveBack, keepUnsure, keepUnwritten, mailSettled } from "./claim.ts";
import { tagOfMail } from "./tag.ts";
import { Unwritten } from "./unwritten.ts";

export type Sent = "sent" | "held" | "later";

/** What a mail says; `held` when it is not to go now, or not at all. */
export type Composed =
  | (Pick<Message, "subject" | "html" | "text" | "calendar" | "replyTo"> & {
      /** In words of its call, of which the subject is kept. */
      readonly isOwn?: true;
    })
  | "held";

/**
 * Sends a mail that the caller has claimed, and marks it as sent. What cannot go now goes back to the sweeper; nothing is thrown,
 * so that a mail never makes fail what it tells about.
 */
export async function sendClaimed(house: House, mail: Mail, compose: () => Promise<Composed>): Promise<Sent> {
  const later = async (keep: typeof giveBack): Promise<"later"> => {
    await keep(house, mail).catch((error) => failed(house, mail, error));
    return "later";
  };
  let kept: Pick<Mail, "subject"> = {};
  let sending: Awaited<ReturnType<House["mailer"]["send"]>>;
  try {
    const content = await compose();
    if (content === "held") return "held";
    const held = await claimedStill(house, mail);
    if (!held) return "later";
    mail = held;
    const { isOwn, ...said } = content;
    kept = isOwn ? { subject: said.subject } : {};
    sending = await house.mailer.send({ ...said, to: mail.to.email, id: tagOfMail(mail) });
  } catch (error) {
    if (error instanceof Unwritten) return later((_, unsent) => putByUnwritten(house, unsent, error));
    failed(house, mail, error);
    return later(giveBack);
  }
  if (sending.outcome === "later") {
    house.log("K302", { ref: mail.pk, template: mail.template });
    return later(giveBack);
  }
  if (sending.outcome === "unsure") {
    house.log("K306", { ref: mail.pk, template: mail.template });
    return later(keepUnsure);
  }
  try {
    const set = { ...kept, sentAt: house.clock.now(), providerId: sending.providerId };
    await house.table.change({ pk: mail.pk, sk: mail.sk }, { set, remove: mailSettled });
  } catch (error) {
    failed(house, mail, error);
    return later(keepUnsure);
  }
  house.log("K301", { ref: mail.pk, template: mail.notice?.name ?? mail.template });
  return "sent";
}

/** Nothing but another text mends it, so whoever runs the house is told which. */
async function putByUnwritten(house: House, mail: Mail, { text, parameters }: Unwritten): Promise<void> {
  const at = mail.unwritten?.at ?? house.clock.now();
  await keepUnwritten(house, mail, { at, ...(text === undefined ? {} : { text }), parameters });
  house.log("K308", {
    ...{ ref: mail.pk, template: mail.template, language: mail.to.language },
    ...{ text: text ?? "", parameters: parameters.join(" ") },
  });
}

const failed = (house: Pick<House, "log">, mail: Mail, error: unknown): void =>
  house.log("K303", { ref: mail.pk, what: "mail", error: error instanceof Error ? error.name : "unknown" });
