import { describe, expect, it } from "vitest";
import { type Budget, renewed, row, section, tableOf } from "./report.ts";

const atMost: Budget = { text: "≤ 100 ms", most: 100, limitedBy: "the disk" };
const atLeast: Budget = { text: "≥ 10 ×", least: 10, limitedBy: "the network" };

describe("a budget is missed", () => {
  it.each([
    { budget: atMost, figure: 100, isMissed: false },
    { budget: atMost, figure: 100.1, isMissed: true },
    { budget: atLeast, figure: 10, isMissed: false },
    { budget: atLeast, figure: 9.9, isMissed: true },
    { budget: atMost, figure: Number.NaN, isMissed: true },
    { budget: undefined, figure: 1e9, isMissed: false },
  ])("$figure with $budget.text: $isMissed", ({ budget, figure, isMissed }) => {
    expect(row("a page", "so much", figure, budget).isMissed).toBe(isMissed);
  });
});

describe("what is missed is marked", () => {
  const report = {
    rows: [row("a page", "120 ms", 120, atMost), row("a peer", "12 ×", 12, atLeast)],
    notes: ["Measured twice."],
  };

  it("in the printed table", () => {
    expect(tableOf(report)).toEqual({
      "a page": { measured: "120 ms", budget: "≤ 100 ms", "": "MISSED" },
      "a peer": { measured: "12 ×", budget: "≥ 10 ×", "": "" },
    });
  });

  it("in the document, with what limits each", () => {
    expect(section("Pages", "Today.", report)).toBe(`## Pages

Today.

| what | measured | budget |  |
| --- | --- | --- | --- |
| a page | 120 ms | ≤ 100 ms | **MISSED** |
| a peer | 12 × | ≥ 10 × |  |

What limits them:

- a page: the disk
- a peer: the network

Measured twice.`);
  });
});

describe("the document", () => {
  const document = "# Costs\n\nWhy.\n\n## B\n\nold b\n\n## Gone\n\nx\n";

  it("has a renewed section in the place of the older one, and those of topics that are measured no more are gone", () => {
    expect(renewed(document, ["## B\n\nnew b"], ["A", "B"])).toBe("# Costs\n\nWhy.\n\n## B\n\nnew b\n");
  });

  it("keeps the sections of topics that were not measured, in the order of the topics", () => {
    expect(renewed(document, ["## A\n\nnew a"], ["A", "B"])).toBe(
      "# Costs\n\nWhy.\n\n## A\n\nnew a\n\n## B\n\nold b\n",
    );
  });
});
