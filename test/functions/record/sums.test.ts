import { describe, expect, it } from "vitest";
import { sumsOf } from "../../../functions/record/sums.ts";

const part = (until: string, hours?: number, ...competences: ("technology" | "assessment")[]) => ({
  from: "2027-01-10",
  until,
  ...(hours === undefined ? {} : { hours }),
  competences,
  subjects: [],
});

describe("what a record comes to", () => {
  it("counts hours in the year in which what they are of ended", () => {
    const { hours, byYear } = sumsOf([
      part("2027-12-31", 12),
      part("2028-01-01", 8),
      part("2028-03-01", 1.5),
    ]);
    expect(hours).toBe(21.5);
    expect(byYear).toEqual([
      ["2028", 9.5],
      ["2027", 12],
    ]);
  });

  it("counts hours with two tags under both, and tells what has none", () => {
    const sums = sumsOf([
      part("2027-02-01", 10, "technology", "assessment"),
      part("2027-02-01", 5, "assessment"),
      part("2027-02-01", 3),
    ]);
    expect(sums.byCompetence).toEqual([
      ["assessment", 15],
      ["technology", 10],
    ]);
    expect([sums.hours, sums.untagged]).toEqual([18, 3]);
  });

  it("counts nothing of what has no hours, and decimals as they are written", () => {
    expect(sumsOf([part("2027-02-01")]).byYear).toEqual([]);
    expect(sumsOf([part("2027-02-01", 0.1), part("2027-02-01", 0.2)]).hours).toBe(0.3);
  });
});
