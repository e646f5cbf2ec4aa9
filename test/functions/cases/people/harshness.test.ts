import { describe, expect, it } from "vitest";
import { harshness } from "../../../../functions/cases/people/harshness.ts";

const given = (ref: string, reviewer: string, points: number) => ({ ref, reviewer, points });

describe("how harsh a reviewer is", () => {
  it("is told against the others who reviewed the same applications", () => {
    const told = harshness([
      given("a", "harsh", 60),
      given("a", "even", 80),
      given("b", "harsh", 70),
      given("b", "mild", 90),
      given("c", "even", 75),
      given("c", "mild", 80),
    ]);
    expect(told.get("harsh")).toEqual({ difference: -20, over: 2 });
    expect(told.get("mild")).toEqual({ difference: 12.5, over: 2 });
    expect(told.get("even")).toEqual({ difference: 7.5, over: 2 });
  });

  it("is nothing for who reviewed alone", () => {
    expect(harshness([given("a", "alone", 10)]).has("alone")).toBe(false);
  });
});
