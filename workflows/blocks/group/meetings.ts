import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { CalendarEvent } from "../../kernel/calendar.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { iso } from "../../kernel/facts/instants.ts";

/** An academic hour has 45 minutes. */
const academicMinutes = 45;

/** One of a series of meetings. Day and time are local in Vilnius. */
export const meeting = z.object({
  number: z.number().int().positive(),
  day: z.iso.date(),
  /** `HH:MM`. */
  at: z.string(),
  place: z.string(),
  /** How often it was moved: a calendar takes the higher one. */
  moved: z.number().int().nonnegative(),
});
export type Meeting = z.infer<typeof meeting>;

/** When a meeting begins. UTC instant. */
export const beginsAt = ({ day, at }: Pick<Meeting, "day" | "at">): string =>
  iso(vilniusInstant(`${day}T${at}`));

/** When a meeting of so many academic hours is over, without breaks. UTC instant. */
export const endsAt = (met: Meeting, hours: number): string =>
  iso(Temporal.Instant.from(beginsAt(met)).add({ minutes: hours * academicMinutes }));

/** What calendars show of the meetings. */
export const meetingEvents = (meetings: readonly Meeting[], hours: number): readonly CalendarEvent[] =>
  meetings.map((met) => ({
    name: `meeting-${met.number}`,
    when: { begins: beginsAt(met), ends: endsAt(met, hours) },
    place: met.place,
    sequence: met.moved,
  }));
