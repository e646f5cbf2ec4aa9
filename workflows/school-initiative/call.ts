import * as z from "zod";
import { always, told } from "../blocks/call-form/brief.ts";
import { eurosOf } from "../blocks/call-form/money.ts";
import { selectingCall } from "../blocks/call-form/selecting/call.ts";
import { keptAs } from "../blocks/call-form/selecting/own.ts";
import { offerRoad } from "../blocks/offer.ts";
import type { Duty } from "../blocks/series/duty.ts";
import { factsOf } from "../kernel/call-brief.ts";
import type { CallTable } from "../kernel/call-table.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { date, money, number, rows, text } from "../kernel/field-kinds.ts";
import { bidOf } from "../kernel/selection/bid.ts";
import type { Decision } from "../kernel/selection/decision.ts";
import { byName, earliest, having, highest, lowest } from "../kernel/selection/keys.ts";
import { budget, selects } from "../kernel/selection/selection.ts";

/** The words of the process and of its calls. */
export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

const cents = z.number().int().nonnegative();

/** Money is shared out among those whom reviewers put first, and a part of it paid in advance. */
export const shared = {
  process: "school-initiative",
  award: "money",
  has: ["reviews", "advance"],
} as const;

/** What a school may apply for, and how much of it at most. */
const strands = keptAs(
  rows({ max: 20, once: "strand", columns: { strand: text({ max: 60 }), maxCents: money({ min: 1 }) } }),
  {
    schema: z.record(z.string(), z.object({ maxCents: cents })),
    of: (said) => Object.fromEntries(said.map(({ strand, maxCents }) => [strand, { maxCents }])),
    typed: (kept) =>
      Object.entries(kept).map(([strand, { maxCents }]) => ({ strand, maxCents: eurosOf(maxCents) })),
  },
);

/** What budgets are made of, and how much of a request each category may take, in per cent. */
const ceilings = keptAs(
  rows({
    max: 40,
    once: "category",
    columns: { category: text({ max: 60 }), percent: number({ min: 0, max: 100, decimals: 2 }) },
  }),
  {
    schema: z.record(z.string(), z.number().multipleOf(0.01).min(0).max(100)),
    of: (said) => Object.fromEntries(said.map(({ category, percent }) => [category, percent])),
    typed: (kept) =>
      Object.entries(kept).map(([category, percent]) => ({ category, percent: String(percent) })),
  },
);

/** The days from which on reports are due. */
const milestones = keptAs(rows({ max: 24, columns: { on: date({}) } }), {
  schema: z.array(z.iso.date()).min(1),
  of: (said) => said.map(({ on }) => on),
  typed: (kept) => kept.map((on) => ({ on })),
});

const set = z.object({
  ...{ coFundingPercent: z.number(), ruralBonus: z.number(), milestones: z.array(z.string()) },
});

const brief = {
  conditions: {
    endorsement: always("ofFounder"),
    ...factsOf(set, { coFunding: ({ coFundingPercent }) => told("percent", coFundingPercent) }),
  },
  criteria: factsOf(set, { ruralBonus: ({ ruralBonus }) => ruralBonus }),
  timetable: factsOf(set, { milestones: ({ milestones: days }) => days.map((day) => ({ day })) }),
  sentences: ["ofFounder"],
};

const offered = z
  .object({
    strands: z.record(z.string(), z.object({ maxCents: cents })),
    ceilings: z.record(z.string(), z.number()),
  })
  .partial();

/** For what a school may apply and for how much, and what share of it each kind of cost may take. */
const tables: Readonly<Record<string, CallTable>> = {
  strands: {
    columns: ["strand", "most"],
    rows: (call) =>
      Object.entries(offered.safeParse(call).data?.strands ?? {}).map(([strand, { maxCents }]) => ({
        strand: { option: strand, of: "strands" },
        most: { cents: maxCents },
      })),
  },
  ceilings: {
    columns: ["category", "most"],
    rows: (call) =>
      Object.entries(offered.safeParse(call).data?.ceilings ?? {}).map(([category, percent]) => ({
        category: { option: category, of: "categories" },
        most: told("percent", percent),
      })),
  },
};

const called = selectingCall({
  ...shared,
  own: {
    strands,
    ceilings,
    coFundingPercent: number({ min: 0, max: 99, decimals: 2 }),
    ruralBonus: number({ min: 0, max: 100, decimals: 2 }),
    milestones,
    holdPercent: number({ min: 0, max: 100, decimals: 2 }),
    changeFreePercent: number({ min: 0, max: 100, decimals: 2 }),
    terminateDays: number({ min: 1, max: 365 }),
  },
  pages: {
    strands: ["strands"],
    ceilings: ["ceilings", "coFundingPercent"],
    milestones: ["milestones", "holdPercent", "changeFreePercent", "terminateDays"],
    rules: ["ruralBonus"],
  },
  typed: {
    coFundingPercent: "10",
    ruralBonus: "3",
    holdPercent: "80",
    changeFreePercent: "10",
    terminateDays: "60",
  },
  brief,
  words,
});

export const { callOf } = called;
export const call = { ...called.call, tables };

/** What an application brings to the ranking. Scores in the unit of kernel/score, EUR cents. */
const bid = bidOf({
  score: z.number().int(),
  bonus: z.number().int(),
  applicant: z.string(),
  rural: z.boolean(),
  submittedAt: z.string(),
  requestedCents: cents,
});
export type Bid = z.infer<typeof bid>;

/** What a bid has in all: a school in the country has a bonus (6.4). */
export const totalOf = ({ score, bonus }: Pick<Bid, "score" | "bonus">): number => score + bonus;

/** Money goes by score with the bonus of rural schools; among equals these first, then the smaller request (6.4 to 6.6). */
export const selection = selects<Bid>({
  bid,
  order: [
    highest("total", "score", totalOf),
    having("rural", ({ rural }) => rural),
    lowest("requested", "cents", ({ requestedCents }) => requestedCents),
    earliest("submittedAt", ({ submittedAt }) => submittedAt),
    byName("applicant", ({ applicant }) => applicant),
  ],
  award: budget({ asks: ({ requestedCents }) => requestedCents }),
  terms: called.termsOf,
  weighing: "weighing",
  offers: { ...offerRoad, givenBack: ["declined", "lapsed", "withdrawn", "cancelled"] },
  handsOn: "mornings",
  publishes: ["score", "bonus", "rural", "submittedAt", "requestedCents"],
});

/** What the call has decided about a case. */
export const decisionOn = ({ entry }: Pick<CaseFile, "entry">): Decision | undefined =>
  selection.decisionIn(entry?.decision);

/** What a case has brought to the ranking. */
export const bidIn = ({ entry }: Pick<CaseFile, "entry">): Bid | undefined => bid.safeParse(entry?.bid).data;

const dated = z.object({ milestones: z.array(z.string()) });

/** The milestones of a case, each with its number from 1; none where a call says nothing yet. */
export const milestonesOf = ({ call: said }: Pick<CaseFile, "call">): readonly Duty[] =>
  (dated.safeParse(said).data?.milestones ?? []).map((on, index) => ({ number: String(index + 1), on }));

/** What words call by name; a call may have other strands and categories, which are called as it calls them. */
export const lists = {
  strands: [
    "achievement",
    "assessment",
    "community",
    "digital",
    "inclusion",
    "leadership",
    "parents",
    "reading",
    "science",
    "wellbeing",
  ],
  categories: ["staff", "equipment", "services", "travel", "materials"],
} as const;
