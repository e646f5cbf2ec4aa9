import type * as z from "zod";
import type { rubric } from "../../../workflows/blocks/review/rubric.ts";
import type { selectionRules } from "../../../workflows/blocks/selection.ts";
import type { Trial, TrialFault } from "../../../workflows/selection-call/trial.ts";
import type { LoadedCase } from "../../cases/load.ts";
import type { TriedCase } from "../../findings/tried-cases.ts";
import type { Messages } from "../../reading/messages.ts";

/** A change that cannot be; also a score without a case, or a case without one. */
export interface TriedFault {
  readonly name: string;
  readonly problem: TrialFault["problem"] | "noCase" | "noScore" | "noSuchCase";
}

/** What the page tries, of which call, and what the call has to try it on. */
export interface Tried {
  readonly loaded: LoadedCase;
  /** Those that are ranked: of a small call all, of a large one those whose scores are tried. */
  readonly cases: readonly TriedCase[];
  readonly isLarge: boolean;
  readonly rules: z.infer<typeof selectionRules>;
  readonly criteria: z.infer<typeof rubric>;
  readonly trial: Trial;
  readonly faults: readonly TriedFault[];
  /** As it was typed. */
  readonly query: URLSearchParams;
  /** The words of the cases' own process. */
  readonly words: Messages;
}
