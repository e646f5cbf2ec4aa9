import type { Obstructed, Weighed } from "../../workflows/kernel/reviews.ts";
import type { LoadedCase } from "../cases/load.ts";

type Known = Pick<LoadedCase, "file" | "process">;

export type ScoreFact = { readonly kind: "score" } & Weighed;

interface UnassignedFact {
  readonly kind: "unassigned";
  readonly found: readonly Obstructed[];
}

/** What reviewers wrote to the applicant, who does not learn from whom it is. */
interface CommentsFact {
  readonly kind: "comments";
  readonly lines: readonly string[];
}

export type ReviewFact = ScoreFact | UnassignedFact | CommentsFact;

/** The score of a case once its reviews were weighed. */
export function scoreOf({ file, process }: Known): ScoreFact[] {
  const weighed = process.reviews?.weighed(file);
  return weighed ? [{ kind: "score", ...weighed }] : [];
}

/** Why nobody could be asked for a review, while somebody has to be appointed. */
export function unassignedOf({ file, process }: Known): UnassignedFact[] {
  const found = process.reviews?.unassigned(file) ?? [];
  return found.length > 0 ? [{ kind: "unassigned", found }] : [];
}

export function commentsOf({ file, process: { reviews } }: Known): CommentsFact[] {
  const lines = file.answers.flatMap(({ form, values }) => {
    const said = reviews && form === reviews.form.id ? values[reviews.toApplicant] : undefined;
    return typeof said === "string" ? [said] : [];
  });
  return lines.length > 0 ? [{ kind: "comments", lines }] : [];
}
