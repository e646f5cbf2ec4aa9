import { registrationPrefix } from "../store/keys.ts";
import { type Registration, registrationItem, type SeatCount, type Telling } from "../store/seat-items.ts";
import { changeCount, type Parts } from "./count.ts";
import { keepSeatMail } from "./mails.ts";
import { settled } from "./settle.ts";

/** So many mails are kept before it is noted how far one has come. */
const toldAtOnce = 200;

/** Does what is due with the seats of a case, and what somebody left half done. */
export async function sweepSeats(house: Parts, pk: string): Promise<"done"> {
  for (;;) {
    const count = await settled(house, pk);
    if (!count) return "done";
    const [telling, ...others] = count.telling;
    // The change says when it is looked at again.
    if (!telling) {
      if (await changeCount(house, count, { isIdle: true })) return "done";
      continue;
    }
    const after = await tellSome(house, count, telling);
    await changeCount(house, count, {
      telling: after === undefined ? others : [{ ...telling, after }, ...others],
    });
  }
}

const isMeant = ({ stand, checkedInAt }: Registration, to: Telling["to"]): boolean =>
  to === "inside" ? checkedInAt !== undefined : stand === to;

/** Tells a page of those who are meant; after which of them it goes on. */
async function tellSome(
  house: Parts,
  { pk }: SeatCount,
  { template, to, round, after }: Telling,
): Promise<string | undefined> {
  const page = await house.table.page(pk, { prefix: registrationPrefix, limit: toldAtOnce, after });
  for (const item of page.items) {
    const registration = registrationItem.parse(item);
    if (isMeant(registration, to)) await keepSeatMail(house, registration, template, String(round));
  }
  return page.next;
}
