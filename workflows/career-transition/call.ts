import * as z from "zod";
import { bookingOf } from "../blocks/booking.ts";
import { briefOf, selectingBrief, told } from "../blocks/call-form/brief.ts";
import { untilApplied } from "../blocks/call-form/changes.ts";
import { selectingForm } from "../blocks/call-form/selecting/form.ts";
import { selectingShapes, storedTimes, whoRanksDoesNotApprove } from "../blocks/call-form/selecting/terms.ts";
import { slotRows, slotsOfCall, slotsSaid, slotsTyped } from "../blocks/call-form/slots.ts";
import { factsOf } from "../kernel/call-brief.ts";
import type { CallTable } from "../kernel/call-table.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { money, number, rows, text } from "../kernel/field-kinds.ts";
import type { Slots } from "../kernel/slots.ts";

/** Places by role go to those whose portfolio reviewers put first, once; appeals are heard against a revocation. */
const selects = {
  process: "career-transition",
  award: "shares",
  has: ["reviews", "appeals", "once"],
} as const;
const selecting = selectingShapes(selects);

const whole = z.number().int().nonnegative();
const hundredths = (most: number, expected: string) =>
  z
    .number()
    .min(0)
    .max(most)
    .refine((value) => Math.round(value * 100) / 100 === value, `expected ${expected}`);
const points = hundredths(100, "points from 0 to 100 with at most two decimals");
const hours = hundredths(10_000, "hours with at most two decimals");

/** The mark that client schools give, from 0. */
export const bestMark = 5;
const mark = hundredths(bestMark, `a mark from 0 to ${bestMark} with at most two decimals`);

const rules = {
  minimumYears: whole.max(70),
  minimumScore: points,
  scoreGap: points,
  /** What somebody can come to: how many hours of training a role asks, and how many places there are. */
  roles: z
    .record(z.string().trim().min(1).max(60), z.strictObject({ trainingHours: hours, places: whole }))
    .refine((roles) => Object.keys(roles).length > 0, "expected at least one role"),
  /** A month at no load. EUR cents. */
  supportCents: whole.max(1_000_000_000),
  supportMonths: whole.max(120),
  /** For how long somebody is accredited, and again by each renewal. */
  validMonths: z.number().int().min(1).max(120),
  /** What a renewal asks; the mean of the schools is looked at only from so many of them on. */
  renewal: z.strictObject({ hours, feedback: mark, raters: whole }),
  /** Times for the conversation; where a call has none, the coordinator agrees on one with each. */
  slots: slotsOfCall.optional(),
  bookUntilHours: whole.max(1000).optional(),
};

/** A call as it is written down: times are local Vilnius times, amounts EUR cents. */
export const callShape = selecting.file.extend(rules);
const callFile = callShape.superRefine(whoRanksDoesNotApprove);

/** A call as it is stored: instants in UTC. */
export const storedCall = selecting.stored.extend(rules);

/** What the call of a case has set. */
export const callIn = ({ call }: Pick<CaseFile, "call">) => storedCall.parse(call);

/** The times for conversations that a call offers. */
export const slots: Slots = {
  offered: (file) => partsOf(file).slots ?? [],
  bookUntilHours: (file) => partsOf(file).bookUntilHours ?? 0,
};
export const booking = bookingOf(slots);
const parts = storedCall.partial();
/** The same of a call of which perhaps nothing is known. */
export const partsOf = ({ call }: Pick<CaseFile, "call">) => parts.parse(call);

/** Reads a call's file. Throws a ZodError that names each wrong field. */
async function read(given: unknown) {
  const { id, process: _process, opens, closes, ...rest } = callFile.parse(given);
  return { id, data: storedCall.parse({ ...rest, ...storedTimes({ opens, closes }) }) };
}

const hoursField = number({ min: 0, max: 10_000, decimals: 2 });

const own = {
  minimumYears: number({ min: 0, max: 70 }),
  roles: rows({
    max: 12,
    once: "role",
    columns: {
      role: text({ max: 60 }),
      trainingHours: hoursField,
      places: number({ min: 0, max: 10_000 }),
    },
  }),
  supportCents: money({}),
  supportMonths: number({ min: 0, max: 120 }),
  validMonths: number({ min: 1, max: 120 }),
  renewalHours: hoursField,
  renewalFeedback: number({ min: 0, max: bestMark, decimals: 2 }),
  renewalRaters: number({ min: 0, max: 40 }),
  slots: slotRows,
  bookUntilHours: number({ min: 0, max: 1000, optional: true }),
};

const form = async () =>
  selectingForm({
    ...selects,
    own,
    pages: {
      roles: ["minimumYears", "roles"],
      conversations: ["slots", "bookUntilHours"],
      support: ["supportCents", "supportMonths"],
      renewal: ["validMonths", "renewalHours", "renewalFeedback", "renewalRaters"],
    },
    typed: {
      minimumYears: "10",
      supportMonths: "6",
      validMonths: "12",
      renewalHours: "20",
      renewalFeedback: "4",
      renewalRaters: "3",
      bookUntilHours: "24",
    },
    fileOf: ({ roles, minimumYears, supportCents, supportMonths, validMonths, slots: times, ...said }) => ({
      ...{ minimumYears, supportCents, supportMonths, validMonths },
      ...(times === undefined ? {} : { slots: slotsSaid(times) }),
      ...(said.bookUntilHours === undefined ? {} : { bookUntilHours: said.bookUntilHours }),
      roles: Object.fromEntries(
        roles.map(({ role, trainingHours, places }) => [role, { trainingHours, places }]),
      ),
      renewal: {
        hours: said.renewalHours,
        feedback: said.renewalFeedback,
        raters: said.renewalRaters,
      },
    }),
    typedOf: (data) => {
      const call = storedCall.parse(data);
      return {
        minimumYears: String(call.minimumYears),
        roles: Object.entries(call.roles).map(([role, { trainingHours, places }]) => ({
          role,
          trainingHours: String(trainingHours),
          places: String(places),
        })),
        supportCents: String(call.supportCents / 100),
        supportMonths: String(call.supportMonths),
        validMonths: String(call.validMonths),
        renewalHours: String(call.renewal.hours),
        renewalFeedback: String(call.renewal.feedback),
        renewalRaters: String(call.renewal.raters),
        slots: slotsTyped(call.slots ?? []),
        bookUntilHours: call.bookUntilHours === undefined ? "" : String(call.bookUntilHours),
      };
    },
    otherwise: untilApplied,
    calledInForm: { renewal: "renewalHours" },
    words: {
      lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
      en: () => import("./call-words/en.json", { with: { type: "json" } }),
    },
  });

const said = storedCall.pick({
  ...{ minimumYears: true, supportCents: true, supportMonths: true, validMonths: true, renewal: true },
});

const brief = briefOf(
  {
    pays: factsOf(said, {
      support: ({ supportCents, supportMonths }) => ({
        word: "brief.monthly",
        with: { sum: { cents: supportCents }, months: supportMonths },
      }),
    }),
    conditions: factsOf(said, { minimumYears: ({ minimumYears }) => told("atLeastYears", minimumYears) }),
    sentences: ["monthly"],
  },
  selectingBrief(selects.award, selects.has),
  {
    timetable: factsOf(said, {
      valid: ({ validMonths }) => told("months", validMonths),
      renewal: ({ renewal: { hours: training } }) => told("hours", training),
    }),
  },
);

const offered = storedCall.pick({ roles: true });

/** What somebody can come to. */
const tables: Readonly<Record<string, CallTable>> = {
  roles: {
    columns: ["role", "training", "places"],
    rows: (known) =>
      Object.entries(offered.safeParse(known).data?.roles ?? {}).map(([role, { trainingHours, places }]) => ({
        role: { option: role, of: "roles" },
        training: told("hours", trainingHours),
        places,
      })),
  },
};

/** What the process says of its calls. */
export const call = { process: "selection-call", read, form, brief, tables } as const;
