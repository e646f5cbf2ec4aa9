import { expect, it } from "vitest";
import { played } from "../../played.ts";
import { madeUp } from "./made-up.ts";
import { cellsOf, expectedOf, filesOf } from "./play.ts";

const first = Number(process.env.FIRST_SEED ?? 1);
/** `SEEDS=100 FIRST_SEED=500` tries a hundred others. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => first + index);

it.each(seeds)("what is played of the call of seed %i is what the specification says", async (seed) => {
  const { call, people } = madeUp(seed, 4 + (seed % 20));
  expect(cellsOf(await played(filesOf(call, people)))).toEqual(expectedOf(call, people));
});
