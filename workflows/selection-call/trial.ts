import * as z from "zod";
import { type Application, rank } from "../blocks/ranking/ranking.ts";
import { pointsBy, type Rubric, rubric } from "../blocks/review/rubric.ts";
import { type Bid, bid, openPlaces, type SelectionRules } from "../blocks/selection.ts";
import type { CaseFile, Entry } from "../kernel/case-file.ts";
import { points, reviewScore, type Score, storedScore } from "../kernel/score.ts";

/**
 * What of a ranking is changed to see what would follow: places by country, the minimum score, weights by criterion, and
 * the scores of single cases by their identifiers. Scores in points.
 */
export interface Trial {
  readonly places: Readonly<Record<string, number>>;
  readonly minimumScore?: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
}

/** A change that cannot be: which one, and what was expected there. */
export interface TrialFault {
  readonly name: string;
  readonly problem: "unknown" | "notWhole" | "notScore";
}

/** What a trial may name. */
export interface TrialTerms {
  readonly countries: readonly string[];
  readonly criteria: readonly string[];
  /** Identifiers of cases, without the kind. */
  readonly cases: readonly string[];
}

const mostPlaces = 10_000;

/**
 * Reads changes as an address writes them: `places.IE=5&minimumScore=55&weights.need=50&score.<case>=80`. What is left
 * empty changes nothing; a comma is a decimal point too. Other names belong to the page and are passed over.
 */
export function readTrial(
  query: URLSearchParams,
  terms: TrialTerms,
): { readonly trial: Trial; readonly faults: readonly TrialFault[] } {
  const trial: {
    readonly places: Record<string, number>;
    readonly weights: Record<string, number>;
    readonly scores: Record<string, number>;
    minimumScore?: number;
  } = { places: {}, weights: {}, scores: {} };
  const faults: TrialFault[] = [];
  for (const [name, said] of query) {
    const [kind = "", key = ""] = split(name);
    const value = said.trim().replace(",", ".");
    if (value === "" || !["places", "weights", "score", "minimumScore"].includes(kind)) continue;
    const known = kind === "places" ? terms.countries : kind === "weights" ? terms.criteria : terms.cases;
    if (kind !== "minimumScore" && !known.includes(key)) {
      faults.push({ name, problem: "unknown" });
      continue;
    }
    if (kind === "places" || kind === "weights") {
      const most = kind === "places" ? mostPlaces : 100;
      if (/^\d{1,5}$/.test(value) && Number(value) <= most) trial[kind][key] = Number(value);
      else faults.push({ name, problem: "notWhole" });
    } else if (!/^\d{1,3}(\.\d{1,2})?$/.test(value) || Number(value) > 100) {
      faults.push({ name, problem: "notScore" });
    } else if (kind === "score") trial.scores[key] = Number(value);
    else trial.minimumScore = Number(value);
  }
  return { trial, faults };
}

const split = (name: string): readonly string[] => {
  const dot = name.indexOf(".");
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
};

/** The changes as an address writes them, in an order of their own: the same trial is the same text. */
export function writeTrial({ places, minimumScore, weights, scores }: Trial): string {
  const all = (kind: string, values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [`${kind}.${key}`, String(value)]);
  return new URLSearchParams([
    ...all("places", places),
    ...(minimumScore === undefined ? [] : [["minimumScore", String(minimumScore)]]),
    ...all("weights", weights),
    ...all("score", scores),
  ]).toString();
}

/** Does it change anything at all? */
export const isEmpty = (trial: Trial): boolean => writeTrial(trial) === "";

const ruled = z.object({ rubric: rubric.optional() });
const adopted = z.object({ changes: z.string() });

const placesOfCall = z.object({ places: z.record(z.string(), z.number()) });
const gapOfCall = z.object({ scoreGap: z.number() });

/** What the coordinator has adopted of trials, each with a reason that is in the record; the later word counts. */
export function adoptedIn({ interruptions, call, entries }: CaseFile): Trial {
  const said = interruptions
    .filter(({ name }) => name === "adopted")
    .map(({ values }) => adopted.parse(values).changes);
  const terms = {
    countries: Object.keys(placesOfCall.parse(call).places),
    criteria: (ruled.parse(call).rubric ?? []).map(({ id }) => id),
    cases: (entries ?? []).map(({ ref }) => idIn(ref)),
  };
  return said
    .map((changes) => readTrial(new URLSearchParams(changes), terms).trial)
    .reduce(mergeTrials, { places: {}, weights: {}, scores: {} });
}

/** Both changes, the later one counting where they name the same. */
export const mergeTrials = (before: Trial, after: Trial): Trial => ({
  ...before,
  ...after,
  places: { ...before.places, ...after.places },
  weights: { ...before.weights, ...after.weights },
  scores: { ...before.scores, ...after.scores },
});

/** The rules of a call with what a trial changes of them. */
export const rulesUnder = <R extends SelectionRules>(rules: R, { places, minimumScore }: Trial): R => ({
  ...rules,
  places: { ...rules.places, ...places },
  ...(minimumScore === undefined ? {} : { minimumScore }),
});

/**
 * The score of a case under a trial. Other weights weigh the reviews anew where they were made by criteria; two reviews
 * that come to lie further apart by that are not reviewed again but count by their mean. What an appeal has given stands.
 */
function scoreUnder(
  ref: string,
  brought: Bid,
  call: { readonly rubric: Rubric; readonly scoreGap: number },
  { weights, scores }: Trial,
): Score {
  const given = scores[idIn(ref)];
  const own = storedScore(brought.reviewed ?? brought.score);
  if (brought.rescoredAt !== undefined) return storedScore(brought.score);
  if (given !== undefined) return points(given);
  if (!brought.criteria || Object.keys(weights).length === 0) return own;
  const weighed = call.rubric.map((known) => ({ ...known, weight: weights[known.id] ?? known.weight }));
  if (weighed.every(({ weight }) => weight === 0)) return own;
  const reviews = brought.criteria.map((criteria) => pointsBy(weighed, criteria));
  const result = reviewScore(reviews, reviews.length > 2 ? call.scoreGap : 100);
  return result.outcome === "scored" ? result.score : own;
}

/** The applications of a call as they are ranked under a trial, by the rules of the call. */
export function rankUnder(
  entries: readonly Entry[],
  call: Readonly<Record<string, unknown>>,
  rules: SelectionRules,
  trial: Trial,
) {
  const terms = { rubric: ruled.parse(call).rubric ?? [], scoreGap: rules.scoreGap };
  const under = rulesUnder(rules, trial);
  const applications = entries.flatMap(({ ref, bid: stored }): Application[] => {
    const read = bid.safeParse(stored);
    return read.success ? [{ ...read.data, id: ref, score: scoreUnder(ref, read.data, terms, trial) }] : [];
  });
  const scores = new Map(applications.map(({ id, score }) => [id, score]));
  return { ranked: rank(applications, openPlaces(under), points(under.minimumScore)), scores };
}

const idIn = (ref: string): string => ref.slice(ref.indexOf("#") + 1);

/** What a case brings with what was adopted of trials, worked out anew from what its reviews gave. */
export function broughtUnder(
  ref: string,
  brought: Bid,
  call: Readonly<Record<string, unknown>>,
  trial: Trial,
): Bid {
  const { scoreGap } = gapOfCall.parse(call);
  return {
    ...brought,
    score: scoreUnder(ref, brought, { rubric: ruled.parse(call).rubric ?? [], scoreGap }, trial),
  };
}
