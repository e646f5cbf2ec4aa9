import { Temporal } from "temporal-polyfill";
import { journey } from "../blocks/journey.ts";
import { offer } from "../blocks/offer.ts";
import { reportReview } from "../blocks/report.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import type { Calendar, CalendarEvent } from "../kernel/calendar.ts";
import { type CaseFile, callOf, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { endOfDay, localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Giving } from "../kernel/form.ts";
import type { Due } from "../kernel/states.ts";
import { type ForeignInternshipCall, foreignInternshipCall } from "./call.ts";
import { countryOf, decisionOn } from "./selection.ts";

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

const everything = ["offer", "journey"] as const;

/** The day by which an offer is answered; once it was accepted the journey takes its place in calendars. */
export const calendar: Calendar = {
  events: (file) => [...offerEvents(file), ...journeyEvents(file)],
  brings: {
    "offer.task": ["offer"],
    "planAgreement.task": ["journey"],
    "departure.task": ["journey"],
    plansChanged: ["journey"],
    daysAgreed: ["journey"],
    takesPart: ["journey"],
    // The host is asked how it went, at once when the journey breaks off; then there is none any more.
    "attendance.task": ["journey"],
  },
  takesBack: {
    "attendance.task": ["journey"],
    journeyCutShort: ["journey"],
    declined: everything,
    expired: everything,
    withdrawn: everything,
    cancelled: everything,
    lapsed: everything,
    replaced: everything,
    hostReleased: ["journey"],
  },
};

function offerEvents(file: CaseFile): CalendarEvent[] {
  const by = decisionOn(file)?.expiresAt;
  return by === undefined || latestAnswer(file, offer)
    ? []
    : [{ name: "offer", uid: "journey", when: { by }, sequence: 0 }];
}

function journeyEvents(file: CaseFile): CalendarEvent[] {
  if (latestAnswer(file, offer)?.outcome !== "accepted" || latestInterruption(file, "cutShort")) return [];
  const { institution, town, starts, ends } = hostOf(file);
  const sequence = file.records.filter(({ step }) => step === journey.id).length;
  return [{ name: "journey", when: { from: starts, to: ends }, place: `${institution}, ${town}`, sequence }];
}
