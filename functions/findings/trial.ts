import * as z from "zod";
import { rubric } from "../../workflows/blocks/review/rubric.ts";
import { selectionRules } from "../../workflows/blocks/selection.ts";
import { readTrial } from "../../workflows/selection-call/trial.ts";
import { type Compared, compareTrial } from "../../workflows/selection-call/what-if.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { idOf, refOfCall } from "../store/keys.ts";

const standing = z.object({
  kind: z.enum(["offered", "reserve", "rejected"]),
  score: z.number(),
  position: z.number().optional(),
  country: z.string().optional(),
});
const change = z.enum(["in", "out", "moved", "same"]);
const counts = z.object({ in: z.number(), out: z.number(), moved: z.number(), same: z.number() });

/** What a trial would change in a call: how many cases in which way, and some of those that it changes. */
export const trialFinding = z.object({
  counts,
  rows: z.array(z.object({ ref: z.string(), before: standing, after: standing, change })),
});
export type TrialFinding = z.infer<typeof trialFinding>;

/** So many cases are told; who comes to a place or loses one before those who only move. */
const mostTold = 200;

const ruled = z.object({ rubric: rubric.optional() });

/** Compares the ranking of a whole call with the one that a trial would make. */
export async function comparedIn(
  house: Pick<House, "table">,
  callId: string,
  said: string,
): Promise<TrialFinding | undefined> {
  const loaded = await loadCase(house, refOfCall(callId), { withEntries: true });
  if (!loaded || !selectionRules.safeParse(loaded.file.call).success) return undefined;
  const refs = (loaded.file.entries ?? []).map(({ ref }) => idOf(ref));
  const { trial } = readTrial(new URLSearchParams(said), { ...termsOf(loaded), cases: refs });
  return told(compareTrial(loaded.file, trial));
}

/** What a trial of a call may name beside cases. */
export const termsOf = ({ file: { call } }: LoadedCase) => ({
  countries: Object.keys(selectionRules.parse(call).places),
  criteria: (ruled.parse(call).rubric ?? []).map(({ id }) => id),
});

function told(compared: readonly Compared[]): TrialFinding {
  const changed = (...ways: readonly Compared["change"][]) =>
    compared.filter((one) => ways.includes(one.change));
  return {
    counts: countsOf(compared),
    rows: [...changed("in", "out"), ...changed("moved")].slice(0, mostTold),
  };
}

/** How many cases come to a place, lose one, only move, or stay as they are. */
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
