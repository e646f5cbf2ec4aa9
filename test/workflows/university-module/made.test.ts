import { describe, expect, it } from "vitest";
import { madeOf } from "./made.ts";
import { cameOf } from "./model.ts";

describe("calls of university modules by chance", () => {
  it("are nasty enough: every end is among what the rules foretell", () => {
    const ends = new Map<string, number>();
    for (let seed = 0; seed < 60; seed += 1) {
      const { call, people } = madeOf(seed, 40);
      for (const { status = "" } of cameOf(call, people)) ends.set(status, (ends.get(status) ?? 0) + 1);
    }
    expect([...ends.keys()].toSorted()).toEqual(
      [
        ...["late", "duplicate", "ineligible", "refused", "reserve", "declined", "expired", "notAdmitted"],
        ...["dropped", "failed", "completed"],
      ].toSorted(),
    );
  });
});
