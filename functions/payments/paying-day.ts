import { Temporal } from "temporal-polyfill";
import { addWorkingDays, isWorkingDay, localDay } from "../../workflows/kernel/facts/calendar.ts";

/** Banks pay on working days: today, or the next one. `YYYY-MM-DD`, Vilnius. */
export function payingDay(now: string): string {
  const today = localDay(Temporal.Instant.from(now));
  return (isWorkingDay(today) ? today : addWorkingDays(today, 1)).toString();
}
