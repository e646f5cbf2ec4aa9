import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption, type Person } from "../kernel/case-file.ts";
import { knownContact } from "../kernel/contact.ts";
import { workingDays } from "../kernel/duration.ts";
import { deadline } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import { number } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { points } from "../kernel/score.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** The applicant says why the decision is wrong. */
export const appeal = defineForm({
  id: "appeal",
  words: blockWords,
  outcomes: ["appealed"],
  fields: { reason: why({ max: 4000 }) },
});

/** Was the application after all eligible? */
export const screeningAppeal = defineForm({
  id: "screeningAppeal",
  words: blockWords,
  outcomes: ["upheld", "dismissed"],
  fields: { reason: why({ max: 4000 }) },
});

/** Does the application deserve another score? In points, as the reviewers give them. */
export const rankingAppeal = defineForm({
  id: "rankingAppeal",
  words: blockWords,
  outcomes: ["upheld", "dismissed"],
  fields: {
    score: number({ min: 0, max: 100, decimals: 2, for: ["upheld"] }),
    reason: why({ max: 4000 }),
  },
});

/** What a call says of appeals; without days there are none. */
export const appealRules = z.object({
  /** Working days after the applicant was told. */
  appealDays: z.number().int().positive().max(60).optional(),
  /** Who decides on appeals, in order: the first who decided nothing in the case before. */
  appeals: z.array(knownContact).optional(),
});

/** The decisions that can be appealed against, by the state in which a case waits after them. */
export const appealable = ["ineligibleTold", "rejectionTold", "onReserveList"] as const;

/**
 * Until when the decision that was told last can be appealed against; in a call without appeals no time is left. The
 * reserve list is told at once with the rejections, and only then.
 */
export const appealsClose: Due = (file, now) => {
  const { appealDays } = appealRules.parse(file.call);
  if (appealDays === undefined) return iso(Temporal.Instant.from(now).subtract({ seconds: 1 }));
  return iso(deadline(workingDays(appealDays), Temporal.Instant.from(toldAt(file) ?? now)));
};

/** When the ranking was made known to this case; before that what is told is told now. */
const toldAt = (file: CaseFile): string | undefined => told.safeParse(file.entry?.decision).data?.toldAt;

const told = z.object({ toldAt: z.string().optional() });

/** Against which decision the appeal is: the one on eligibility, or the place in the ranking. */
export const receiveAppeal = (file: CaseFile): StepResult<"screening" | "ranking"> => ({
  outcome: latestInterruption(file, "appealed")?.state === "ineligibleTold" ? "screening" : "ranking",
  tell: [{ role: "applicant", template: "appealReceived" }],
});

/** A dismissed appeal leaves everything as it was. */
export function dismissAppeal(file: CaseFile): StepResult<"ineligible" | "rejected" | "reserve"> {
  const tell = [{ role: "applicant", template: "appealDismissed" }] as const;
  switch (latestInterruption(file, "appealed")?.state) {
    case "ineligibleTold":
      return { outcome: "ineligible", tell };
    case "rejectionTold":
      return { outcome: "rejected", tell };
    default:
      return { outcome: "reserve", tell };
  }
}

/** An upheld appeal brings the case to the reviewers, or its new score to the ranking. */
export function upholdAppeal(file: CaseFile, now: string): StepResult<"review" | "ranking"> {
  const tell = [{ role: "applicant", template: "appealUpheld" }] as const;
  const score = latestAnswer(file, rankingAppeal)?.values.score;
  if (score === undefined) return { outcome: "review", tell };
  return {
    outcome: "ranking",
    bid: { ...Object(file.entry?.bid), score: points(score), rescoredAt: now },
    tell,
  };
}

/** Who decides on the appeal: the first of the call's appeal commission who decided nothing in this case before. */
export function appealDecider(file: CaseFile, involved: readonly string[]): Person | undefined {
  const before = new Set(
    [...file.answers.map(({ by }) => by), ...involved].map((email) => email.toLowerCase()),
  );
  return appealRules
    .safeParse(file.call)
    .data?.appeals?.find(({ email }) => !before.has(email.toLowerCase()));
}
