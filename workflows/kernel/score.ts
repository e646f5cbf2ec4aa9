declare const sixHundredths: unique symbol;

/**
 * A score as a whole number of 1/600 of a point. Reviews carry at most two decimals and are averaged by two or by
 * three, so every mean is whole in this unit and comparisons are exact.
 */
export type Score = number & { readonly [sixHundredths]: true };

export type ReviewScore =
  | { readonly outcome: "scored"; readonly score: Score }
  /** The two reviews differ by more than the gap of the call: a third is needed. */
  | { readonly outcome: "apart" };

const perPoint = 600;
const perHundredth = perPoint / 100;

/** No rubric gives more, and sums and orders of scores stay exact. */
const mostPoints = 10_000;

/** Could this be stored as a score? */
export const isScore = (units: number): units is Score =>
  Number.isSafeInteger(units) && units >= 0 && units <= mostPoints * perPoint;

/** Reads back a stored score. Throws a RangeError when it is not a whole number of units from 0 to 10 000 points. */
export function storedScore(units: number): Score {
  if (!isScore(units)) throw new RangeError(`not a stored score: ${units}`);
  return units;
}

/** A number of points with at most two decimals, such as a review or a minimum. Throws a RangeError otherwise. */
export function points(value: number): Score {
  const hundredths = Math.round(value * 100);
  if (hundredths / 100 !== value) throw new RangeError(`points have at most two decimals: ${value}`);
  return storedScore(hundredths * perHundredth);
}

/**
 * The score of an application from its reviews, in points from 0 with at most two decimals, in the order in which
 * they were asked for. Two reviews count by their mean unless they differ by more than `gap` points. Then a third
 * decides: the mean of the two nearest, or of all three when the middle one is exactly between. A third review
 * beside two that agree was not needed and does not count.
 *
 * Throws a RangeError on fewer than two or more than three reviews.
 */
export function reviewScore(reviews: readonly number[], gap: number): ReviewScore {
  const [first, second, third, ...more] = reviews.map(points);
  if (first === undefined || second === undefined || more.length > 0) {
    throw new RangeError(`a score is made of two or three reviews, not ${reviews.length}`);
  }
  if (Math.abs(first - second) <= points(gap)) return scored((first + second) / 2);
  if (third === undefined) return { outcome: "apart" };
  return scored(meanOfNearest(first, second, third));
}

/** Is the score at least the minimum of the call, in points? */
export const reaches = (score: Score, minimum: number): boolean => score >= points(minimum);

/** A score for people, with two decimals, halves of a hundredth up: `87.50`, or `87,50` in Lithuanian. */
export function printScore(score: Score, language: "lt" | "en"): string {
  const hundredths = Math.floor((score + perHundredth / 2) / perHundredth);
  const decimals = String(hundredths % 100).padStart(2, "0");
  return `${Math.floor(hundredths / 100)}${language === "lt" ? "," : "."}${decimals}`;
}

function meanOfNearest(a: Score, b: Score, c: Score): number {
  const low = Math.min(a, b, c);
  const high = Math.max(a, b, c);
  const middle = a + b + c - low - high;
  if (middle - low === high - middle) return (low + middle + high) / 3;
  return middle - low < high - middle ? (low + middle) / 2 : (middle + high) / 2;
}

const scored = (units: number): ReviewScore => ({ outcome: "scored", score: storedScore(units) });
