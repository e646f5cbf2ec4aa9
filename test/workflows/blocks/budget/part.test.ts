import * as fc from "fast-check";
import { expect, it } from "vitest";
import { linesOfPart } from "../../../../workflows/blocks/budget/part.ts";

const lines = (...cents: readonly number[]) =>
  cents.map((one, index) => ({ name: `line${index}`, cents: one }));
const centsOf = (of: ReturnType<typeof linesOfPart>) => of.map(({ cents }) => cents);

it.each([
  { asked: [120_000, 30_000], grant: 100_000, granted: [80_000, 20_000] },
  { asked: [100, 100, 100], grant: 100, granted: [34, 33, 33] },
  { asked: [1, 99_999], grant: 50_000, granted: [1, 49_999] },
  { asked: [500], grant: 0, granted: [0] },
])("a grant of $grant for $asked is $granted", ({ asked, grant, granted }) => {
  expect(centsOf(linesOfPart(lines(...asked), grant))).toEqual(granted);
});

it("is the grant in all, and on each line but the first its share, rounded down", () => {
  const asked = fc.array(fc.integer({ min: 1, max: 100_000_000_000 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true }), (cents, part) => {
      const request = cents.reduce((sum, one) => sum + one, 0);
      const grant = Math.floor(request * part);
      const [first = 0, ...others] = centsOf(linesOfPart(lines(...cents), grant));
      expect(first + others.reduce((sum, one) => sum + one, 0)).toBe(grant);
      for (const [index, one] of others.entries())
        expect(one).toBe(Number((BigInt(cents[index + 1] ?? 0) * BigInt(grant)) / BigInt(request)));
    }),
  );
});

it("is never more than was asked for", () => {
  expect(() => linesOfPart(lines(100), 101)).toThrow(RangeError);
});
