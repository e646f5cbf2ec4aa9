import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { points, printScore, reaches, reviewScore, storedScore } from "../../../workflows/kernel/score.ts";

const gap = 20;

const printed = (reviews: number[], allowed = gap): string => {
  const result = reviewScore(reviews, allowed);
  return result.outcome === "scored" ? printScore(result.score, "en") : result.outcome;
};

const review = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);

describe("the score of an application", () => {
  it.each([
    { rule: "is the mean of two reviews", reviews: [80, 91], score: "85.50" },
    { rule: "needs no third review when the two differ by just the gap", reviews: [60, 80], score: "70.00" },
    { rule: "needs a third review when they differ by more", reviews: [60, 80.01], score: "apart" },
    { rule: "is then the mean of the two nearest, below", reviews: [40, 90, 50], score: "45.00" },
    { rule: "is then the mean of the two nearest, above", reviews: [40, 90, 80], score: "85.00" },
    { rule: "takes a third review beyond both of them", reviews: [40, 70, 95], score: "82.50" },
    {
      rule: "is the mean of all three when the middle is exactly between",
      reviews: [40, 90, 65],
      score: "65.00",
    },
    { rule: "is that of the two equal ones", reviews: [30, 70, 70], score: "70.00" },
    { rule: "leaves out a third review that was not needed", reviews: [80, 90, 0], score: "85.00" },
  ])("$rule: $reviews → $score", ({ reviews, score }) => {
    expect(printed(reviews)).toBe(score);
  });

  it("tells exactly between from nearly between, where floating point would not", () => {
    expect(printed([0.1, 0.3, 0.2], 0.1)).toBe("0.20");
    expect(printed([0.1, 0.31, 0.2], 0.1)).toBe("0.15");
  });

  it("takes the gap with decimals at its word: 0.1 + 0.2 is not more than 0.3", () => {
    expect(printed([0.3, 0], 0.3)).toBe("0.15");
    expect(printed([8.7, 8.4], 0.3)).toBe("8.55");
  });

  it("is compared exactly with the minimum, though both print alike", () => {
    const justBelow = reviewScore([59.99, 60], gap);
    expect(justBelow.outcome === "scored" && reaches(justBelow.score, 60)).toBe(false);
    expect(justBelow.outcome === "scored" && printScore(justBelow.score, "en")).toBe("60.00");
    expect(reaches(points(60), 60)).toBe(true);
  });

  it("prints halves of a hundredth up, with the decimal sign of the language", () => {
    const half = reviewScore([87.12, 87.13], gap);
    expect(half.outcome === "scored" && printScore(half.score, "lt")).toBe("87,13");
    expect(printScore(points(100), "en")).toBe("100.00");
    expect(printScore(points(7.05), "lt")).toBe("7,05");
  });

  it("does not depend on the order of two reviews", () => {
    fc.assert(fc.property(review, review, (a, b) => printed([a, b]) === printed([b, a])));
  });

  it("lies between the lowest and the highest review and survives being stored", () => {
    fc.assert(
      fc.property(review, review, review, (a, b, c) => {
        const result = reviewScore([a, b, c], gap);
        if (result.outcome !== "scored") throw new Error("three reviews always give a score");
        expect(result.score).toBeGreaterThanOrEqual(points(Math.min(a, b, c)));
        expect(result.score).toBeLessThanOrEqual(points(Math.max(a, b, c)));
        expect(storedScore(Number(JSON.stringify(result.score)))).toBe(result.score);
      }),
    );
  });
});

describe("what is no score is refused", () => {
  it.each([[[80]], [[80, 90, 85, 70]], [[]]])("%j: two or three reviews", (reviews) => {
    expect(() => reviewScore(reviews, gap)).toThrow("two or three reviews");
  });

  it.each([80.125, Number.NaN, Number.POSITIVE_INFINITY])("%d: at most two decimals", (value) => {
    expect(() => points(value)).toThrow(RangeError);
  });

  it.each([-600, 0.5, 10_000 * 600 + 1])("%d: no stored score", (units) => {
    expect(() => storedScore(units)).toThrow("not a stored score");
  });
});
