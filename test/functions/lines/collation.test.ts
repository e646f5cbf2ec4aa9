import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collationKey, wordsIn } from "../../../functions/lines/collation.ts";

const byKey = (a: string, b: string): number => {
  const [x, y] = [collationKey(a), collationKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

describe("the key by which texts are kept in the order of the alphabet", () => {
  it("orders as the Lithuanian alphabet does", () => {
    const sorted = [
      "Ana",
      "Ąžuolas",
      "Azas",
      "Cinos",
      "Čia",
      "Ilona",
      "Yla",
      "Įtakas",
      "Jonas",
      "Šiauliai",
      "Tomas",
      "Zita",
      "Žydrė",
    ];
    expect(sorted.toReversed().toSorted(byKey)).toEqual(sorted.toSorted(new Intl.Collator("lt").compare));
  });

  it("agrees with the collation of CLDR on any text of the letters that it knows", () => {
    const { compare } = new Intl.Collator("lt");
    const letters = "aąàbcčdeęėéfghiįyjklłmnoóöpqrsštuųūüvwxzžż AĄBCČEĘĖIĮYSŠUŲŪZŽ-–,.'’\"„“()&/0123456789";
    const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byKey(a, b))).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 5_000 },
    );
  });

  it("is of bytes alone that stand above what parts a key, and fits into one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const key = collationKey(text);
        expect(key).toMatch(/^[$-~]*![$-~]*![$-~]*$/);
        expect(key.length).toBeLessThan(700);
      }),
    );
  });

  it("puts letters of other scripts behind the Latin ones, and letters with unknown marks beside their bases", () => {
    expect(["Ж", "Ǻ", "z", "a", "b"].toSorted(byKey)).toEqual(["a", "Ǻ", "b", "z", "Ж"]);
  });
});

describe("the words that a search begins with", () => {
  it.each([
    [["Žydrė Žukė-Łukasz"], ["zydre", "zuke", "lukasz"]],
    [
      ["Vilniaus „Ąžuolo“ progimnazija", "1A2B3C4D"],
      ["vilniaus", "azuolo", "progimnazija", "1a2b3c4d"],
    ],
    [["Ona Ona", "ona"], ["ona"]],
    [["", " -- "], []],
  ])("of %j", (texts, words) => {
    expect(wordsIn(...texts)).toEqual(words);
  });
});
