import { describe, expect, it } from "vitest";
import { byChance } from "./calls.ts";
import { cellsOf } from "./rehearsed.ts";
import { casesOf, columns } from "./rules.ts";

describe("a call of school initiatives by chance comes out as the specification says, cell by cell", () => {
  it.each(Array.from({ length: 100 }, (_, index) => 1001 + index))("seed %i", async (seed) => {
    const { call, rows } = byChance(seed);
    const { cases, unspentCents } = casesOf(call, rows);
    const expected = cases.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? ""])));
    expect(await cellsOf(call, rows)).toEqual({ cases: expected, unspentCents });
  });
});
