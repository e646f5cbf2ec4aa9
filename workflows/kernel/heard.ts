/** A group of a school: whose answers are counted together. */
export interface Place {
  readonly school: string;
  readonly group: string;
}

/** How many of a group had answered by which day. */
export interface PlaceCount extends Place {
  readonly issued: number;
  /** Local days, in order, each on which somebody answered. */
  readonly answered: readonly { readonly day: string; readonly count: number }[];
}

/** An answer of nobody: what is blank is left out. */
export interface AnonymousAnswer extends Place {
  readonly values: Readonly<Record<string, number>>;
  /** Of a study: by which it is paired with another answer of nobody. */
  readonly pseudonym?: string | undefined;
}

/** What a step of the call is told: while answers come in only how many there are, and the answers when they are cut loose from codes. */
export interface Heard {
  readonly places: readonly PlaceCount[];
  readonly answers: readonly AnonymousAnswer[];
  /** Those of the study before, where this one is compared with it. */
  readonly before?: readonly AnonymousAnswer[];
}
