/**
 * The lines of a smaller grant, in the order in which they were written: each by the share of the request that is granted, rounded
 * down to a cent, and what is left by rounding on the first (processes.md 6.7). Throws a RangeError on a grant above the request.
 * EUR cents.
 */
export function linesOfPart<L extends { readonly cents: number }>(
  lines: readonly L[],
  grantCents: number,
): readonly L[] {
  const request = centsIn(lines);
  if (grantCents > request)
    throw new RangeError(`${grantCents} cents are more than the ${request} asked for`);
  const parts = lines.map((line) => ({ ...line, cents: share(line.cents, grantCents, request) }));
  const rest = grantCents - centsIn(parts);
  return parts.map((part, index) => (index === 0 ? { ...part, cents: part.cents + rest } : part));
}

/** What lines come to. EUR cents. */
export const centsIn = (lines: readonly { readonly cents: number }[]): number =>
  lines.reduce((sum, { cents }) => sum + cents, 0);

/** Whole numbers of any size: cents times cents may pass what a number holds exactly. */
const share = (cents: number, grant: number, request: number): number =>
  Number((BigInt(cents) * BigInt(grant)) / BigInt(request));
