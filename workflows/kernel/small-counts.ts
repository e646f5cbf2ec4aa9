/** Counts of fewer people than this are shown to nobody: they could be recognised. */
const least = 5;

/**
 * Counts that may be shown; `undefined` stands for one that is too small. Where hiding one alone would let it be worked
 * out from the whole, the smallest of the others is hidden with it. Under five people in all, nothing is shown.
 */
export function withoutSmall(counts: readonly number[]): readonly (number | undefined)[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole < least) return counts.map(() => undefined);
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < least ? [index] : [])));
  if (hidden.size === 1) {
    const others = counts.map((count, index) => ({ count, index })).filter(({ index }) => !hidden.has(index));
    const smallest = others.toSorted((a, b) => (a.count || Infinity) - (b.count || Infinity))[0];
    if (smallest) hidden.add(smallest.index);
  }
  return counts.map((count, index) => (hidden.has(index) ? undefined : count));
}
