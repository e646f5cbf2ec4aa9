import * as z from "zod";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { email, longText, number, text } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";
import type { StepResult } from "../kernel/process.ts";
import { defineRecord } from "../kernel/record.ts";
import { reviewScore } from "./score/score.ts";
import { selectionRules } from "./selection.ts";

/** A blind review: a score by the call's rubric, or a conflict of interest that sends the review to another. */
export const review = defineForm({
  id: "review",
  outcomes: ["scored", "conflict"],
  fields: {
    score: number({ min: 0, max: 100, decimals: 2, for: ["scored"] }),
    comment: longText({ max: 4000, optional: true, for: ["scored"] }),
  },
});

/** When no reviewer without a conflict is left, the coordinator names one. */
export const appointment = defineForm({
  id: "appointment",
  outcomes: ["appointed"],
  fields: { name: text({ max: 200 }), email: email({}) },
});

const reviewer = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(["lt", "en"]),
  school: z.string().optional(),
  municipality: z.string().optional(),
});
export type Reviewer = z.infer<typeof reviewer>;

export const reviewRules = selectionRules.extend({ reviewers: z.array(reviewer) });

/** Who reviews this case, by part: the first and the second review, then what follows. */
export const panel = defineRecord("panel", z.array(reviewer.extend({ part: z.string() })));

/** The score of a case, in the unit of blocks/score. */
export const scored = defineRecord(
  "scored",
  z.object({ score: z.number().int(), reviews: z.array(z.number()) }),
);

/** Same school or same municipality is a conflict of interest [programme, rules that hold everywhere]. */
const conflicts = (
  candidate: Reviewer,
  application: Readonly<Record<string, unknown>>,
  email: string,
): boolean =>
  candidate.email.toLowerCase() === email.toLowerCase() ||
  (candidate.school !== undefined && candidate.school === application.school) ||
  (candidate.municipality !== undefined && candidate.municipality === application.municipality);

/**
 * Names as many new reviewers as reviews are missing: two at first, one for each that fell through, one more when
 * two scores lie too far apart. Who comes first turns with the case, so that the load is spread and the same case
 * gets the same people when it is computed again.
 */
export function assignReviewers(file: CaseFile): StepResult<"assigned" | "nobody"> {
  const rules = reviewRules.parse(file.call);
  const before = latestRecord(file, panel) ?? [];
  const wanted = missingReviews(file);
  const appointed = file.answers
    .filter((answer) => answer.form === appointment.id)
    .map((answer) => z.object({ name: z.string(), email: z.string() }).parse(answer.values))
    .map((person): Reviewer => ({ ...person, language: "lt" }));
  const pool = [...appointed, ...turned(rules.reviewers, file.ref)].filter(
    (candidate) =>
      !conflicts(candidate, file.application, String(file.application.email ?? "")) &&
      !before.some((known) => known.email === candidate.email),
  );
  const chosen = pool.slice(0, wanted);
  if (chosen.length < wanted) return { outcome: "nobody" };
  const named = chosen.map((person, index) => ({ ...person, part: `r${before.length + index + 1}` }));
  return {
    outcome: "assigned",
    record: { id: panel.id, data: [...before, ...named] },
    parts: named.map((person) => person.part),
  };
}

function missingReviews(file: CaseFile): number {
  const scores = scoresOf(file);
  return scores.length >= 2 ? 1 : 2 - scores.length;
}

const turned = (reviewers: readonly Reviewer[], ref: string): readonly Reviewer[] => {
  const sum = [...ref].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const from = reviewers.length === 0 ? 0 : sum % reviewers.length;
  return [...reviewers.slice(from), ...reviewers.slice(0, from)];
};

/** Scores given so far, in the order of the panel. */
const scoresOf = (file: CaseFile): number[] =>
  file.answers
    .filter((answer) => answer.form === review.id && answer.outcome === "scored")
    .toSorted((a, b) => partNumber(a.part) - partNumber(b.part))
    .map((answer) => z.number().parse(answer.values.score));

const partNumber = (part: string | undefined): number => Number(part?.slice(1) ?? 0);

/** Weighs what the reviewers said: enough for a score, or another review is needed. */
export function weighReviews(file: CaseFile): StepResult<"scored" | "more"> {
  const reviews = scoresOf(file);
  if (reviews.length < 2) return { outcome: "more" };
  const result = reviewScore(reviews, reviewRules.parse(file.call).scoreGap);
  if (result.outcome === "apart") return { outcome: "more" };
  return { outcome: "scored", record: { id: scored.id, data: { score: result.score, reviews } } };
}
