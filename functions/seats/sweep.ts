import { stillStands } from "../../workflows/kernel/seats.ts";
import { loadCase } from "../cases/load.ts";
import { caseOfSeats, registrationPrefix } from "../store/keys.ts";
import { type Registration, registrationItem, type SeatCount, type Telling } from "../store/seat-items.ts";
import { certifySeat } from "./certify.ts";
import { changeCount, type Parts } from "./count.ts";
import { keepSeatMail } from "./mails.ts";
import { settled } from "./settle.ts";

/** So many mails are kept before it is noted how far one has come. */
const toldAtOnce = 200;

/** Does what is due with the seats of a case, and what somebody left half done. */
export async function sweepSeats(house: Parts, pk: string): Promise<"done" | "later"> {
  for (;;) {
    const count = await settled(house, pk);
    if (!count) return "done";
    const telling = count.telling.find(({ waitsUntil = "" }) => waitsUntil <= house.clock.now());
    const others = count.telling.filter((one) => one !== telling);
    // The change says when it is looked at again.
    if (!telling) {
      if (await changeCount(house, count, { isIdle: true })) return "done";
      continue;
    }
    // Whoever is being stored at this moment might be overlooked by who is told of the end.
    if (telling.to === "standing" && count.coming.length > 0) return "later";
    const after = await tellSome(house, count, telling);
    await changeCount(house, count, {
      telling: after === undefined ? others : [{ ...telling, after }, ...others],
    });
  }
}

function isMeant({ stand, checkedInAt }: Registration, to: Telling["to"]): boolean {
  switch (to) {
    case "inside":
      return checkedInAt !== undefined;
    case "standing":
      return stillStands(stand);
    default:
      return stand === to;
  }
}

/** Tells a page of those who are meant; after which of them it goes on. */
async function tellSome(
  house: Parts,
  { pk }: SeatCount,
  { template, to, round, after }: Telling,
): Promise<string | undefined> {
  const page = await house.table.page(pk, { prefix: registrationPrefix, limit: toldAtOnce, after });
  const loaded = template === "seatThanks" ? await loadCase(house, caseOfSeats(pk)) : undefined;
  for (const item of page.items) {
    const registration = registrationItem.parse(item);
    if (!isMeant(registration, to)) continue;
    if (loaded) await certifySeat(house, loaded, registration);
    await keepSeatMail(house, registration, template, String(round));
  }
  return page.next;
}
