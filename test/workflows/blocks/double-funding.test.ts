import { expect, it } from "vitest";
import { fundedTwice } from "../../../workflows/blocks/double-funding.ts";

const other = (from: string, to: string) => ({ ref: "case#other", from, to });
const own = { from: "2027-05-03", to: "2027-05-09" };

it.each([
  ["begins on the day on which another ends", other("2027-04-26", "2027-05-03"), 1],
  ["lies within another", other("2027-05-01", "2027-05-31"), 1],
  ["begins on the day after another has ended", other("2027-04-26", "2027-05-02"), 0],
  ["ended on the day before another begins", other("2027-05-10", "2027-05-16"), 0],
])("a journey that %s", (_, funded, count) => {
  expect(fundedTwice({ funded: [funded] }, own)).toHaveLength(count);
});

it("nothing was looked for, nothing was found", () => {
  expect(fundedTwice({}, own)).toEqual([]);
});
