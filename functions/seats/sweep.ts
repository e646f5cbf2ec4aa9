import { stillStands } from "../../workflows/kernel/seats.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { noteAskingOfComer } from "../compared/note.ts";
import { caseOfSeats, registrationPrefix } from "../store/keys.ts";
import { type Registration, registrationItem, type SeatCount, type Telling } from "../store/seat-items.ts";
import { certifySeat } from "./certify.ts";
import { idIn } from "./comers.ts";
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

/** Whoever was there has gone through it: they are certified what their process says, and asked how it was. */
async function endSeat(house: Parts, loaded: LoadedCase, registration: Registration): Promise<void> {
  await certifySeat(house, loaded, registration);
  const { pk } = registration;
  await noteAskingOfComer(house, loaded, {
    pk,
    registration: idIn(registration),
    endedAt: house.clock.now(),
  });
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
    if (loaded) await endSeat(house, loaded, registration);
    await keepSeatMail(house, registration, template, { round: String(round) });
  }
  return page.next;
}
