import { describe, expect, it } from "vitest";
import { cellsOf, played } from "../../played.ts";
import { madeOf } from "./made.ts";
import { cameOf, columns } from "./model.ts";

const first = Number(process.env.FIRST_SEED ?? 1);
/** `SEEDS=100 FIRST_SEED=500` tries a hundred others. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => first + index);

describe("calls of creative partnerships by chance", () => {
  it.each(seeds)("come to what the rules foretell, cell by cell (seed %d)", async (seed) => {
    const { call, people } = madeOf(seed, 6 + (seed % 9));
    const ended = await played({ call, people });
    expect(cellsOf(ended, "cases.csv", columns)).toEqual(cameOf(call, people));
  });
});
