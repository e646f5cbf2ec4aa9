/** A request by its lines, in the order in which they were written. EUR cents. */
export type Lines = readonly { readonly name: string; readonly cents: number }[];

/**
 * The lines of a smaller grant: each by the share of the request that is granted, rounded down to a cent, and what is left by
 * rounding on the first (processes.md 6.7). Throws a RangeError on a grant above the request.
 */
export function linesOfPart(lines: Lines, grantCents: number): Lines {
  const request = lines.reduce((sum, { cents }) => sum + cents, 0);
  if (grantCents > request)
    throw new RangeError(`${grantCents} cents are more than the ${request} asked for`);
  const parts = lines.map(({ name, cents }) => ({ name, cents: share(cents, grantCents, request) }));
  const rest = grantCents - parts.reduce((sum, { cents }) => sum + cents, 0);
  return parts.map((part, index) => (index === 0 ? { ...part, cents: part.cents + rest } : part));
}

/** Whole numbers of any size: cents times cents may pass what a number holds exactly. */
const share = (cents: number, grant: number, request: number): number =>
  Number((BigInt(cents) * BigInt(grant)) / BigInt(request));
