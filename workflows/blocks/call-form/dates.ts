import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { comparing } from "../../kernel/comparing.ts";
import { localDay } from "../../kernel/facts/calendar.ts";
import { date, number, time } from "../../kernel/field-kinds.ts";
import type { FieldError, Values } from "../../kernel/form.ts";
import { freely, onlyLater, untilOpened } from "./changes.ts";

/**
 * From when until when people can apply, in Vilnius time; the last day counts to its end. And after how many months those who have gone
 * through are asked again how it was.
 */
export const dateFields = {
  opensOn: date({}),
  opensAt: time({}),
  closesOn: date({}),
  followUpMonths: number({ min: 1, max: 24, optional: true }),
} as const;
type Dates = Values<typeof dateFields>;

export const dateChanges = {
  opensOn: untilOpened,
  opensAt: untilOpened,
  closesOn: onlyLater,
  followUpMonths: freely,
} as const;

/** What the fields are called in a call's file. */
export const datesCalled = { opens: "opensOn", closes: "closesOn", id: "callId" } as const;

export const checkDates = ({ opensOn, closesOn }: Dates): FieldError[] =>
  closesOn < opensOn ? [{ field: "closesOn", problem: "outOfOrder" }] : [];

export const datesOf = ({ opensOn, opensAt, closesOn, followUpMonths }: Dates) => ({
  ...(followUpMonths === undefined ? {} : { followUpMonths }),
  opens: `${opensOn}T${opensAt}`,
  closes: `${closesOn}T23:59:59`,
});

const stored = z.object({ opensAt: z.string(), closesAt: z.string(), ...comparing });

export function typedDates(data: unknown) {
  const { opensAt, closesAt, followUpMonths } = stored.parse(data);
  const [opens, closes] = [Temporal.Instant.from(opensAt), Temporal.Instant.from(closesAt)];
  const { hour, minute } = opens.toZonedDateTimeISO("Europe/Vilnius");
  return {
    opensOn: localDay(opens).toString(),
    opensAt: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
    closesOn: localDay(closes).toString(),
    ...(followUpMonths === undefined ? {} : { followUpMonths: String(followUpMonths) }),
  };
}

/** So many days after another. */
export const daysAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** A week to look at the call before it opens, six weeks to apply; half a year to apply what was learned. */
export const plannedDates = (today: string) => ({
  opensOn: daysAfter(today, 7),
  opensAt: "09:00",
  closesOn: daysAfter(today, 7 + 42),
  followUpMonths: "6",
});
