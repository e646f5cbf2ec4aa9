import { Temporal } from "temporal-polyfill";
import { localDay, vilniusInstant } from "./calendar.ts";
import { remembering } from "./remembering.ts";

/**
 * The last second of a day, minute or second in Lithuania: `2027-03-01`, `2027-03-01T17:00` or `2027-03-01T17:00:30`. Throws a
 * RangeError on anything else.
 */
export function lastSecond(local: string): Temporal.Instant {
  const minute = local.includes("T") ? local : `${local}T23:59`;
  return vilniusInstant(minute.length > "2027-03-01T17:00".length ? minute : `${minute}:59`);
}

/** The last second of the minute in which an instant lies, as it is named to people: ISO, UTC. */
export const endOfMinute = (instant: string): string =>
  Temporal.Instant.from(instant)
    .round({ smallestUnit: "minute", roundingMode: "floor" })
    .add({ seconds: 59 })
    .toString({ smallestUnit: "millisecond" });

/**
 * Has an end gone by? An end is named by its last second, and what is named as the last counts to its end: whoever does something
 * half a second after `23:59:59.000` is in time. Both ISO, UTC.
 */
export const isOver = (end: string, now: string): boolean => remaining(end, now) === 0;

/** For how long an end has not gone by, in milliseconds; 0 when it has. */
export const remaining = (end: string, now: string): number =>
  Math.max(0, Math.floor(Date.parse(end) / 1000) * 1000 + 1000 - Date.parse(now));

/** The local day that it is at an instant (ISO, UTC), `YYYY-MM-DD`: days that are named are compared with it. */
export const dayAt = remembering((now: string): string => localDay(Temporal.Instant.from(now)).toString());

/** Of two local days, `YYYY-MM-DD`. */
export const earlierDay = (a: string, b: string): string => [a, b].toSorted()[0] ?? a;
export const laterDay = (a: string, b: string): string => [a, b].toSorted()[1] ?? b;

/** So many days after a local day; before it where there are fewer than none. */
export const dayAfter = (day: string, days = 1): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
