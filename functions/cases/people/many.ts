import type { House } from "../../house.ts";
import { type LoadedCase, loadCase } from "../load.ts";

/** Whose question it is: by the name of the part, or by its number among the many whom the step before named. */
interface Asked {
  readonly ref: string;
  readonly visit: number;
  readonly part?: string | undefined;
  readonly number?: number | undefined;
}

/** One of many is asked without a look at what the others are asked and say: each would read them all. */
export const loadAsked = (
  house: Pick<House, "table">,
  { ref, number }: Asked,
): Promise<LoadedCase | undefined> => loadCase(house, ref, { withoutTasks: number !== undefined });

/** The part that is asked; nobody in particular where neither name nor number is given. */
export function partNamed({ records }: LoadedCase, { ref, visit, part, number }: Asked): string | undefined {
  if (number === undefined) return part;
  const naming = records
    .filter((record) => record.visit < visit && record.parts.length > 0)
    .toSorted((a, b) => a.visit - b.visit)
    .at(-1);
  const named = naming?.parts[number - 1];
  if (named === undefined) throw new Error(`${ref}: nobody has number ${number}`);
  return named;
}
