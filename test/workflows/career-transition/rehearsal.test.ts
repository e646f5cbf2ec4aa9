import { describe, expect, it } from "vitest";
import { madeOf } from "./made.ts";
import { cameOf } from "./model.ts";
import { itComesAsForetold } from "./seeds.ts";

describe("a call of career transitions by chance", () => {
  it.each([1])("comes to what the rules foretell, cell by cell (seed %d)", async (seed) => {
    await itComesAsForetold(seed, 10);
  });

  it("is nasty enough: every end is among what the rules foretell", () => {
    const ends = new Set(
      Array.from({ length: 40 }, (_, seed) => madeOf(seed, 40)).flatMap(({ call, people }) =>
        cameOf(call, people).cases.map(({ status }) => status),
      ),
    );
    expect([...ends].toSorted()).toEqual(
      [
        ...["duplicate", "ineligible", "lapsed", "late", "noShow", "notAccredited", "notSelected"],
        ...["rejected", "stopped", "untrained"],
      ].toSorted(),
    );
  });
});
