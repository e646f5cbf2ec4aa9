/** A word that breaks in, and what is said with it. */
export interface SaidWord {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A call's word on one case: what is written into its entry and how its waiting machine goes on. */
export interface CaseDecision {
  readonly ref: string;
  /** The call that the case belongs to, where it is not this one: of the case that opened this call. */
  readonly callId?: string;
  readonly decision?: unknown;
  /** What the case brings from now on, where the call has weighed it anew. */
  readonly bid?: unknown;
  readonly signal?: string;
  /** The signal comes after those that the case has not heard yet; without it, it takes their place: the last word counts. */
  readonly isQueued?: true;
  /** A word that breaks in on the case as soon as it may, if it ever may; it counts as said by whoever said the call's own. */
  readonly interrupt?: SaidWord;
  /** A mail to the applicant of that case, by a template of the case's own process. */
  readonly tell?: string;
}
