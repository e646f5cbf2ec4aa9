/** x.5 becomes x+1, exactly, also of a fraction [processes, C6]. */
export const halfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));
