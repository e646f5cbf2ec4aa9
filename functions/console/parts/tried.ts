import type {
  SelectionDesk,
  Trial,
  TrialFault,
  TrialTerms,
} from "../../../workflows/kernel/selection/desk.ts";
import type { Terms } from "../../../workflows/kernel/selection/selection.ts";
import type { LoadedCase } from "../../cases/load.ts";
import type { TriedCase } from "../../findings/tried-cases.ts";
import type { SelectionTelling } from "../../reading/standing.ts";

/** A change that cannot be; also a score without a case, or a case without one. */
export interface TriedFault {
  readonly name: string;
  readonly problem: TrialFault["problem"] | "noCase" | "noScore" | "noSuchCase";
}

/** What the page tries, of which call, and what the call has to try it on. */
export interface Tried extends Pick<SelectionTelling, "selection" | "words"> {
  readonly loaded: LoadedCase;
  readonly desk: SelectionDesk;
  /** Those that are ranked: of a small call all, of a large one those whose scores are tried. */
  readonly cases: readonly TriedCase[];
  readonly isLarge: boolean;
  /** The terms of the call as it was published. */
  readonly terms: Terms;
  readonly mayName: TrialTerms;
  readonly trial: Trial;
  readonly faults: readonly TriedFault[];
  /** As it was typed. */
  readonly query: URLSearchParams;
}
