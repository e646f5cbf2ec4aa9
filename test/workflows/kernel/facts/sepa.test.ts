import { countrySpecs } from "ibantools";
import { describe, expect, it } from "vitest";
import { isInSepa } from "../../../../workflows/kernel/facts/sepa.ts";

describe("the countries that euro transfers reach", () => {
  it.each(["LT", "DE", "CH", "GB", "GI", "VA", "AL", "ME", "MD", "MK", "RS"])("%s is one of them", (code) => {
    expect(isInSepa(`${code}00`)).toBe(true);
  });

  it.each(["TR", "UA", "BY", "RU", "US", "BA", "XK", "GE", "BR", ""])("%j is none", (code) => {
    expect(isInSepa(`${code}00`)).toBe(false);
  });

  it("are those that the IBAN registry knows, and the five that came in 2024 and 2025", () => {
    const known = Object.entries(countrySpecs).flatMap(([code, { SEPA, IBANRegistry }]) =>
      SEPA && IBANRegistry ? [code] : [],
    );
    const all = Object.keys(countrySpecs).filter((code) => isInSepa(`${code}00`));
    expect(all.toSorted()).toEqual([...known, "AL", "MD", "ME", "MK", "RS"].toSorted());
  });
});
