import { Temporal } from "temporal-polyfill";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import type { Posting } from "../../workflows/kernel/ledger.ts";
import type { Line } from "../store/line-item.ts";

type Moved = Line["moved"][number];

/**
 * What moved of a case's money by local day, as the programme's figures count it (decision 100). What is released is promised no more:
 * it leaves the day on which it was promised, the latest promise first, so that no year ever comes to less than nothing. What somebody
 * was asked to give back and may keep after all was paid long before, and no promise of it is released.
 */
export function movedBy(postings: readonly Posting[]): readonly Moved[] {
  const moved: { day: string; what: Moved["what"]; cents: number }[] = [];
  for (const { kind, from, cents, at } of postings) {
    const day = localDay(Temporal.Instant.from(at)).toString();
    if (kind === "granted") moved.push({ day, what: "promised", cents });
    if (kind === "paid" || kind === "recovered") moved.push({ day, what: kind, cents });
    if (kind !== "released" || from !== "committed") continue;
    let left = cents;
    for (const promise of moved.toReversed()) {
      if (promise.what !== "promised") continue;
      const taken = Math.min(left, promise.cents);
      promise.cents -= taken;
      left -= taken;
    }
  }
  return moved;
}
