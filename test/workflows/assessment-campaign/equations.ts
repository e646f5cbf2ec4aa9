/**
 * Solves what a published table lets everybody work out: sums of parts are their wholes. Exact fractions, Gauss and Jordan. It knows
 * nothing of how figures are hidden.
 */

/** A fraction, in lowest terms, its denominator above 0. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new RangeError("nothing is divided by 0");
  const by = gcd(over, under) * (under < 0n ? -1n : 1n);
  return by === 0n ? { over: 0n, under: 1n } : { over: over / by, under: under / by };
}

const minus = (a: Fraction, b: Fraction) => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
const times = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under);
const by = (a: Fraction, b: Fraction) => fraction(a.over * b.under, a.under * b.over);
const isZero = ({ over }: Fraction) => over === 0n;

/** Coefficients by unknown, and what they come to. */
export interface Equation {
  readonly of: ReadonlyMap<string, Fraction>;
  readonly is: Fraction;
}

/** The unknowns that the equations determine, each with its value. Throws where the equations contradict each other. */
export function determined(equations: readonly Equation[]): ReadonlyMap<string, Fraction> {
  const names = [...new Set(equations.flatMap(({ of }) => [...of.keys()]))];
  const zero = fraction(0n);
  const rows = equations.map(({ of, is }) => [...names.map((name) => of.get(name) ?? zero), is]);
  const pivots: { readonly row: number; readonly column: number }[] = [];
  for (let column = 0; column < names.length; column += 1) {
    const at = pivots.length;
    const found = rows.findIndex((row, index) => index >= at && !isZero(row[column] ?? zero));
    if (found < 0) continue;
    const [pivot, other] = [rows[found] ?? [], rows[at] ?? []];
    rows[found] = other;
    const lead = pivot[column] ?? zero;
    const scaled = pivot.map((cell) => by(cell, lead));
    rows[at] = scaled;
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? zero;
      if (index === at || isZero(factor)) continue;
      rows[index] = row.map((cell, place) => minus(cell, times(factor, scaled[place] ?? zero)));
    }
    pivots.push({ row: at, column });
  }
  for (const row of rows.slice(pivots.length))
    if (!isZero(row.at(-1) ?? zero)) throw new Error("the published table contradicts itself");
  return new Map(
    pivots.flatMap(({ row, column }) => {
      const cells = rows[row] ?? [];
      const others = cells.slice(0, -1).filter((cell, at) => at !== column && !isZero(cell));
      const name = names[column];
      return others.length === 0 && name !== undefined ? [[name, cells.at(-1) ?? zero] as const] : [];
    }),
  );
}
