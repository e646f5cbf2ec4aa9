import { expect } from "vitest";
import { played } from "../../played.ts";
import { inOrder, rowsOf } from "../career-transition/played.ts";
import { madeOf } from "./made.ts";
import { cameOf } from "./model.ts";

/** Plays a call of chance, and compares every cell that the specification names with what the model foretells. */
export async function itComesAsForetold(seed: number, count: number): Promise<void> {
  const made = madeOf(seed, count);
  const came = cameOf(made.call, made.people);
  const ended = await played(made);
  expect(rowsOf(ended, "cases.csv", Object.keys(came[0] ?? {})), `seed ${seed}`).toEqual(inOrder(came));
}
