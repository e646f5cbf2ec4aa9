import { describe, expect, it } from "vitest";
import { madeOf } from "./made.ts";
import { cameOf } from "./model.ts";

describe("calls of creative partnerships by chance", () => {
  it("are nasty enough: every end is among what the rules foretell", () => {
    const ends = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const { call, people } = madeOf(seed, 14);
      for (const { kind, status } of cameOf(call, people)) ends.add(`${kind} ${status}`);
    }
    expect([...ends].toSorted()).toEqual([
      ...["creates declined", "creates delivered", "creates late", "creates refused", "creates unchosen"],
      ...["wishes completed", "wishes declined", "wishes lapsed", "wishes late", "wishes refused"],
      ...["wishes unfunded", "wishes unmatched", "wishes unshared"],
    ]);
  });
});
