import type { Language } from "../../kernel/case-file.ts";
import { drawn } from "../lot.ts";
import { type ConflictKind, conflictOf } from "./conflicts.ts";
import type { Reviewer, ReviewRules } from "./rules.ts";

/** Why somebody cannot be asked for a review. */
export type Obstacle = ConflictKind | "asked" | "language" | "limit";

export interface Candidate {
  readonly reviewer: Reviewer;
  /** `undefined`: may be asked. */
  readonly obstacle: Obstacle | undefined;
}

/** What a review is wanted for. */
export interface Wanted {
  readonly ref: string;
  readonly application: Readonly<Record<string, unknown>>;
  readonly language: Language;
  /** E-mail addresses of those who were asked already. */
  readonly asked: readonly string[];
}

type Terms = Pick<ReviewRules, "conflicts" | "seed">;

/**
 * Everybody who could review a case, whoever should be asked first standing first: those with the fewest cases of the
 * call, and among them by a draw that the call's seed decides. `loads`: how many cases each has, by e-mail address in
 * lower case. Then those who cannot, each with the reason.
 */
export function candidatesFor(
  wanted: Wanted,
  reviewers: readonly Reviewer[],
  loads: Readonly<Record<string, number>>,
  { conflicts, seed = "" }: Terms,
): readonly Candidate[] {
  const load = ({ email }: Reviewer) => loads[email.toLowerCase()] ?? 0;
  const obstacleOf = (reviewer: Reviewer): Obstacle | undefined => {
    if (wanted.asked.some((email) => email.toLowerCase() === reviewer.email.toLowerCase())) return "asked";
    const conflict = conflictOf(reviewer, wanted.application, conflicts);
    if (conflict !== undefined) return conflict;
    if (reviewer.reads && !reviewer.reads.includes(wanted.language)) return "language";
    return reviewer.limit !== undefined && load(reviewer) >= reviewer.limit ? "limit" : undefined;
  };
  const draw = new Map(reviewers.map(({ email }) => [email, drawn(`${seed} ${wanted.ref} ${email}`)]));
  return reviewers
    .map((reviewer) => ({ reviewer, obstacle: obstacleOf(reviewer) }))
    .toSorted(
      (a, b) =>
        Number(a.obstacle !== undefined) - Number(b.obstacle !== undefined) ||
        load(a.reviewer) - load(b.reviewer) ||
        (draw.get(a.reviewer.email) ?? 0) - (draw.get(b.reviewer.email) ?? 0),
    );
}
