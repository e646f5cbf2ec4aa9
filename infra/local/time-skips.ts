import { Temporal } from "temporal-polyfill";

export const skips = ["event", "hour", "morning", "day", "week", "month"] as const;
export type Skip = (typeof skips)[number];

export const isSkip = (said: string | null): said is Skip => skips.some((skip) => skip === said);

const zone = "Europe/Vilnius";
/** When staff have their digests: five minutes after they are sent. */
const morning = { hour: 7, minute: 5 };
const longest = { years: 5 };

/**
 * Where a skip from an instant leads (UTC), by the calendar of Vilnius: a day later it is the same time of day also
 * when the clocks change. `nextEvent` is where something happens next; nothing happening is a skip of none.
 */
export function targetOf(skip: Skip, now: string, nextEvent: string | undefined): string {
  const start = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  switch (skip) {
    case "event":
      return nextEvent ?? now;
    case "hour":
      return iso(start.add({ hours: 1 }));
    case "day":
      return iso(start.add({ days: 1 }));
    case "week":
      return iso(start.add({ weeks: 1 }));
    case "month":
      return iso(start.add({ months: 1 }));
    case "morning": {
      const today = start.withPlainTime(morning);
      return iso(Temporal.ZonedDateTime.compare(today, start) > 0 ? today : today.add({ days: 1 }));
    }
  }
}

/** The morning of a day given as `2027-03-15` (UTC); `undefined` for no day, one that has come, or one too far. */
export function morningOf(day: string, now: string): string | undefined {
  const start = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  let target: Temporal.ZonedDateTime;
  try {
    target = Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from(morning),
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const isAhead = Temporal.ZonedDateTime.compare(target, start) > 0;
  const isNear = Temporal.ZonedDateTime.compare(target, start.add(longest)) <= 0;
  return isAhead && isNear ? iso(target) : undefined;
}

const iso = (at: Temporal.ZonedDateTime): string => at.toInstant().toString({ smallestUnit: "millisecond" });
