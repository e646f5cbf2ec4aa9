import { isInLastHours, stillStands } from "../../workflows/kernel/seats.ts";
import type { Registration, SeatCount } from "../store/seat-items.ts";
import { changeCount, type Parts } from "./count.ts";
import { keepSeatMail } from "./mails.ts";
import { isThere, moveTo, registrationOf, settled } from "./settle.ts";

/** What whoever registered may say of their own registration. */
export const seatWords = ["claim", "confirm", "cancel"] as const;
export type SeatWord = (typeof seatWords)[number];

export type Said = "done" | "tooLate" | "unknown";

interface Own {
  readonly count: SeatCount;
  readonly registration: Registration;
  readonly now: string;
}

/** May it be said as things stand? A claim before the last hours, or without a free seat, changes nothing [8.4]. */
export function maySay(word: SeatWord, { count, registration, now }: Own): boolean {
  const { terms, taken, capacity } = count;
  if (now >= terms.startsAt || count.closedAt !== undefined) return false;
  switch (word) {
    case "cancel":
      return stillStands(registration.stand) && registration.checkedInAt === undefined;
    case "claim":
      return registration.stand === "waiting" && isInLastHours(terms, now) && taken < capacity;
    case "confirm":
      return registration.stand === "offered";
  }
}

/** Says a word, once; said again it is done already. */
export async function saySeatWord(house: Parts, pk: string, id: string, word: SeatWord): Promise<Said> {
  for (;;) {
    const count = await settled(house, pk);
    const registration = count && (await registrationOf(house, pk, id));
    if (!count || !registration) return "unknown";
    const own = { count, registration, now: house.clock.now() };
    if (!maySay(word, own)) return "tooLate";
    if (await carryOut(house, own, { id, word })) return "done";
  }
}

async function carryOut(
  house: Parts,
  { count, registration, now }: Own,
  { id, word }: { readonly id: string; readonly word: SeatWord },
): Promise<boolean> {
  const { pk } = count;
  const { number } = registration;
  if (word === "confirm") {
    const confirmed = await moveTo(house, pk, { id, number }, ["offered"], {
      stand: "registered",
      seatAt: now,
    });
    if (!confirmed || !isThere(confirmed, { number }, "registered")) return false;
    await keepSeatMail(house, confirmed, "seatGiven");
    await endOffer(house, pk, number);
    return true;
  }
  const mark = { id, number, at: now };
  const begun = await (word === "cancel"
    ? changeCount(house, count, { begins: { leaving: mark } })
    : changeCount(house, count, { begins: { claiming: mark }, taken: 1, waiting: -1 }));
  if (begun) await settled(house, pk);
  return begun;
}

/** A seat that was offered and confirmed stays taken. */
async function endOffer(house: Parts, pk: string, number: number): Promise<void> {
  for (;;) {
    const count = await settled(house, pk);
    const offer = count?.offer.find((one) => one.number === number);
    if (!count || !offer || (await changeCount(house, count, { ends: [offer.name] }))) return;
  }
}
