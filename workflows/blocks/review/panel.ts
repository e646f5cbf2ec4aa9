import * as z from "zod";
import { type Answer, type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import { knownContact } from "../../kernel/contact.ts";
import { defineRecord } from "../../kernel/record.ts";
import { reviewScore } from "../../kernel/score.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { candidatesFor } from "./assignment.ts";
import { conflictKinds, conflictOf } from "./conflicts.ts";
import { appointment, review } from "./forms.ts";
import { pointsBy, scoresIn } from "./rubric.ts";
import { type Reviewer, type ReviewRules, reviewerTerms, reviewRules } from "./rules.ts";

/** Who reviews this case, by part: the first and the second review, then what follows. */
export const panel = defineRecord("panel", z.array(knownContact.extend({ part: z.string() })));

/** Whom no review can be asked of, each with the reason: why the coordinator has to appoint somebody. */
export const unassigned = defineRecord(
  "unassigned",
  z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      why: z.enum([...conflictKinds, "asked", "language", "limit"]),
    }),
  ),
);

/**
 * The score of a case, in the unit of kernel/score, and the points of each review; by a rubric also the scores by
 * criterion that they were made of, in the same order.
 */
export const scored = defineRecord(
  "scored",
  z.object({
    score: z.number().int(),
    reviews: z.array(z.number()),
    criteria: z.array(z.record(z.string(), z.number())).optional(),
  }),
);

/**
 * Names as many new reviewers as reviews are missing: two at first, one for each that fell through, one more when
 * two scores lie too far apart. Those with the fewest cases are asked first, nobody above their limit, nobody in a
 * language that they do not read or against a rule of the call. Whoever did not review gives the case back.
 */
export function assignReviewers(file: CaseFile): StepResult<"assigned" | "nobody"> {
  const rules = reviewRules.parse(file.call);
  const before = latestRecord(file, panel) ?? [];
  const wanted = missingReviews(file);
  const candidates = candidatesFor(
    {
      ref: file.ref,
      application: file.application,
      language: file.language,
      asked: before.map(({ email }) => email),
    },
    [...appointedIn(file), ...rules.reviewers],
    file.loads ?? {},
    { ...rules, seed: rules.seed ?? file.callId },
  );
  const isAppointed = ({ email }: Reviewer) => appointedIn(file).some((known) => known.email === email);
  const free = candidates.flatMap(({ reviewer, obstacle }) => (obstacle === undefined ? [reviewer] : []));
  const chosen = [...free.filter(isAppointed), ...free.filter((person) => !isAppointed(person))].slice(
    0,
    wanted,
  );
  if (chosen.length < wanted) {
    const data = candidates.flatMap(({ reviewer: { name, email }, obstacle }) =>
      obstacle === undefined ? [] : [{ name, email, why: obstacle }],
    );
    return { outcome: "nobody", record: { id: unassigned.id, data } };
  }
  const named = chosen.map(({ name, email, language }, index) => ({
    name,
    email,
    language,
    part: `r${before.length + index + 1}`,
  }));
  const busy = [...before.filter(({ part }) => hasScored(file, part)), ...named];
  return {
    outcome: "assigned",
    record: { id: panel.id, data: [...before, ...named] },
    parts: named.map((person) => person.part),
    shares: busy.map(({ email }) => {
      const limit = rules.reviewers.find((known) => known.email === email)?.limit;
      return { person: email, ...(limit === undefined ? {} : { limit }) };
    }),
  };
}

const appointed = z.object({ name: z.string(), email: z.string() });

/** Whom the coordinator appointed for this case, the latest first: what kept the ones before back is still so. */
const appointedIn = (file: CaseFile): readonly Reviewer[] =>
  file.answers
    .filter((answer) => answer.form === appointment.id)
    .map((answer) => appointed.parse(answer.values))
    .map((person) => ({ ...person, language: "lt" as const }))
    .toReversed();

const termsOfAll = z.object({ reviewers: z.array(knownContact.extend(reviewerTerms.shape)) });
const conflictRules = reviewRules.pick({ conflicts: true });

/**
 * The rule of the call by which this person may not review this case, as things are now: who was free of conflicts at the
 * assignment may have declared one since, and an application may have been put right.
 */
export function conflictNow(file: CaseFile, email: string) {
  const rules = termsOfAll.safeParse(file.call);
  const known = rules.data?.reviewers.find((other) => other.email.toLowerCase() === email.toLowerCase());
  const { conflicts } = conflictRules.parse(file.call);
  return conflictOf(known ?? { email }, file.application, conflicts);
}

const reviewsIn = (file: CaseFile): readonly Answer[] =>
  file.answers
    .filter((answer) => answer.form === review.id && answer.outcome === "scored")
    .toSorted((a, b) => partNumber(a.part) - partNumber(b.part));

const hasScored = (file: CaseFile, part: string): boolean =>
  reviewsIn(file).some((answer) => answer.part === part);

/** So many reviews are asked for at once. */
export const mostReviews = 2;

function missingReviews(file: CaseFile): number {
  const given = reviewsIn(file).length;
  return given >= mostReviews ? 1 : mostReviews - given;
}

const partNumber = (part: string | undefined): number => Number(part?.slice(1) ?? 0);

/** The points of one review, from 0 to 100: what the reviewer gave, or what the criteria come to by their weights. */
export function pointsOf(
  values: Readonly<Record<string, unknown>>,
  { rubric }: Pick<ReviewRules, "rubric">,
): number {
  const scores = rubric && scoresIn(rubric, values);
  return rubric && scores ? pointsBy(rubric, scores) : z.number().parse(values.score);
}

/** Weighs what the reviewers said: enough for a score, or another review is needed. */
export function weighReviews(file: CaseFile): StepResult<"scored" | "more"> {
  const rules = reviewRules.parse(file.call);
  const given = reviewsIn(file);
  const reviews = given.map(({ values }) => pointsOf(values, rules));
  if (reviews.length < 2) return { outcome: "more" };
  const result = reviewScore(reviews, rules.scoreGap);
  if (result.outcome === "apart") return { outcome: "more" };
  const criteria = given.flatMap(({ values }) => {
    const scores = rules.rubric && scoresIn(rules.rubric, values);
    return scores ? [scores] : [];
  });
  return {
    outcome: "scored",
    record: {
      id: scored.id,
      data: {
        score: result.score,
        reviews,
        ...(criteria.length === given.length ? { criteria } : {}),
      },
    },
  };
}
