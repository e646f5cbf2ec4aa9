import { Temporal } from "temporal-polyfill";
import type { Span } from "../duration.ts";
import holidays from "./holidays.lt.json" with { type: "json" };
import { remembering } from "./remembering.ts";

const zone = "Europe/Vilnius";

const hourMillis = 3_600_000;
const dayMillis = 24 * hourMillis;

/** Public holidays that the data file knows, as UTC midnights. */
const holiday: ReadonlySet<number> = new Set(
  Object.entries(holidays.days).flatMap(([year, days]) =>
    days.split(" ").map((day) => Date.parse(`${year}-${day}`)),
  ),
);

const midnight = ({ year, month, day }: Temporal.PlainDate): number => Date.UTC(year, month - 1, day);

const localIso = /^\d{4}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/;

/**
 * The instant of a local time in Lithuania: `2027-03-01T23:59:59`, `2027-03-01T23:59`, or `2027-03-01` for the
 * start of that day. When clocks go back, the hour that comes twice is read as its first run; when they go forward,
 * a time in the skipped hour is read as an hour later (both as java.time and RFC 5545 do).
 *
 * Throws a RangeError on anything else, and on a date that does not exist.
 */
export const vilniusInstant = remembering((local: string): Temporal.Instant => {
  if (!localIso.test(local)) throw new RangeError(`not a local time: ${local}`);
  return Temporal.PlainDateTime.from(local)
    .toZonedDateTime(zone, { disambiguation: "compatible" })
    .toInstant();
});

/** The day that it is in Lithuania at this instant. */
export const localDay = ({ epochMilliseconds }: Temporal.Instant): Temporal.PlainDate =>
  dayInHour(Math.floor(epochMilliseconds / hourMillis));

/** Days begin with an hour: since 1920 the zone is whole hours away from UTC. */
const dayInHour = remembering(
  (hour: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(hour * hourMillis)
      .toZonedDateTimeISO(zone)
      .toPlainDate(),
);

/** 23:59:59 of the day in Lithuania: the last second in which something may still arrive. */
export const endOfDay = (day: Temporal.PlainDate): Temporal.Instant => vilniusInstant(`${day}T23:59:59`);

/**
 * Is it neither Saturday, Sunday nor a public holiday of Lithuania?
 * Throws a RangeError for a year that the data of holidays does not reach.
 */
export const isWorkingDay = (day: Temporal.PlainDate): boolean => isWorking(midnight(day));

/** The same of a day that is given as its UTC midnight: spans are counted day by day, of which each is quick so. */
function isWorking(at: number): boolean {
  const day = new Date(at);
  const year = day.getUTCFullYear();
  if (year < holidays.from || year > holidays.to) {
    const { from, to } = holidays;
    throw new RangeError(
      `holidays are known from ${from} to ${to}, not for ${day.toISOString().slice(0, 10)}`,
    );
  }
  return day.getUTCDay() % 6 !== 0 && !holiday.has(at);
}

/** The count-th working day after `day`; the day itself for none. Throws a RangeError on a count below 0. */
export function addWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count of days: ${count}`);
  const first = midnight(day);
  let days = 0;
  for (let left = count; left > 0; ) {
    days += 1;
    if (isWorking(first + days * dayMillis)) left -= 1;
  }
  return day.add({ days });
}

/** The end of the count-th day or working day after the local day of `from`: that day itself is not counted. */
export function deadline(span: Span, from: Temporal.Instant): Temporal.Instant {
  const today = localDay(from);
  switch (span.unit) {
    case "day":
      return endOfDay(today.add({ days: span.count }));
    case "workingDay":
      return endOfDay(addWorkingDays(today, span.count));
  }
}
