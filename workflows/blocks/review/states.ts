import { spokenAs } from "../../kernel/book.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { Fields } from "../../kernel/field.ts";
import type { Form } from "../../kernel/form.ts";
import type { Process } from "../../kernel/process.ts";
import { ask, each, step } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { guest, staff } from "../asking.ts";
import { blockWords } from "../words.ts";
import { appointment, review } from "./forms.ts";
import { assignReviewers, conflictNow, mostReviews } from "./panel.ts";
import { blindReviews } from "./reviews.ts";

/**
 * Two blind reviews, and a third where they lie apart; where nobody without a conflict of interest is left, the coordinator appoints
 * somebody. It begins at `panel`, and goes on at `scored` once `weigh` has a score; reviewers also read what stands in `about`.
 */
export const reviewing = <const Scored extends string>(
  weigh: (file: CaseFile) => StepResult<"scored" | "more">,
  scored: Scored,
  about?: readonly Form<Fields, string>[],
) =>
  ({
    panel: step(assignReviewers, { assigned: "review", nobody: "appointment" }, { sees: "loads" }),
    appointment: ask("coordinator", appointment, {
      ...staff,
      on: { appointed: "panel", expired: "appointment" },
    }),
    review: each("reviewer", review, {
      ...guest,
      ...(about ? { about } : {}),
      most: mostReviews,
      next: "weighing",
    }),
    // A step is called so elsewhere, too, where nothing was reviewed.
    weighing: spokenAs("reviewWeighing", blockWords, step(weigh, { scored, more: "panel" })),
  }) as const;

/** What a process with these states says of its reviews. */
export const reviews = blindReviews("appointment");

/** Whoever may not review the application hands it on; nobody else is kept from anything. */
export const conflict: NonNullable<Process["conflict"]> = (role, file, email) => {
  const kind = role === "reviewer" ? conflictNow(file, email) : undefined;
  return kind && { outcome: "conflict", values: { kind } };
};
