import type { CaseFile } from "./case-file.ts";
import type { Decision } from "./step-result.ts";

/**
 * How the days of a call's cases are counted where one case's day has to do with another's: each day when it is over, all cases
 * together, so that in which order people said something within a day changes nothing. Local days.
 */
export interface DayCount {
  /** What the days from one to another, both with them, come to: what changes, and nothing else. There may be none of them. */
  readonly close: (file: CaseFile, days: { readonly from: string; readonly to: string }) => Closed;
}

export interface Closed {
  /** At most one of each case, and in the order in which cases are taken. */
  readonly decisions: readonly Decision[];
  /** The next day that changes anything, when nobody says anything until then; none where no day does. */
  readonly next: string | undefined;
}
