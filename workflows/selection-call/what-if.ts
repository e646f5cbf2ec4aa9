import type { Ranked } from "../blocks/ranking/ranking.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { rulesOf } from "./rules.ts";
import { adoptedIn, mergeTrials, rankUnder, type Trial } from "./trial.ts";

/** Where a case stands in an order. The score is in the unit of kernel/score. */
export interface Standing {
  readonly kind: Ranked["kind"];
  readonly score: number;
  readonly position?: number;
  readonly country?: string;
}

/** What becomes of a case: comes to a place, loses one, only moves (in the order, in score or to another country), or neither. */
export interface Compared {
  readonly ref: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly change: "in" | "out" | "moved" | "same";
}

/**
 * The ranking as the rules have it now beside the one that a trial would make, in the order of the trial; the cases that
 * have left are in neither. Nothing is changed by it.
 */
export function compareTrial(file: CaseFile, trial: Trial): readonly Compared[] {
  const entries = (file.entries ?? []).filter(({ ended }) => !ended);
  const adopted = adoptedIn(file);
  const rules = rulesOf(file);
  const standings = (under: Trial): ReadonlyMap<string, Standing> => {
    const { ranked, scores } = rankUnder(entries, file.call, rules, under);
    return new Map(ranked.map((placed) => [placed.id, standingOf(placed, scores.get(placed.id) ?? 0)]));
  };
  const [before, after] = [standings(adopted), standings(mergeTrials(adopted, trial))];
  return [...after].flatMap(([ref, standing]) => {
    const now = before.get(ref);
    return now ? [{ ref, before: now, after: standing, change: changeOf(now, standing) }] : [];
  });
}

const standingOf = (placed: Ranked, score: number): Standing => ({
  kind: placed.kind,
  score,
  ...(placed.kind === "rejected" ? {} : { position: placed.position }),
  ...(placed.kind === "offered" ? { country: placed.country } : {}),
});

function changeOf(before: Standing, after: Standing): Compared["change"] {
  if (before.kind !== "offered" && after.kind === "offered") return "in";
  if (before.kind === "offered" && after.kind !== "offered") return "out";
  const told = ({ kind, score, position, country }: Standing) => [kind, score, position, country].join(" ");
  return told(before) === told(after) ? "same" : "moved";
}
