import * as z from "zod";
import { always, told } from "../blocks/call-form/brief.ts";
import { peopleField } from "../blocks/call-form/people.ts";
import { plainCall } from "../blocks/call-form/plain-call.ts";
import { factsOf } from "../kernel/call-brief.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { date, money, number, rows, text } from "../kernel/field-kinds.ts";
import type { Told } from "../kernel/told.ts";

export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

const set = z.object({
  rules: z.object({
    fields: z.array(z.object({ field: z.string() })),
    ...{ choices: z.number(), sessionCents: z.number(), materialsCents: z.number(), acceptDays: z.number() },
    ...{ firstSession: z.string(), feedbackDays: z.number(), resultDays: z.number() },
  }),
});

const brief = {
  pays: factsOf(set, {
    session: ({ rules }) => ({ cents: rules.sessionCents }),
    materials: ({ rules }) => ({ cents: rules.materialsCents }),
  }),
  conditions: factsOf(set, {
    fields: ({ rules }) => rules.fields.map(({ field }): Told => ({ option: field, of: "fields" })),
    choices: ({ rules }) => told("atMost", rules.choices),
  }),
  criteria: { approves: always("pairing") },
  timetable: factsOf(set, {
    acceptDays: ({ rules }) => told("days", rules.acceptDays),
    firstSession: ({ rules }) => ({ day: rules.firstSession }),
    feedbackDays: ({ rules }) => told("days", rules.feedbackDays),
    resultDays: ({ rules }) => told("days", rules.resultDays),
  }),
  sentences: ["pairing"],
};

/** What the programme sets for all partnerships of a call, each under the name that a call's file has for it. */
const called = plainCall("creative-partnership", {
  fields: {
    /** Of what somebody creates or wishes for: music, theatre, design. */
    fields: rows({ max: 60, written: "lines", columns: { field: text({ max: 100 }) } }),
    /** So many of the creators whom a school names count. */
    choices: number({ min: 1, max: 100 }),
    sessionCents: money({}),
    /** Academic hours that are certified for each session that was held; a call may certify none. */
    sessionHours: number({ min: 1, max: 20, optional: true }),
    /** A pupil. */
    materialsCents: money({}),
    acceptDays: number({ min: 1, max: 100 }),
    firstSession: date({}),
    /** So long after the sessions pupils may answer, and what they answered counts where so many did. */
    feedbackDays: number({ min: 1, max: 100 }),
    feedbackMinimum: number({ min: 0, max: 1000 }),
    resultDays: number({ min: 1, max: 365 }),
    /** Two of them look at each creator. */
    assessors: peopleField({ min: 2, max: 60, worksAs: "assessor" }),
  },
  typed: {
    ...{
      fields: "",
      choices: "3",
      sessionCents: "",
      sessionHours: "",
      materialsCents: "",
      acceptDays: "5",
      firstSession: "",
    },
    ...{ feedbackDays: "10", feedbackMinimum: "5", resultDays: "30", assessors: "" },
  },
  brief,
  words,
  pays: true,
});

export const { rulesOf } = called;

/** Its own machine pairs schools with creators each morning. */
export const call = { ...called.call, process: "creative-partnership-call", isRepeatable: true } as const;

const parts = z.object({
  opensAt: z.string().optional(),
  payer: z.object({ name: z.string(), iban: z.string() }).optional(),
  budgetCents: z.number().optional(),
  rules: z
    .object({
      fields: z.array(z.object({ field: z.string() })),
      assessors: z.array(
        z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]).optional() }),
      ),
      firstSession: z.string(),
    })
    .partial()
    .default({}),
});
/** What a call says so far; nothing where it says nothing yet. */
export const partsOfCall = (call: Readonly<Record<string, unknown>>): Partial<z.infer<typeof parts>> =>
  parts.safeParse(call).data ?? {};

/** What a school brings, and what it and its creator have answered to the asking of an instant. */
const wish = z.object({
  kind: z.literal("wishes"),
  name: z.string(),
  fields: z.array(z.string()),
  municipality: z.string(),
  rural: z.boolean(),
  pupils: z.number(),
  sessions: z.number(),
  order: z.array(z.string()),
  said: z
    .object({ on: z.string(), school: z.string().optional(), creator: z.string().optional() })
    .optional(),
});
export type Wish = z.infer<typeof wish>;

/** What a creator brings. */
const offer = z.object({
  kind: z.literal("creates"),
  name: z.string(),
  contact: z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]) }),
  fields: z.array(z.string()),
  municipalities: z.array(z.string()),
  capacity: z.number(),
  order: z.array(z.string()),
});
export type Offer = z.infer<typeof offer>;

export const bid = z.discriminatedUnion("kind", [wish, offer]);
export const bidIn = ({ entry }: Pick<CaseFile, "entry">) => bid.safeParse(entry?.bid).data;

/** What the call has decided: a place that is kept with a creator, an asking since an instant, or how it ends. */
export const decision = z.object({
  kind: z.enum([
    ...(["kept", "waiting", "asked", "declined", "lapsed", "unfunded", "unmatched"] as const),
    ...(["out", "unchosen", "delivered"] as const),
  ]),
  creator: offer.pick({ name: true, contact: true }).extend({ ref: z.string() }).optional(),
  on: z.string().optional(),
  /** Of a creator: with how many schools. */
  partnerships: z.number().optional(),
});
export type Decided = z.infer<typeof decision>;
export const decidedIn = ({ entry }: Pick<CaseFile, "entry">): Decided | undefined =>
  decision.safeParse(entry?.decision).data;
