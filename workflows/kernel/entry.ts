/** The place of one case in the selection of its call, as the call's own machine sees it. */
export interface Entry {
  readonly ref: string;
  /** The state in which the case is, or the status it ended with. */
  readonly state: string;
  readonly ended: boolean;
  readonly endedAt?: string;
  readonly submittedAt: string;
  /** What the case brought to the ranking: score, tie-breaks, preferences. */
  readonly bid?: unknown;
  /** What the ranking and the reserve list decided. */
  readonly decision?: unknown;
  /** Of a case that asks several people at once, for a step that sees so: what they have answered, all rounds of it. */
  readonly answers?: readonly {
    readonly part?: string;
    readonly outcome: string;
    /** UTC instant. */
    readonly at: string;
  }[];
}
