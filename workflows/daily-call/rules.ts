import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { countStanding } from "../blocks/standing.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter, dayAt, laterDay } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";

/** The last day that was counted, and the one that changes something next. */
const counted = defineRecord("counted", z.object({ through: z.iso.date(), next: z.iso.date().optional() }));

const opening = z.object({ opensAt: z.string() });

/** Counts the days that are over and were not counted yet, also when an outage has kept it from some. */
export function closeDays(file: CaseFile, now: string): StepResult<"going" | "over"> {
  const before =
    latestRecord(file, counted)?.through ?? dayAfter(dayAt(opening.parse(file.call).opensAt), -1);
  const through = laterDay(dayAfter(dayAt(now), -1), before);
  const closed = file.counts?.close(file, { from: dayAfter(before), to: through });
  return {
    outcome: countStanding(file, now).outcome === "over" ? "over" : "going",
    record: { id: counted.id, data: { through, next: closed?.next } },
    decisions: closed?.decisions ?? [],
  };
}

/** A call in which nothing is to be expected looks at its days now and then all the same. */
const quietDays = 200;

/** The night after the next day that changes something: its first instant. */
export const nextNight: Due = (file, now) => {
  const today = localDay(Temporal.Instant.from(now));
  const next = latestRecord(file, counted)?.next ?? today.add({ days: quietDays }).toString();
  return iso(vilniusInstant(dayAfter(next)));
};
