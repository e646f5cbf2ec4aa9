import { expect } from "vitest";
import { cellsOf, played } from "../../played.ts";
import { madeOf } from "./made.ts";
import { cameOf, columns } from "./model.ts";

/** Plays a call of chance, and compares every cell that the specification names with what the model foretells. */
export async function itComesAsForetold(seed: number, count: number): Promise<void> {
  const made = madeOf(seed, count);
  const ended = await played(made);
  expect(cellsOf(ended, "cases.csv", columns), `seed ${seed}`).toEqual(cameOf(made.call, made.people));
}
