import * as z from "zod";
import { budgetShown, lineRows } from "../../../workflows/blocks/budget/lines.ts";
import { negotiating } from "../../../workflows/blocks/budget/negotiation.ts";
import { centsIn } from "../../../workflows/blocks/budget/part.ts";
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
    lines: lineRows,
  },
  given: () => ({ lists: { categories: ["staff", "equipment", "events"] } }),
});
const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  rural: z.boolean(),
  lines: z.array(z.object({ category: z.string(), cents: z.number() })),
});

const scoring = defineForm({
  id: "scoring",
  outcomes: ["scored"],
  fields: { score: number({ min: 0, max: 100, decimals: 2 }) },
});
const called = z.object({ ruralBonus: z.number(), ceilings: z.record(z.string(), z.number()).default({}) });

/** What a school brings: its score, the bonus of rural schools beside it, and what it asks for. */
function weigh(file: CaseFile): StepResult<"weighed"> {
  const { fullName, rural, lines } = applied.parse(file.application);
  const score = latestAnswer(file, scoring)?.values.score ?? 0;
  const brought: Bid = {
    score: points(score),
    bonus: rural ? points(called.parse(file.call).ruralBonus) : 0,
    applicant: fullName,
    rural,
    submittedAt: file.submittedAt,
    requestedCents: centsIn(lines),
  };
  return { outcome: "weighed", bid: brought };
}

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
  ceilings: z.record(z.string(), z.number()).optional(),
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
    ...offering({ selection, accepted: "award", rejected: "rejected" }),
    ...negotiating({
      selection,
      requested: ({ application: said }) => applied.parse(said).lines,
      ceilings: ({ call }) => called.parse(call).ceilings,
      next: "agreed",
    }),
    agreed: end("agreed"),
    rejected: end("rejected"),
  },
  interruptions: {},
  people: (role, file) => {
    const { fullName: name, email: address } = applied.parse(file.application);
    return role === "applicant" ? { name, email: address, language: file.language } : staffOf(role, file);
  },
  shows: { budget: budgetShown },
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
        .filter(
          ({ key }) =>
            !/^(budget\.|key\.|negotiat|task\.negotiat|state\.negotiat|step\.(award|negotiated)|shows\.budget)/.test(
              key,
            ),
        )
        .map(({ key }) => [key, key]),
    ),
    ...keys,
  },
});
const words: Book = { lt: own, en: own };

export const schoolInitiative = defineProcess({ ...definition, words });
