import * as z from "zod";
import { conflictRules, relation } from "./conflicts.ts";
import { rubric } from "./rubric.ts";

const language = z.enum(["lt", "en"]);

/** What a call says of a reviewer beside how to write to them. */
export const reviewerTerms = z.strictObject({
  school: z.string().optional(),
  municipality: z.string().optional(),
  /** The languages in which they read applications; without it, all. */
  reads: z.array(language).min(1).optional(),
  /** How many applications of the call they review at most. */
  limit: z.number().int().positive().optional(),
  relations: z.array(relation).optional(),
});

const reviewer = z.object({ name: z.string(), email: z.string(), language, ...reviewerTerms.shape });
export type Reviewer = z.infer<typeof reviewer>;

/** What a call with reviews may say of how they are made. */
export const reviewTerms = {
  rubric: rubric.optional(),
  conflicts: conflictRules.optional(),
  /** Decides who goes first among reviewers with equal loads; the same seed gives the same people. */
  seed: z.string().max(60).optional(),
};

export const reviewRules = z.object({
  /** Two reviews further apart than this, in points, ask for a third. */
  scoreGap: z.number().nonnegative(),
  reviewers: z.array(reviewer),
  ...reviewTerms,
});
export type ReviewRules = z.infer<typeof reviewRules>;
