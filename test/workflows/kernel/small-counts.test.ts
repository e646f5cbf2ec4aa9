import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutSmall } from "../../../workflows/kernel/small-counts.ts";

describe("small counts", () => {
  it("are hidden, and so is the one from which they could be worked out", () => {
    expect(withoutSmall([20, 3, 0])).toEqual([undefined, undefined, 0]);
    expect(withoutSmall([20, 9, 3])).toEqual([20, undefined, undefined]);
    expect(withoutSmall([20, 2, 3])).toEqual([20, undefined, undefined]);
    expect(withoutSmall([20, 7, 0])).toEqual([20, 7, 0]);
  });

  it("are never shown, and never the only ones that are hidden", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 6 }), (counts) => {
        const shown = withoutSmall(counts);
        const hidden = shown.filter((count) => count === undefined).length;
        for (const count of shown)
          if (count !== undefined && count > 0) expect(count).toBeGreaterThanOrEqual(5);
        expect(hidden).not.toBe(1);
      }),
    );
  });
});
