/**
 * Shares in per cent with up to two decimals. Sums are compared with them in whole numbers: none of the machine's is exactly a
 * third, or 33.3, of anything.
 */
const hundredths = (percent: number): number => Math.round(percent * 100);
const whole = 10_000;

/** So many per cent of an amount, rounded down to whole cents (C6). */
export const shareOf = (cents: number, percent: number): number =>
  Math.floor((cents * hundredths(percent)) / whole);

/** Is a part more than so many per cent of all? */
export const isMoreThan = (part: number, percent: number, all: number): boolean =>
  part * whole > hundredths(percent) * all;
export const isLessThan = (part: number, percent: number, all: number): boolean =>
  part * whole < hundredths(percent) * all;

/** What others bear where somebody bore an amount, which is so many per cent of all; rounded down to whole cents. */
export function besides(cents: number, percent: number): number {
  const own = hundredths(percent);
  return Number((BigInt(cents) * BigInt(whole - own)) / BigInt(own));
}
