import * as z from "zod";
import { offering } from "../../../workflows/blocks/offer.ts";
import { staffOf } from "../../../workflows/blocks/staffed.ts";
import { latestAnswer } from "../../../workflows/kernel/answers.ts";
import type { Book } from "../../../workflows/kernel/book.ts";
import { callTexts } from "../../../workflows/kernel/call-texts.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { contact } from "../../../workflows/kernel/contact.ts";
import { defineProcess } from "../../../workflows/kernel/define-process.ts";
import { workingDays } from "../../../workflows/kernel/duration.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { lastSecond } from "../../../workflows/kernel/facts/ends.ts";
import { iso } from "../../../workflows/kernel/facts/instants.ts";
import { email, number, text, yesNo } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Definition } from "../../../workflows/kernel/process.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { ask, end, step } from "../../../workflows/kernel/states.ts";
import type { StepResult } from "../../../workflows/kernel/step-result.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";
import { type Bid, selection } from "./selection.ts";

/** The money of a school initiative, from the request to the agreed sum: what comes after it is no matter of the selection. */

const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  fields: {
    fullName: text({ max: 120 }),
    email: email({}),
    rural: yesNo({}),
    euros: number({ min: 0, max: 1_000_000, decimals: 2 }),
  },
});
const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  rural: z.boolean(),
  euros: z.number(),
});

const scoring = defineForm({
  id: "scoring",
  outcomes: ["scored"],
  fields: { score: number({ min: 0, max: 100, decimals: 2 }) },
});
const lines = defineForm({
  id: "lines",
  outcomes: ["agreed"],
  fields: { euros: number({ min: 0, max: 1_000_000, decimals: 2 }) },
});

const bonus = z.object({ ruralBonus: z.number() });

/** What a school brings: its score, the bonus of rural schools beside it, and what it asks for. */
function weigh(file: CaseFile): StepResult<"weighed"> {
  const { fullName, rural, euros } = applied.parse(file.application);
  const score = latestAnswer(file, scoring)?.values.score ?? 0;
  const brought: Bid = {
    score: points(score),
    bonus: rural ? points(bonus.parse(file.call).ruralBonus) : 0,
    applicant: fullName,
    rural,
    submittedAt: file.submittedAt,
    requestedCents: Math.round(euros * 100),
  };
  return { outcome: "weighed", bid: brought };
}

/** Whoever got a part of the request says how it is spread over the lines. */
const receive = (file: CaseFile): StepResult<"whole" | "part"> => ({
  outcome: selection.decisionIn(file.entry?.decision)?.isPartial ? "part" : "whole",
});

const callFile = z.strictObject({
  id: z.string(),
  process: z.literal("school-initiative"),
  opens: z.string(),
  closes: z.string(),
  ...callTexts,
  budgetCents: z.number().int(),
  partialFloorPercent: z.number().int(),
  minimumScore: z.number(),
  scoreGap: z.number(),
  offerDays: z.number().int(),
  ruralBonus: z.number(),
  staff: z.object({ coordinator: contact, commission: contact, agency: contact }),
});

const definition = {
  id: "school-initiative",
  application,
  call: {
    process: "selection-call",
    read: async (given: unknown) => {
      const { id, opens, closes, process: _, ...rest } = callFile.parse(given);
      const times = { opensAt: iso(vilniusInstant(opens)), closesAt: iso(lastSecond(closes)) };
      return { id, data: { ...rest, ...times } };
    },
  },
  start: "scoring",
  states: {
    scoring: ask("coordinator", scoring, {
      within: workingDays(5),
      on: { scored: "weighing", expired: "scoring" },
    }),
    weighing: step(weigh, { weighed: "awaitingRanking" }),
    ...offering({ selection, accepted: "granting", rejected: "rejected" }),
    granting: step(receive, { whole: "agreed", part: "negotiation" }),
    negotiation: ask("applicant", lines, {
      within: workingDays(10),
      on: { agreed: "agreed", expired: "agreed" },
    }),
    agreed: end("agreed"),
    rejected: end("rejected"),
  },
  interruptions: {},
  people: (role, file) => {
    const { fullName: name, email: address } = applied.parse(file.application);
    return role === "applicant" ? { name, email: address, language: file.language } : staffOf(role, file);
  },
  selects: selection,
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
} as const satisfies Definition;

const keys = {
  "key.total": "total",
  "key.total.above": "The application above has more points in all.",
  "key.total.column": "Total",
  "key.requested": "smaller request",
  "key.requested.above": "The application above asks for less.",
  "key.requested.column": "Requested",
};

/** Its other words are their keys, and what the selection's book says stays. */
const own = async () => ({
  default: {
    ...Object.fromEntries(
      needsOf(definition)
        .filter(({ key }) => !/^(budget|key)\./.test(key))
        .map(({ key }) => [key, key]),
    ),
    ...keys,
  },
});
const words: Book = { lt: own, en: own };

export const schoolInitiative = defineProcess({ ...definition, words });
