import { describe, expect, it } from "vitest";
import { itemFaults } from "../../../workflows/blocks/instrument.ts";

const item = { id: "safe", lt: "Jaučiuosi saugiai.", en: "I feel safe.", from: 1, to: 4, agree: 3 };

describe("the items of an instrument", () => {
  it.each([
    ["rises and on which one can agree", [item, { ...item, id: "heard", from: 0, to: 1, agree: 1 }], []],
    [
      "does not rise",
      [{ ...item, to: 1 }],
      [{ field: "items", problem: "outOfOrder", at: { row: 1, column: "to" } }],
    ],
    [
      "ends before anybody agrees",
      [{ ...item, agree: 5 }],
      [{ field: "items", problem: "tooLarge", limit: 4, at: { row: 1, column: "agree" } }],
    ],
    [
      "begins where everybody agrees",
      [{ ...item, agree: 0 }],
      [{ field: "items", problem: "tooSmall", limit: 1, at: { row: 1, column: "agree" } }],
    ],
    [
      "belongs to an item that stands twice",
      [item, { ...item, agree: 2 }],
      [{ field: "items", problem: "repeated", at: { row: 2, column: "id" } }],
    ],
  ])("are told what is wrong with a scale that %s", (_, items, faults) => {
    expect(itemFaults(items)).toEqual(faults);
  });
});
