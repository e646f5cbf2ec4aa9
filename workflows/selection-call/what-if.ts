import { givenTo } from "../blocks/ranking/giving.ts";
import type { Ranked } from "../blocks/ranking/ranking.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Brought } from "../kernel/selection/bid.ts";
import type { Compared, Trial } from "../kernel/selection/desk.ts";
import type { Selection } from "../kernel/selection/selection.ts";
import { keysOf, type Standing } from "../kernel/selection/standing.ts";
import { selectionOf } from "./selection.ts";
import { termsOf } from "./terms.ts";
import { adoptedIn, mergeTrials, rankUnder } from "./trial.ts";

/**
 * The ranking as the rules have it now beside the one that a trial would make, in the order of the trial; the cases that
 * have left are in neither. Nothing is changed by it.
 */
export function compareTrial(file: CaseFile, trial: Trial): readonly Compared[] {
  const entries = (file.entries ?? []).filter(({ ended }) => !ended);
  const adopted = adoptedIn(file);
  const selection = selectionOf(file);
  const rules = { call: file.call, selection, terms: termsOf(file) };
  const standings = (under: Trial): ReadonlyMap<string, Standing> => {
    const { ranked, bids } = rankUnder(entries, rules, under);
    return new Map(ranked.map((placed) => [placed.id, standingOf(placed, bids.get(placed.id), selection)]));
  };
  const [before, after] = [standings(adopted), standings(mergeTrials(adopted, trial))];
  return [...after].flatMap(([ref, standing]) => {
    const now = before.get(ref);
    return now ? [{ ref, before: now, after: standing, change: changeOf(now, standing) }] : [];
  });
}

const standingOf = (placed: Ranked, bid: Brought | undefined, selection: Selection): Standing => ({
  kind: placed.kind,
  keys: keysOf(bid, selection),
  ...(placed.kind === "rejected" ? {} : { position: placed.position }),
  ...(placed.kind === "offered" ? givenTo(placed) : {}),
});

function changeOf(before: Standing, after: Standing): Compared["change"] {
  if (before.kind !== "offered" && after.kind === "offered") return "in";
  if (before.kind === "offered" && after.kind !== "offered") return "out";
  const told = ({ kind, keys, position, share, cents }: Standing) =>
    JSON.stringify([kind, Object.values(keys), position, share, cents]);
  return told(before) === told(after) ? "same" : "moved";
}
