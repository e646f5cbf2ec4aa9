import * as z from "zod";
import { briefOf, selectingBrief, told } from "../blocks/call-form/brief.ts";
import { untilApplied } from "../blocks/call-form/changes.ts";
import { selectingForm } from "../blocks/call-form/selecting/form.ts";
import { selectingShapes, storedTimes, whoRanksDoesNotApprove } from "../blocks/call-form/selecting/terms.ts";
import { factsOf } from "../kernel/call-brief.ts";
import type { CallTable } from "../kernel/call-table.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { contact } from "../kernel/contact.ts";
import { choice, date, email, money, number, rows, text, time } from "../kernel/field-kinds.ts";
import type { Slots } from "../kernel/slots.ts";

/** Places of study by subject, handed on in the mornings; interviews by appointment, and no reviews. */
const selects = { process: "way-into-teaching", award: "shares", has: [] } as const;
const selecting = selectingShapes(selects);

const whole = z.number().int().nonnegative();
const hours = z.number().int().min(1).max(5000);
const name = z.string().trim().min(1).max(120);
const localMinute = z.iso.datetime({ local: true, precision: -1 });

const recoveries = ["proportional", "whole"] as const;

const rules = {
  /** Credits of the subject that a diploma must have. */
  minimumCredits: whole.max(1000),
  /** So many of the municipalities that somebody names count. */
  choices: z.number().int().min(1).max(60),
  need: z
    .array(z.strictObject({ municipality: name, subject: name, vacancies: whole }))
    .refine(
      (need) => new Set(need.map((one) => `${one.municipality}|${one.subject}`)).size === need.length,
      "expected each municipality and subject once",
    ),
  slots: z
    .array(z.strictObject({ interviewer: name, starts: localMinute }))
    .max(2000)
    .refine(
      (slots) => new Set(slots.map((one) => `${one.starts} ${one.interviewer}`)).size === slots.length,
      "expected each time of an interviewer once",
    ),
  /** Who is asked about an interview; the second is whoever stands next. */
  interviewers: z.array(contact).min(2).max(60),
  bookUntilHours: whole.max(1000),
  places: z.record(name, whole),
  semesters: z.number().int().min(1).max(20),
  semesterMonths: z.number().int().min(1).max(12),
  /** A month. EUR cents. */
  stipendCents: whole.max(1_000_000_000),
  passGrade: z.number().min(0).max(10),
  /** Academic hours that a certificate says of each road; a call may certify none. */
  certifiedHours: hours.optional(),
  moduleHours: hours.optional(),
  /** The first day of the first semester; without it, the day after the agreement. */
  studiesBegin: z.iso.date().optional(),
  commitment: z.strictObject({
    days: z.number().int().min(1).max(4000),
    withinDays: whole.max(4000),
    sharePercent: z.number().min(0).max(200),
    kinds: z.array(name).max(20),
    recovery: z.enum(recoveries).default("proportional"),
  }),
  /** Subjects, municipalities and kinds of schools that can be named though the call needs nobody there. */
  known: z
    .strictObject({ subjects: z.array(name), municipalities: z.array(name), kinds: z.array(name) })
    .partial()
    .default({}),
};

/** A call as it is written down: times are local Vilnius times, amounts EUR cents. */
export const callShape = selecting.file.extend(rules);
const callFile = callShape.superRefine(whoRanksDoesNotApprove);

/** A call as it is stored: instants in UTC. */
const storedCall = selecting.stored.extend(rules);
export type Call = z.infer<typeof storedCall>;

/** What the call of a case has set; none of it where a call says nothing yet. */
export const callIn = ({ call }: Pick<CaseFile, "call">): Call => storedCall.parse(call);
const parts = storedCall.partial();
export const partsOfCall = ({ call }: Pick<CaseFile, "call">): z.infer<typeof parts> =>
  parts.safeParse(call).data ?? {};

async function read(given: unknown) {
  const { id, process: _process, opens, closes, ...rest } = callFile.parse(given);
  return { id, data: storedCall.parse({ ...rest, ...storedTimes({ opens, closes }) }) };
}

/** A second after it the first interviews are booked, of which the call's last instant is the hour [12.2]. */
const aMinute = 60_000;

/** The interviews that a call offers. */
export const slots: Slots = {
  offered: (file) =>
    (partsOfCall(file).slots ?? []).map(({ interviewer, starts }) => ({ starts, by: interviewer })),
  bookUntilHours: (file) => partsOfCall(file).bookUntilHours ?? 0,
  asOf: (file, now) => {
    const { closesAt = now } = partsOfCall(file);
    const since = Date.parse(now) - Date.parse(closesAt);
    return since >= 0 && since <= aMinute ? closesAt : now;
  },
};

const own = {
  minimumCredits: number({ min: 0, max: 1000 }),
  choices: number({ min: 1, max: 60 }),
  need: rows({
    max: 600,
    written: "lines",
    columns: {
      municipality: text({ max: 120 }),
      subject: text({ max: 120 }),
      vacancies: number({ min: 0, max: 10_000 }),
    },
  }),
  places: rows({
    max: 40,
    columns: { subject: text({ max: 120 }), places: number({ min: 0, max: 10_000 }) },
  }),
  interviewers: rows({
    max: 60,
    min: 2,
    written: "lines",
    worksAs: "interviewer",
    columns: { name: text({ max: 120 }), email: email({ autocomplete: "off" }) },
  }),
  slots: rows({
    max: 2000,
    written: "lines",
    columns: { on: date({}), at: time({}), interviewer: text({ max: 120 }) },
  }),
  bookUntilHours: number({ min: 0, max: 1000 }),
  semesters: number({ min: 1, max: 20 }),
  semesterMonths: number({ min: 1, max: 12 }),
  studiesBegin: date({ optional: true }),
  stipend: money({}),
  passGrade: number({ min: 0, max: 10, decimals: 2 }),
  certifiedHours: number({ min: 1, max: 5000, optional: true }),
  moduleHours: number({ min: 1, max: 5000, optional: true }),
  days: number({ min: 1, max: 4000 }),
  withinDays: number({ min: 0, max: 4000 }),
  sharePercent: number({ min: 0, max: 200, decimals: 2 }),
  kinds: rows({ max: 20, columns: { kind: text({ max: 120 }) } }),
  recovery: choice({ options: recoveries }),
};

const form = async () =>
  selectingForm({
    ...selects,
    own,
    pages: {
      need: ["minimumCredits", "choices", "need", "places"],
      interviews: ["interviewers", "slots", "bookUntilHours"],
      studies: [
        ...(["semesters", "semesterMonths", "studiesBegin", "stipend", "passGrade"] as const),
        ...(["certifiedHours", "moduleHours"] as const),
      ],
      commitment: ["days", "withinDays", "sharePercent", "kinds", "recovery"],
    },
    typed: {
      minimumCredits: "60",
      choices: "3",
      bookUntilHours: "24",
      semesters: "4",
      semesterMonths: "6",
      passGrade: "5",
      days: "1095",
      withinDays: "1825",
      sharePercent: "70",
      recovery: "proportional",
    },
    check: ({ slots: said, interviewers }) =>
      said.flatMap(({ interviewer }, index) =>
        interviewers.some((one) => one.name === interviewer)
          ? []
          : [
              {
                field: "slots",
                problem: "unknownOption" as const,
                at: { row: index + 1, column: "interviewer" },
              },
            ],
      ),
    fileOf: ({ need, places, interviewers, slots: said, ...all }) => ({
      ...{ minimumCredits: all.minimumCredits, choices: all.choices, bookUntilHours: all.bookUntilHours },
      ...{ semesters: all.semesters, semesterMonths: all.semesterMonths, passGrade: all.passGrade },
      ...(all.studiesBegin === undefined ? {} : { studiesBegin: all.studiesBegin }),
      ...(all.certifiedHours === undefined ? {} : { certifiedHours: all.certifiedHours }),
      ...(all.moduleHours === undefined ? {} : { moduleHours: all.moduleHours }),
      need,
      places: Object.fromEntries(places.map((one) => [one.subject, one.places])),
      interviewers: interviewers.map((one) => ({ ...one, language: "lt" })),
      slots: said.map(({ on, at, interviewer }) => ({ interviewer, starts: `${on}T${at}` })),
      stipendCents: all.stipend,
      commitment: {
        days: all.days,
        withinDays: all.withinDays,
        sharePercent: all.sharePercent,
        kinds: all.kinds.map(({ kind }) => kind),
        recovery: all.recovery,
      },
    }),
    typedOf: (data) => {
      const { commitment, ...all } = storedCall.parse(data);
      const lines = (many: readonly (readonly (string | number)[])[]) =>
        many.map((one) => one.join("; ")).join("\n");
      return {
        ...Object.fromEntries(
          (
            [
              "minimumCredits",
              "choices",
              "bookUntilHours",
              "semesters",
              "semesterMonths",
              "passGrade",
            ] as const
          ).map((one) => [one, String(all[one])]),
        ),
        studiesBegin: all.studiesBegin ?? "",
        certifiedHours: String(all.certifiedHours ?? ""),
        moduleHours: String(all.moduleHours ?? ""),
        need: lines(all.need.map((one) => [one.municipality, one.subject, one.vacancies])),
        places: Object.entries(all.places).map(([subject, places]) => ({ subject, places: String(places) })),
        interviewers: lines(all.interviewers.map((one) => [one.name, one.email])),
        slots: lines(
          all.slots.map((one) => [one.starts.slice(0, 10), one.starts.slice(11), one.interviewer]),
        ),
        stipend: String(all.stipendCents / 100),
        days: String(commitment.days),
        withinDays: String(commitment.withinDays),
        sharePercent: String(commitment.sharePercent),
        kinds: commitment.kinds.map((kind) => ({ kind })),
        recovery: commitment.recovery,
      };
    },
    otherwise: untilApplied,
    calledInForm: { stipendCents: "stipend", commitment: "days" },
    words: {
      lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
      en: () => import("./call-words/en.json", { with: { type: "json" } }),
    },
  });

const said = storedCall.pick({
  ...{ minimumCredits: true, choices: true, commitment: true, semesters: true, semesterMonths: true },
  ...{ stipendCents: true, studiesBegin: true, certifiedHours: true, moduleHours: true },
});

const hoursTold = (hours: number | undefined) =>
  hours === undefined ? undefined : { word: "brief.hours", with: { hours } };

const brief = briefOf(
  {
    pays: factsOf(said, {
      stipend: ({ stipendCents, semesters, semesterMonths }) => ({
        word: "brief.monthly",
        with: { sum: { cents: stipendCents }, months: semesters * semesterMonths },
      }),
    }),
    conditions: factsOf(said, {
      minimumCredits: ({ minimumCredits }) => minimumCredits,
      choices: ({ choices }) => told("atMost", choices),
      certified: ({ certifiedHours }) => hoursTold(certifiedHours),
      module: ({ moduleHours }) => hoursTold(moduleHours),
      commitment: ({ commitment: { days, withinDays, sharePercent } }) => ({
        word: "brief.committed",
        with: { days, withinDays, percent: sharePercent },
      }),
    }),
    sentences: ["monthly", "committed", "hours"],
  },
  selectingBrief(selects.award, selects.has),
  {
    timetable: factsOf(said, {
      begins: ({ studiesBegin }) => (studiesBegin === undefined ? undefined : { day: studiesBegin }),
      studies: ({ semesters, semesterMonths }) => told("months", semesters * semesterMonths),
    }),
  },
);

const offered = storedCall.pick({ places: true });

/** What somebody can learn to teach. */
const tables: Readonly<Record<string, CallTable>> = {
  places: {
    columns: ["subject", "places"],
    rows: (known) =>
      Object.entries(offered.safeParse(known).data?.places ?? {}).map(([subject, count]) => ({
        subject,
        places: count,
      })),
  },
};

/** What the process says of its calls. */
export const call = { process: "selection-call", read, form, brief, tables } as const;
