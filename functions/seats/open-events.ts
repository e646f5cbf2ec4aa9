import * as z from "zod";
import type { House } from "../house.ts";
import { openSeatsPrefix, refOfCall, seatCountKey, seatsOf } from "../store/keys.ts";
import { readCount, type SeatCount } from "../store/seat-items.ts";

const openItem = z.object({ title: z.string(), place: z.string(), ref: z.string(), startsAt: z.string() });

export interface OpenEvent extends z.infer<typeof openItem> {
  readonly count: SeatCount;
}

/** So many are shown at most. */
const mostShown = 100;

/** For what people may still register in a call, the next one first. */
export async function openEventsOf({ table, clock }: House, callId: string): Promise<readonly OpenEvent[]> {
  const now = clock.now();
  const items = await table.query(refOfCall(callId), openSeatsPrefix);
  const coming = items
    .map((item) => openItem.parse(item))
    .filter(({ startsAt }) => startsAt > now)
    .slice(0, mostShown);
  const counts = await table.getMany(coming.map(({ ref }) => seatCountKey(seatsOf(ref))));
  return coming.flatMap((event, index) => {
    const count = counts[index];
    return count ? [{ ...event, count: readCount(count) }] : [];
  });
}
