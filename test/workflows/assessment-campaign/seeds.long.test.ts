import { describe, expect, it } from "vitest";
import { byChance } from "./campaigns.ts";
import { filesRehearsed, unordered } from "./rehearsed.ts";
import { filesOf } from "./rules.ts";

const first = Number(process.env.FIRST_SEED ?? 1001);
/** `SEEDS=100 FIRST_SEED=500` tries a hundred others. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => first + index);

describe("a campaign by chance comes out as the specification says, cell by cell", () => {
  it.each(seeds)("seed %i", async (seed) => {
    const { call, lines } = byChance(seed);
    expect(unordered(await filesRehearsed(call, lines))).toEqual(unordered(filesOf(call, lines)));
  });
});
