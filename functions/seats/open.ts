import type { CaseFile } from "../../workflows/kernel/case-file.ts";
import type { Seats, SeatTerms, SeatWork } from "../../workflows/kernel/seats.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { openSeatsKey, pendingSince, seatCountKey, seatsOf } from "../store/keys.ts";
import { never, type Telling } from "../store/seat-items.ts";
import { changeCount, countOf } from "./count.ts";

type Parts = Pick<House, "table" | "clock">;

/** Does with the seats of a case what a step says; each may be done again. */
export async function workOnSeats(
  house: Parts,
  { head, file, process: { seats } }: Pick<LoadedCase, "head" | "file" | "process">,
  work: SeatWork,
): Promise<void> {
  if (!("opens" in work)) return close(house, head, work.closes, (now) => askedLater(file, seats, now));
  const { callId, pk: ref } = head;
  const { startsAt } = work.opens;
  await openCount(house, head, work.opens);
  const shown = { title: seats?.title(file) ?? "", place: seats?.place(file) ?? "" };
  await house.table.put({ ...openSeatsKey(callId, startsAt, ref), ...shown, ref, startsAt });
}

/** From now on people can come. */
export async function openCount(
  { table }: Pick<Parts, "table">,
  { pk: ref, process, callId }: Pick<Head, "pk" | "process" | "callId">,
  terms: SeatTerms,
): Promise<void> {
  const pk = seatsOf(ref);
  const { capacity, remindsAt } = terms;
  const reminder: Telling = { template: "seatReminder", to: "registered", round: 0, waitsUntil: remindsAt };
  const count = {
    ...seatCountKey(pk),
    ...{ process, callId, terms, capacity },
    ...{ taken: 0, waiting: 0, last: 0, firstWaiting: 1, runsOutAt: never, version: 1 },
    ...(remindsAt === undefined ? {} : { telling: [reminder], ...pendingSince(pk, remindsAt) }),
  };
  await table.put(count, { ifAbsent: true });
}

/** Whoever was there is thanked; and whoever hopes to come to what never takes place is told. */
async function close(
  house: Parts,
  { pk: ref, callId }: Head,
  why: "over" | "calledOff",
  later: (closedAt: string) => readonly Telling[],
): Promise<void> {
  const isOff = why === "calledOff";
  for (;;) {
    const count = await countOf(house, seatsOf(ref));
    if (!count || count.closedAt !== undefined) return;
    await house.table.delete(openSeatsKey(callId, count.terms.startsAt, ref));
    const closedAt = house.clock.now();
    const telling: readonly Telling[] = isOff
      ? [{ template: "seatsCalledOff", to: "standing", round: count.version }]
      : [{ template: "seatThanks", to: "inside", round: 0 }, ...later(closedAt)];
    const closing = { closedAt, telling };
    if (await changeCount(house, count, { ...closing, ...(isOff ? ({ isCalledOff: true } as const) : {}) }))
      return;
  }
}

/** Whoever was there is asked by a mail of its own what is not asked with the thanks. */
const askedLater = (file: CaseFile, seats: Seats | undefined, closedAt: string): readonly Telling[] =>
  Object.values(seats?.asks ?? {}).flatMap(({ mail, time }) => {
    const asked = mail === "seatThanks" ? undefined : time(file, closedAt);
    return asked ? [{ template: mail, to: "inside", round: 0, waitsUntil: asked.from }] : [];
  });
