import { Temporal } from "temporal-polyfill";
import { journey } from "../blocks/journey.ts";
import { reportReview } from "../blocks/report.ts";
import { answersTo } from "../kernel/answers.ts";
import { type CaseFile, callOf, latestRecord } from "../kernel/case-file.ts";
import { endOfDay, localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Giving } from "../kernel/form.ts";
import type { Due } from "../kernel/states.ts";
import { type ForeignInternshipCall, foreignInternshipCall } from "./call.ts";
import { countryOf } from "./people.ts";

type Host = ForeignInternshipCall["hosts"][string] & { readonly country: string };

/** The host of the place that the case was offered, with what has changed since; `undefined` before an offer. */
export function hostIn(file: CaseFile): Host | undefined {
  const country = countryOf(file);
  const host = country === undefined ? undefined : callOf(file, foreignInternshipCall).hosts[country];
  if (country === undefined || !host) return undefined;
  const {
    starts,
    ends,
    institution = host.institution,
    contact = host.contact,
  } = latestRecord(file, journey) ?? host;
  return { ...host, starts, ends, institution, contact, country };
}

/** The same of a case that stands where it must have one. Throws where it has none. */
export function hostOf(file: CaseFile): Host {
  const host = hostIn(file);
  if (!host) throw new Error(`${file.ref}: no place was offered`);
  return host;
}

/** What a form that moves the journey begins from: its days as they are. */
export const daysOfJourney: Giving = (file) => {
  const { starts, ends } = hostOf(file);
  return { values: { starts, ends } };
};

const later = (a: string, b: string): string => (a > b ? a : b);
const startOf = (day: string): string => iso(vilniusInstant(day));
const endOf = (day: Temporal.PlainDate): string => iso(endOfDay(day));
const dayAfter = (now: string, days: number): string =>
  endOf(localDay(Temporal.Instant.from(now)).add({ days }));

/** Ready by the eve of the journey; whoever has less than three days gets three. */
export const departureCloses: Due = (file, now) =>
  later(endOf(Temporal.PlainDate.from(hostOf(file).starts).subtract({ days: 1 })), dayAfter(now, 3));

export const journeyBegins: Due = (file) => startOf(hostOf(file).starts);

/** The day after the programme's last day, when the host can say how it went. */
export const journeyEnds: Due = (file) =>
  startOf(Temporal.PlainDate.from(hostOf(file).ends).add({ days: 1 }).toString());

/** After the last day of the report it is still taken for so many days; then everything is recovered. */
const reportGraceDays = 30;

/** The day by which the report is asked for: so many days after the programme's end as the call says. */
const reportLastDay = (file: CaseFile): Temporal.PlainDate =>
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
