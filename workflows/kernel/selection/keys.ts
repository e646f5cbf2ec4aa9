/** A whole number from 0 to `most`, with a column wherever the order is shown. */
export interface NumberKey<B> {
  readonly name: string;
  /** How it is printed: a score in the unit of kernel/score, or EUR cents. */
  readonly kind: "score" | "number" | "cents";
  readonly first: "highest" | "lowest";
  readonly most: number;
  readonly of: (bid: B) => number;
}

/** Those of whom it is true come first. */
interface YesKey<B> {
  readonly name: string;
  readonly kind: "yes";
  readonly of: (bid: B) => boolean;
}

/** An instant with an offset or `Z`: the earlier comes first. */
interface InstantKey<B> {
  readonly name: string;
  readonly kind: "instant";
  readonly of: (bid: B) => string;
}

/** A text, by Unicode code point. */
interface TextKey<B> {
  readonly name: string;
  readonly kind: "text";
  readonly of: (bid: B) => string;
}

/**
 * One key of an order: what of a bid it looks at, and who comes first by it. Its name is what a decision stores of it when it
 * decided, and leads to its words (`key.<name>`, and `key.<name>.above` for whoever comes after by it).
 */
export type Key<B> = NumberKey<B> | YesKey<B> | InstantKey<B> | TextKey<B>;

/** Scores to 10 000 points, numbers to a million, amounts to a billion euros. */
const most = { score: 6_000_000, number: 1_000_000, cents: 100_000_000_000 } as const;

const numberKey =
  (first: "highest" | "lowest") =>
  <B>(name: string, kind: NumberKey<B>["kind"], of: (bid: B) => number): Key<B> => ({
    name,
    kind,
    first,
    of,
    most: most[kind],
  });

/** Who has more of it comes first. */
export const highest = numberKey("highest");

/** Who has less of it comes first. */
export const lowest = numberKey("lowest");

/** Those of whom it is true come first. */
export const having = <B>(name: string, of: (bid: B) => boolean): Key<B> => ({ name, kind: "yes", of });

/** Who was earlier comes first. `of` gives an instant with an offset or `Z`. */
export const earliest = <B>(name: string, of: (bid: B) => string): Key<B> => ({ name, kind: "instant", of });

/** By name, by Unicode code point: the same on every machine and in every language. */
export const byName = <B>(name: string, of: (bid: B) => string): Key<B> => ({ name, kind: "text", of });
