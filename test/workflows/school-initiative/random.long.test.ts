import { describe, expect, it } from "vitest";
import { byChance } from "./calls.ts";
import { cellsOf } from "./rehearsed.ts";
import { casesOf, columns } from "./rules.ts";

const first = Number(process.env.FIRST_SEED ?? 1001);
/** `SEEDS=100 FIRST_SEED=500` tries a hundred others. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => first + index);

describe("a call of school initiatives by chance comes out as the specification says, cell by cell", () => {
  it.each(seeds)("seed %i", async (seed) => {
    const { call, rows } = byChance(seed);
    const { cases, unspentCents } = casesOf(call, rows);
    const expected = cases.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? ""])));
    expect(await cellsOf(call, rows)).toEqual({ cases: expected, unspentCents });
  });
});
