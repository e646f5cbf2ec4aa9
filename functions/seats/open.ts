import type { SeatWork } from "../../workflows/kernel/seats.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { seatCountKey, seatsOf } from "../store/keys.ts";
import { never } from "../store/seat-items.ts";
import { changeCount, countOf } from "./count.ts";

/** Does with the seats of a case what a step says; each may be done again. */
export async function workOnSeats(
  house: Pick<House, "table" | "clock">,
  { pk: ref, process, callId }: Pick<Head, "pk" | "process" | "callId">,
  work: SeatWork,
): Promise<void> {
  const pk = seatsOf(ref);
  if ("opens" in work) {
    const { opens: terms } = work;
    const opened = { taken: 0, waiting: 0, last: 0, firstWaiting: 1, runsOutAt: never, version: 1 };
    const count = {
      ...seatCountKey(pk),
      sk: "count",
      process,
      callId,
      terms,
      capacity: terms.capacity,
      ...opened,
    };
    await house.table.put(count, { ifAbsent: true });
    return;
  }
  const off = work.closes === "calledOff";
  for (;;) {
    const count = await countOf(house, pk);
    if (!count || count.closedAt !== undefined) return;
    const telling = off
      ? [{ template: "seatsCalledOff", to: "standing", round: count.version } as const]
      : [];
    const closing = {
      closedAt: house.clock.now(),
      telling,
      ...(off ? ({ isCalledOff: true } as const) : {}),
    };
    if (await changeCount(house, count, closing)) return;
  }
}
