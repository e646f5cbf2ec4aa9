import { describe, expect, it } from "vitest";
import { missingOf, type Need } from "../../../../workflows/blocks/rehearsal/needs.ts";
import { reviewColumns, reviewNeeds } from "../../../../workflows/blocks/rehearsal/reviewing.ts";
import { oneOf, optional } from "../../../../workflows/kernel/rehearsal-cells.ts";

const columns = {
  ...reviewColumns,
  screening: optional(oneOf("fit", "unfit")),
  offer: optional(oneOf("yes", "no")),
};
const road: readonly Need[] = [
  { columns: ["screening"], because: "it was sent in time", goesOn: ({ screening }) => screening === "fit" },
  ...reviewNeeds({ scoreGap: 20, minimumScore: 60 }),
  { columns: ["offer"], because: "the score reaches the minimum" },
];
const missing = (cells: Readonly<Record<string, unknown>>) =>
  missingOf({ line: 7, cells }, road, columns).map(({ column }) => column);

describe("what a line needs", () => {
  it("is told by line, column, what is expected and why", () => {
    expect(missingOf({ line: 7, cells: {} }, road, columns)).toEqual([
      { line: 7, column: "screening", expected: "fit or unfit (needed because it was sent in time)" },
    ]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["nothing once its road has ended", { screening: "unfit" }, []],
    ["two scores of whoever is fit", { screening: "fit" }, ["score_1", "score_2"]],
    [
      "a third where they lie apart by more than the gap",
      { screening: "fit", score_1: 50, score_2: 71 },
      ["score_3"],
    ],
    ["none where they lie apart by the gap", { screening: "fit", score_1: 60, score_2: 80 }, ["offer"]],
    ["an answer to the offer from the minimum on", { screening: "fit", score_1: 60, score_2: 60 }, ["offer"]],
    ["none below it", { screening: "fit", score_1: 59, score_2: 60 }, []],
    ["none where all is there", { screening: "fit", score_1: 90, score_2: 80, offer: "no" }, []],
  ])("is %s", (_, cells, expected) => {
    expect(missing(cells)).toEqual(expected);
  });
});
