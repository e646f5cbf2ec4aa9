import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { always, told } from "../blocks/call-form/brief.ts";
import { onlyLater, untilApplied } from "../blocks/call-form/changes.ts";
import { plainCall, type RuleFault } from "../blocks/call-form/plain-call.ts";
import { factsOf } from "../kernel/call-brief.ts";
import { type ChangeRule, isSame } from "../kernel/call-form.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { date, money, number, rows, text, yesNo } from "../kernel/field-kinds.ts";

/** The words of the process and of its calls. */
export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

/** A term, by which mentors declare and are paid. Local days, both with them. */
export interface Term {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What is wrong with terms: where, and why. */
export const faultsOfTerms = (terms: readonly Term[]): readonly RuleFault[] =>
  terms.flatMap(({ id, from, to }, index): RuleFault[] => {
    const at = (column: string) => ({ field: "terms", at: { row: index + 1, column } });
    const isAgain = terms.findIndex((one) => one.id === id) < index;
    return [
      ...(isName.test(id)
        ? []
        : [
            {
              ...{ ...at("id"), problem: "unlikeExample" as const, limit: example },
              why: `expected letters, digits and dashes such as ${example}`,
            },
          ]),
      ...(to < from
        ? [
            {
              ...{ ...at("to"), problem: "outOfOrder" as const },
              why: `expected a day not before from (${from}), found ${to}`,
            },
          ]
        : []),
      ...(isAgain
        ? [{ ...at("id"), problem: "repeated" as const, why: `expected each term once, found ${id} again` }]
        : []),
    ];
  });
const isName = /^[\p{L}\p{N}._-]+$/u;
const example = "2027-autumn";
const termName = { ...text({ max: 40 }), limit: { pattern: { matches: isName, example: "2027-1" } } };

/** Another term may be added; those that are there stand, because people are paid by them. */
const addedTerms: ChangeRule = (was, becomes, standing) => {
  const before: readonly unknown[] = Array.isArray(was) ? was : [];
  const after: readonly unknown[] = Array.isArray(becomes) ? becomes : [];
  const isKept = before.every((one) => after.some((other) => isSame(one, other)));
  return isKept ? [] : untilApplied(was, becomes, standing);
};

const days = (min: number) => number({ min, max: 3660 });

const set = z.object({
  rules: z.object({
    ...{ lastDay: z.string(), days: z.number(), minimumCheckIns: z.number(), maxPauseDays: z.number() },
    ...{ declareDays: z.number(), mentorCents: z.number() },
    terms: z.array(z.object({ from: z.string(), to: z.string() })),
    certifiedHours: z.number().optional(),
  }),
});

const brief = {
  pays: factsOf(set, { mentor: ({ rules }) => ({ cents: rules.mentorCents }) }),
  conditions: factsOf(set, {
    withMentor: ({ rules }) => told("days", rules.days),
    checkIns: ({ rules }) => rules.minimumCheckIns,
    certified: ({ rules: { certifiedHours: hours } }) =>
      hours === undefined ? undefined : { word: "brief.hours", with: { hours } },
    pause: ({ rules }) => told("days", rules.maxPauseDays),
  }),
  criteria: { approves: always("eligible") },
  timetable: factsOf(set, {
    terms: ({ rules }) => rules.terms.map(({ from, to }) => ({ from, to })),
    declareDays: ({ rules }) => told("days", rules.declareDays),
    lastDay: ({ rules }) => ({ day: rules.lastDay }),
  }),
  sentences: ["eligible", "hours"],
};

/** What a call sets for all first years of it. */
export const { call, rulesOf, knownRules, accountOf, ruled } = plainCall("first-year", {
  driver: "daily-call",
  /** Who evaluates, from the university. */
  roles: ["leader"],
  fields: {
    /** Whoever is still under way then does not finish. */
    lastDay: date({}),
    /** So many days with a mentor a first year has. */
    days: days(1),
    /** So many of them lie between two check-ins, and so many check-ins a certificate needs. */
    checkInDays: days(1),
    minimumCheckIns: days(0),
    /** Academic hours that a certificate says of the year; a call may certify none. */
    certifiedHours: number({ min: 1, max: 2000, optional: true }),
    maxPauseDays: days(0),
    /** So many days whoever is not ready yet gets more, once. */
    extensionDays: days(0),
    mentorWaitDays: days(0),
    /** So many days a mentor has to declare, and a novice to confirm. */
    declareDays: days(1),
    /** Only who stands in the register of those who came to another role may be a mentor. */
    registered: yesNo({ optional: true }),
    terms: rows({
      ...{ min: 1, max: 60, once: "id", spans: ["from", "to"] },
      columns: { id: termName, from: date({}), to: date({}) },
    }),
    /** What a mentor gets for a whole term with one novice. EUR cents. */
    mentorCents: money({ max: 100_000_000 }),
  },
  typed: {
    lastDay: "",
    days: "365",
    checkInDays: "30",
    minimumCheckIns: "9",
    certifiedHours: "",
    maxPauseDays: "90",
    extensionDays: "180",
    mentorWaitDays: "30",
    declareDays: "14",
    registered: "no",
    terms: "",
    mentorCents: "",
  },
  pages: {
    rules: [
      ...(["lastDay", "days", "checkInDays", "minimumCheckIns", "certifiedHours", "maxPauseDays"] as const),
      ...(["extensionDays", "mentorWaitDays", "declareDays", "registered"] as const),
    ],
    terms: ["terms", "mentorCents"],
  },
  check: ({ terms }) => faultsOfTerms(terms),
  checkTyped: ({ lastDay }, closesOn) =>
    lastDay < closesOn ? [{ field: "lastDay", problem: "outOfOrder" }] : [],
  changes: { lastDay: onlyLater, terms: addedTerms },
  brief,
  words,
  pays: true,
});

export const termsOf = (file: Pick<CaseFile, "call">): readonly Term[] => rulesOf(file).terms;

/** How many days there are from one to another, both with them. */
export const lengthOf = ({ from, to }: Pick<Term, "from" | "to">): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days + 1;
