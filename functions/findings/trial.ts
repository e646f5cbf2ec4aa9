import * as z from "zod";
import type { Compared } from "../../workflows/kernel/selection/desk.ts";
import { deskOf } from "../calls/desk.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { idOf, refOfCall } from "../store/keys.ts";
import { standing } from "../store/standing.ts";

const change = z.enum(["in", "out", "moved", "same"]);
const counts = z.object({ in: z.number(), out: z.number(), moved: z.number(), same: z.number() });

/** What a trial would change in a call: how many cases in which way, and some of those that it changes. */
export const trialFinding = z.object({
  counts,
  rows: z.array(z.object({ ref: z.string(), before: standing, after: standing, change })),
});
export type TrialFinding = z.infer<typeof trialFinding>;

/** So many cases are told; who comes to something or loses it before those who only move. */
const mostTold = 200;

/** Compares the ranking of a whole call with the one that a trial would make. */
export async function comparedIn(
  house: Pick<House, "table">,
  callId: string,
  said: string,
): Promise<TrialFinding | undefined> {
  const loaded = await loadCase(house, refOfCall(callId), { withEntries: true });
  const desk = loaded && (await deskOf(loaded));
  if (!desk) return undefined;
  const cases = (loaded.file.entries ?? []).map(({ ref }) => idOf(ref));
  const { trial } = desk.readTrial(new URLSearchParams(said), { ...desk.trialTerms(loaded.file), cases });
  return told(desk.compare(loaded.file, trial));
}

function told(compared: readonly Compared[]): TrialFinding {
  const changed = (...ways: readonly Compared["change"][]) =>
    compared.filter((one) => ways.includes(one.change));
  return {
    counts: countsOf(compared),
    rows: [...changed("in", "out"), ...changed("moved")].slice(0, mostTold).map((row) => ({ ...row })),
  };
}

/** How many cases come to something, lose it, only move, or stay as they are. */
export function countsOf(compared: readonly Compared[]): TrialFinding["counts"] {
  const found = { in: 0, out: 0, moved: 0, same: 0 };
  for (const one of compared) found[one.change]++;
  return found;
}

/** The identifiers of the cases whose scores a query names. */
export const casesNamed = (query: URLSearchParams): readonly string[] => [
  ...new Set(
    [...query.keys()].flatMap((name) => (name.startsWith("score.") ? [name.slice("score.".length)] : [])),
  ),
];
