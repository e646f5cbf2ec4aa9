import type { CaseDecision } from "./case-decision.ts";
import type { Entry } from "./entry.ts";

/**
 * How the days of a call's cases are counted where one case's day has to do with another's: each day when it is over, all cases
 * together, so that in which order people said something within a day changes nothing. Local days.
 */
export interface DayCount {
  /** What the days from one to another, both with them, come to: what changes, and nothing else. There may be none of them. */
  readonly close: (counted: Counted, days: { readonly from: string; readonly to: string }) => Closed;
}

/** What the days are counted of: the call's data, and every case of it. */
export interface Counted {
  readonly call: Readonly<Record<string, unknown>>;
  readonly entries?: readonly Entry[];
}

export interface Closed {
  /** At most one of each case, and in the order in which cases are taken. */
  readonly decisions: readonly CaseDecision[];
  /** The next day that changes anything, when nobody says anything until then; none where no day does. */
  readonly next: string | undefined;
}
