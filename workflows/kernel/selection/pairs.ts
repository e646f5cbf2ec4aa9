import type { Key } from "./keys.ts";

/**
 * Two sides that choose each other: those who look for a place, and those who take so many in. Whoever looks says where they
 * want to go; whoever takes in may name some first, and takes the others by keys, as an order does.
 */
export interface Pairs<B, P> {
  /** Where somebody wants to go, the most wanted first. */
  readonly wants: (bid: B) => readonly string[];
  /** So many a place still takes. */
  readonly capacity: (place: P) => number;
  /** Whom a place names itself, the most liked first; it need not name anybody. */
  readonly names: (place: P) => readonly string[];
  /** By what a place takes the others. */
  readonly likes: (place: P) => readonly Key<B>[];
  /** Who can come to a place; a conflict of interest, or a word of either side, may keep two apart. */
  readonly fits: (bid: B, place: P) => boolean;
}

/** Says how two sides choose each other. */
export const pairs = <B, P>(said: Pairs<B, P>): Pairs<B, P> => said;
