import type { CaseFile, Language } from "../case-file.ts";
import type { Brought } from "./bid.ts";
import type { Terms } from "./selection.ts";
import type { Standing } from "./standing.ts";

/**
 * What of a ranking is changed to see what would follow: places by share, the budget (EUR cents), the minimum score, weights by
 * criterion, and the scores of single cases by their identifiers. Scores in points.
 */
export interface Trial {
  readonly places: Readonly<Record<string, number>>;
  readonly budgetCents?: number;
  readonly minimumScore?: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
}

/** A change that cannot be: which one, and what was expected there. */
export interface TrialFault {
  readonly name: string;
  readonly problem: "unknown" | "notWhole" | "notScore" | "notMoney";
}

/** What a trial may name. */
export interface TrialTerms {
  readonly shares: readonly string[];
  /** The criteria by which reviews were made, with their weights, per cent; none where reviewers gave points. */
  readonly criteria: readonly {
    readonly id: string;
    readonly title: Readonly<Record<Language, string>>;
    readonly weight: number;
  }[];
  /** Identifiers of cases, without the kind. */
  readonly cases: readonly string[];
  /** May the budget be changed? Only where money is what is shared out. */
  readonly isOfMoney: boolean;
  readonly hasMinimum: boolean;
}

/** What becomes of a case: comes to something, loses it, only moves (in the order, in score, to another share), or neither. */
export interface Compared {
  readonly ref: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly change: "in" | "out" | "moved" | "same";
}

/** What an audit found of one case (or, for `rules`, of the call): what was published, and what comes out when it is worked out again. */
export interface Difference {
  readonly ref: string;
  readonly what: "missing" | "score" | "facts" | "order" | "place" | "rules" | "reasons";
  readonly published: string;
  readonly recomputed: string;
}

/** What a case brings, made anew from its application and its reviews: without and with what an appeal has changed. */
export interface BroughtAgain {
  readonly ref: string;
  readonly reviewed: Brought;
  readonly appealed: Brought;
}

export interface AuditFindings {
  /** The published rankings, oldest first: how many cases each has, and every difference. */
  readonly rankings: readonly {
    readonly name: string;
    readonly cases: number;
    readonly differences: readonly Difference[];
  }[];
  /**
   * Scores in the table that are not what the reviews, what was adopted of trials and an upheld appeal say, and reasons
   * told to applicants that do not come out again: changed after they were given.
   */
  readonly changed: readonly Difference[];
}

/** Something freed that nobody gets because the budget does not bear it, and what is missing. EUR cents. */
export interface HeldBack {
  readonly share: string;
  readonly missingCents: number;
}

/** What the machine of a call that selects can be asked. Files are those of the call, with all of its entries. */
export interface SelectionDesk {
  /** The word with which a trial is adopted, on the page of trials: its form takes the changes as an address writes them, and a reason. */
  readonly adoption: string;
  /** The terms that hold: the call's, with what was adopted of trials, less what has fallen away. */
  readonly terms: (call: CaseFile) => Terms;
  readonly heldBack: (call: CaseFile, now: string) => readonly HeldBack[];
  readonly trialTerms: (call: CaseFile) => Omit<TrialTerms, "cases">;
  /** Reads changes as an address writes them. */
  readonly readTrial: (
    query: URLSearchParams,
    terms: TrialTerms,
  ) => { readonly trial: Trial; readonly faults: readonly TrialFault[] };
  /** The same trial is the same text; one that changes nothing is the empty one. */
  readonly writeTrial: (trial: Trial) => string;
  /** The ranking as the terms have it now beside the one that a trial would make, in the order of the trial. */
  readonly compare: (call: CaseFile, trial: Trial) => readonly Compared[];
  /** What a case brings again: `weighed` is what the step that weighed it brings when it is run again. */
  readonly bringAgain: (call: CaseFile, own: CaseFile, weighed: unknown) => BroughtAgain | undefined;
  /** Works out again what was published (`documents`, as they were kept, oldest first), and compares. */
  readonly audit: (
    call: CaseFile,
    documents: readonly { readonly name: string; readonly data: unknown }[],
    again: readonly BroughtAgain[],
  ) => AuditFindings;
}
