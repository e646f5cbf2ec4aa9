import * as z from "zod";
import { latestRecord } from "../../kernel/case-file.ts";
import type { Criterion, Reviews, ScoredCriterion } from "../../kernel/reviews.ts";
import { conflictKinds } from "./conflicts.ts";
import { review } from "./forms.ts";
import { pointsOf, scored, unassigned } from "./panel.ts";
import { reviewRules, reviewTerms } from "./rules.ts";

const brought = z.object({ score: z.number().int() });

const ruled = z.object(reviewTerms).pick({ rubric: true });

/** Blind reviews by `assignReviewers` and `weighReviews`. `short`: the state in which the coordinator names a reviewer. */
export const blindReviews = <const S extends string>(short: S): Reviews<S> => ({
  form: review,
  given: "scored",
  handedBack: "conflict",
  toApplicant: "comment",
  toCommission: "panelComment",
  short,
  obstacles: [...conflictKinds, "asked", "language", "limit"],
  panel: (call) => {
    const rules = reviewRules.safeParse(call).data;
    return rules && { reviewers: rules.reviewers, points: (values) => pointsOf(values, rules) };
  },
  criteria: (call) =>
    (ruled.safeParse(call).data?.rubric ?? []).map(
      ({ title, weight, anchors }): Criterion => ({ title, weight, best: anchors.length - 1 }),
    ),
  weighed: (file) => {
    const record = file.records.findLast(({ step }) => step === scored.id);
    const read = scored.schema.safeParse(record?.data).data;
    if (!read) return undefined;
    const { reviews, criteria = [] } = read;
    const told = (ruled.parse(file.call).rubric ?? []).map(
      ({ id, title, weight, anchors }): ScoredCriterion => ({
        title,
        weight,
        best: anchors.length - 1,
        scores: criteria.flatMap((given) => given[id] ?? []),
      }),
    );
    // The call may have weighed the case anew, and an appeal may have given it another score.
    const score = brought.safeParse(file.entry?.bid).data?.score ?? read.score;
    return { score, reviews, criteria: criteria.length > 0 ? told : [] };
  },
  unassigned: (file) =>
    file.records.at(-1)?.step === unassigned.id ? (latestRecord(file, unassigned) ?? []) : [],
});
