import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fundedTravelDays,
  ratesOn,
  travelCents,
  travelRates,
} from "../../../../workflows/kernel/facts/rates.ts";

const day = "2027-06-01";

describe("travel support by distance", () => {
  it.each([
    [0, 0, 0],
    [9, 0, 0],
    [10, 28_00, 56_00],
    [99, 28_00, 56_00],
    [100, 211_00, 285_00],
    [499, 211_00, 285_00],
    [500, 309_00, 417_00],
    [1999, 309_00, 417_00],
    [2000, 395_00, 535_00],
    [2999, 395_00, 535_00],
    [3000, 580_00, 785_00],
    [3999, 580_00, 785_00],
    [4000, 1188_00, 1188_00],
    [7999, 1188_00, 1188_00],
    [8000, 1735_00, 1735_00],
    [20_000, 1735_00, 1735_00],
  ])("%d km pays %d cents, with green travel %d", (km, standard, green) => {
    expect(travelCents(km, false, day)).toBe(standard);
    expect(travelCents(km, true, day)).toBe(green);
  });

  it("never pays less for a longer way, nor less for green travel", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(5000), (km, more) => {
        expect(travelCents(km + more, false, day)).toBeGreaterThanOrEqual(travelCents(km, false, day));
        expect(travelCents(km, true, day)).toBeGreaterThanOrEqual(travelCents(km, false, day));
      }),
    );
  });

  it.each([-1, 99.5, Number.NaN])("%d is no distance in whole kilometres", (km) => {
    expect(() => travelCents(km, false, day)).toThrow("whole kilometres");
  });
});

describe("rates", () => {
  it("hold from their day on and are not guessed before it", () => {
    expect(ratesOn("2024-01-01").effectiveFrom).toBe("2024-01-01");
    expect(() => ratesOn("2023-12-31")).toThrow("no travel rates are known for 2023-12-31");
  });

  it("fund two travel days, six with green travel", () => {
    expect([fundedTravelDays(false, day), fundedTravelDays(true, day)]).toEqual([2, 6]);
  });

  it.each(travelRates)(
    "of $effectiveFrom follow each other, name a source and leave no kilometre out",
    (rates) => {
      expect(rates.source).not.toBe("");
      for (const [index, { fromKm }] of rates.bands.entries()) {
        if (index > 0) expect(fromKm).toBe((rates.bands[index - 1]?.toKm ?? Number.NaN) + 1);
      }
      expect(rates.bands.at(-1)).not.toHaveProperty("toKm");
      const starts = travelRates.map(({ effectiveFrom }) => effectiveFrom);
      expect(starts.toSorted()).toEqual(starts);
    },
  );
});
