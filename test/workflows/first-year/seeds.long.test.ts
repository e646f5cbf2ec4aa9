import { expect, it } from "vitest";
import { sumsOf } from "../../../workflows/kernel/ledger.ts";
import { played } from "../../played.ts";
import { madeUp } from "./made-up.ts";
import { cellsOf, expectedOf, filesOf } from "./play.ts";

const first = Number(process.env.FIRST_SEED ?? 1);
/** `SEEDS=100 FIRST_SEED=500` tries a hundred others. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => first + index);

it.each(seeds)("what is played of the call of seed %i is what the specification says", async (seed) => {
  const { call, people } = madeUp(seed, 2 + (seed % 12));
  const ended = await played(filesOf(call, people));
  expect(cellsOf(ended)).toEqual(expectedOf(call, people));
  const { toPay, toRecover } = sumsOf(ended.moved);
  expect([toPay, toRecover]).toEqual([0, 0]);
});
