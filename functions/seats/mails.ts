import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { ownWordsOf } from "../mails/call-texts.ts";
import { markUnneeded } from "../mails/claim.ts";
import { holdMail } from "../mails/hold.ts";
import { type Sent, sendClaimed } from "../mails/send-claimed.ts";
import { isStopped } from "../mails/stopped.ts";
import { written } from "../mails/unwritten.ts";
import { caseOfSeats, mailPendingSince, seatMailKey } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import type { Registration } from "../store/seat-items.ts";

const prefix = "seats#";

export const isSeatMail = (mail: Pick<Mail, "pk">): boolean => mail.pk.startsWith(prefix);

/** Whoever has a seat finds its time in their calendar, and loses it there with the seat. */
function calendarOf(template: string): Pick<Mail, "seat"> {
  if (["seatGiven", "seatReminder"].includes(template)) return { seat: "request" };
  return ["seatCancelled", "seatsCalledOff"].includes(template) ? { seat: "cancel" } : {};
}

/** Keeps a mail to somebody who registered, once, and leaves all of the sending to the sweeper: the page has said it already. */
export async function keepSeatMail(
  { table, clock }: Pick<House, "table" | "clock">,
  { pk, sk, number, name, email, language, seatAt }: Registration,
  template: string,
  { round = "", asks }: { readonly round?: string; readonly asks?: Mail["asks"] } = {},
): Promise<void> {
  // Who was written down at the door may have no address.
  if (email === "") return;
  const queuedAt = clock.now();
  const mail: Mail = {
    ...seatMailKey(pk, number, round === "" ? template : `${template}#${round}`),
    template,
    role: "visitor",
    to: { name, email, language },
    registration: sk.slice(sk.indexOf("#") + 1),
    ...(asks ? { asks } : {}),
    ...(seatAt === undefined ? {} : calendarOf(template)),
    queuedAt,
    isPaced: true,
    ...mailPendingSince(`${pk}${number}`, queuedAt),
  };
  await table.put(mail, { ifAbsent: true });
}

/**
 * Sends a mail to somebody who registered that the caller has claimed, and marks it as sent. Strangers can cause one to an address for
 * each event: it is registered once, and who says more of it came by that mail.
 */
export const sendSeatMail = (house: House, mail: Mail): Promise<Sent> =>
  sendClaimed(house, mail, async () => {
    const loaded = await loadCase(house, caseOfSeats(mail.pk));
    if (!loaded) return markUnneeded(house, mail);
    if (await isStopped(house, mail.to.email)) {
      await holdMail(house, mail, undefined);
      house.log("K304", { ref: mail.pk, template: mail.template });
      return "held";
    }
    const { renderMail } = await import("../mails/render.ts");
    const own = await ownWordsOf(house, mail, loaded);
    const rendered = await written(() => renderMail(house.config, mail, loaded, { own }));
    return own ? { ...rendered, isOwn: true } : rendered;
  });
