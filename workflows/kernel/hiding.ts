import { compareByCodePoint } from "./code-point.ts";

/** A part of a whole that is published: how many answers it has. */
export interface CountedPart {
  readonly name: string;
  readonly n: number;
}

/** Fewer answers than `least` are hidden: whoever gave them could be known. */
const isFew = ({ n }: CountedPart, least: number): boolean => n > 0 && n < least;

/** Before which other a part is hidden: the smaller, then by name, by Unicode code point. */
const isBefore = (a: CountedPart, b: CountedPart): boolean =>
  a.n < b.n || (a.n === b.n && compareByCodePoint(a.name, b.name) < 0);

/**
 * The parts of a whole that stay hidden (complementary suppression): those with few answers, and as many of the others, the smallest
 * first, as it takes that what is hidden does not follow from the whole. A part without answers is none.
 */
function hiddenIn(parts: readonly CountedPart[], least: number): ReadonlySet<string> {
  const hidden = new Set(parts.filter((part) => isFew(part, least)).map(({ name }) => name));
  let together = parts.reduce((sum, { name, n }) => sum + (hidden.has(name) ? n : 0), 0);
  while (hidden.size > 0 && (hidden.size === 1 || together < least)) {
    const next = smallestOf(parts.filter(({ name }) => !hidden.has(name)));
    if (!next) break;
    hidden.add(next.name);
    together += next.n;
  }
  return hidden;
}

/** The smallest part that has answers. */
const smallestOf = (parts: readonly CountedPart[]): CountedPart | undefined =>
  parts
    .filter(({ n }) => n > 0)
    .reduce<CountedPart | undefined>(
      (least, part) => (least && !isBefore(part, least) ? least : part),
      undefined,
    );

/** A whole with its parts, and theirs. */
export interface Nested extends CountedPart {
  readonly parts: readonly CountedPart[];
}

/**
 * What is hidden of a whole that is published on three levels: of its parts, and of theirs. Of a part with few answers all that it has
 * is hidden; one that is hidden for another's sake hides at least one of its own, because their sum would tell it.
 */
export function hiddenNested(
  wholes: readonly Nested[],
  least: number,
): { readonly outer: ReadonlySet<string>; readonly inner: ReadonlySet<string> } {
  const outer = hiddenIn(wholes, least);
  const inner = wholes.flatMap((whole) => {
    if (whole.n < least) return whole.parts.filter(({ n }) => n > 0).map(({ name }) => name);
    const hidden = hiddenIn(whole.parts, least);
    const smallest = smallestOf(whole.parts);
    return outer.has(whole.name) && hidden.size === 0 && smallest ? [smallest.name] : [...hidden];
  });
  return { outer, inner: new Set(inner) };
}
