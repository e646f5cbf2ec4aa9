import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { payment, recovery } from "../blocks/payment.ts";
import { report, reportReview } from "../blocks/report.ts";
import { scored, weighReviews } from "../blocks/review.ts";
import { type Bid, bid, decision } from "../blocks/selection.ts";
import { endOfDay, localDay, vilniusInstant } from "../facts/calendar.ts";
import { answersTo, type CaseFile, callOf, latestAnswer, latestRecord } from "../kernel/case-file.ts";
import { iso } from "../kernel/clock.ts";
import type { Due, StepResult } from "../kernel/process.ts";
import { defineRecord } from "../kernel/record.ts";
import { type ForeignInternshipCall, foreignInternshipCall } from "./call.ts";
import { countryOf } from "./people.ts";

const applied = z.object({
  fullName: z.string(),
  travelledBefore: z.boolean(),
  rural: z.boolean(),
  countries: z.array(z.string()),
});

/** Weighs the reviews; a case with a score brings it to the ranking with all that a tie is broken by. */
export function weighForRanking(file: CaseFile): StepResult<"scored" | "more"> {
  const weighed = weighReviews(file);
  if (weighed.outcome === "more") return weighed;
  const { score } = scored.schema.parse(weighed.record?.data);
  const { fullName, travelledBefore, rural, countries } = applied.parse(file.application);
  const brought: Bid = {
    score,
    applicant: fullName,
    travelledBefore,
    rural,
    submittedAt: file.submittedAt,
    preferences: countries,
  };
  return { ...weighed, bid: brought };
}

/** The host of the place that the case was offered. Throws when it has none: no such state comes before an offer. */
export function hostOf(file: CaseFile): ForeignInternshipCall["hosts"][string] & { readonly country: string } {
  const country = countryOf(file);
  const host = country === undefined ? undefined : callOf(file, foreignInternshipCall).hosts[country];
  if (country === undefined || !host) throw new Error(`${file.ref}: no place was offered`);
  return { ...host, country };
}

const later = (a: string, b: string): string => (a > b ? a : b);
const startOf = (day: string): string => iso(vilniusInstant(day));
const endOf = (day: Temporal.PlainDate): string => iso(endOfDay(day));
const dayAfter = (now: string, days: number): string => endOf(localDay(Temporal.Instant.from(now)).add({ days }));

/** The last day of the offer, as the call made it. */
export const offerCloses: Due = (file, now) => decision.parse(file.entry?.decision).expiresAt ?? now;

/** Ready by the eve of the journey; whoever has less than three days gets three. */
export const departureCloses: Due = (file, now) =>
  later(endOf(Temporal.PlainDate.from(hostOf(file).starts).subtract({ days: 1 })), dayAfter(now, 3));

export const journeyBegins: Due = (file) => startOf(hostOf(file).starts);

/** The day after the programme's last day, when the host can say how it went. */
export const journeyEnds: Due = (file) => startOf(Temporal.PlainDate.from(hostOf(file).ends).add({ days: 1 }).toString());

/** After the last day of the report it is still taken for so many days; then everything is recovered. */
export const reportGraceDays = 30;

/** The day by which the report is asked for: so many days after the programme's end as the call says. */
export const reportLastDay = (file: CaseFile): Temporal.PlainDate =>
  Temporal.PlainDate.from(hostOf(file).ends).add({ days: callOf(file, foreignInternshipCall).reportDays });

/** A report that was returned may be handed in again within a fortnight at least. */
export const reportCloses: Due = (file, now) => {
  const last = endOf(reportLastDay(file).add({ days: reportGraceDays }));
  const returned = answersTo(file, reportReview).length > 0;
  return later(last, dayAfter(now, returned || last <= now ? 14 : 0));
};

/** A month after the return. */
export const disseminationCloses: Due = (file, now) =>
  later(endOf(Temporal.PlainDate.from(hostOf(file).ends).add({ months: 1 })), dayAfter(now, 14));
