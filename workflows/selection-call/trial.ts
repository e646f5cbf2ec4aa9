import * as z from "zod";
import type { Application } from "../blocks/ranking/order.ts";
import { rank } from "../blocks/ranking/ranking.ts";
import { pointsBy, type Rubric, rubric } from "../blocks/review/rubric.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Entry } from "../kernel/entry.ts";
import { points, reviewScore, type Score, storedScore } from "../kernel/score.ts";
import type { Brought } from "../kernel/selection/bid.ts";
import type { Trial, TrialFault, TrialTerms } from "../kernel/selection/desk.ts";
import type { Selection, Terms } from "../kernel/selection/selection.ts";
import { selectionOf } from "./selection.ts";

const mostPlaces = 10_000;

/**
 * Reads changes as an address writes them: `places.IE=5&minimumScore=55&weights.need=50&score.<case>=80`, or `budget=50000` (EUR)
 * where money is shared out. What is left empty changes nothing; a comma is a decimal point too. Other names belong to the page
 * and are passed over.
 */
export function readTrial(
  query: URLSearchParams,
  terms: TrialTerms,
): { readonly trial: Trial; readonly faults: readonly TrialFault[] } {
  const found: {
    -readonly [K in keyof Trial]: K extends "minimumScore" | "budgetCents"
      ? Trial[K]
      : Record<string, number>;
  } = {
    places: {},
    weights: {},
    scores: {},
  };
  const faults: TrialFault[] = [];
  for (const [name, said] of query) {
    const [kind = "", key = ""] = split(name);
    const value = said.trim().replace(",", ".");
    if (value === "" || !kinds.includes(kind)) continue;
    const problem = problemOf(kind, key, value, terms);
    if (problem) faults.push({ name, problem });
    else if (kind === "minimumScore") found.minimumScore = Number(value);
    else if (kind === "budget") found.budgetCents = Math.round(Number(value) * 100);
    else if (kind === "places") found.places[key] = Number(value);
    else if (kind === "weights") found.weights[key] = Number(value);
    else found.scores[key] = Number(value);
  }
  return { trial: found, faults };
}

const kinds: readonly string[] = ["places", "weights", "score", "minimumScore", "budget"];

function problemOf(
  kind: string,
  key: string,
  value: string,
  { shares, criteria, cases, isOfMoney, hasMinimum }: TrialTerms,
): TrialFault["problem"] | undefined {
  const isWhole = (most: number) => /^\d{1,5}$/.test(value) && Number(value) <= most;
  const isScore = /^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) <= 100;
  switch (kind) {
    case "places":
      return !shares.includes(key) ? "unknown" : isWhole(mostPlaces) ? undefined : "notWhole";
    case "weights":
      return !criteria.some(({ id }) => id === key) ? "unknown" : isWhole(100) ? undefined : "notWhole";
    case "score":
      return !cases.includes(key) ? "unknown" : isScore ? undefined : "notScore";
    case "budget":
      return !isOfMoney ? "unknown" : /^\d{1,9}(\.\d{1,2})?$/.test(value) ? undefined : "notMoney";
    default:
      return !hasMinimum ? "unknown" : isScore ? undefined : "notScore";
  }
}

const split = (name: string): readonly string[] => {
  const dot = name.indexOf(".");
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
};

/** The changes as an address writes them, in an order of their own: the same trial is the same text. */
export function writeTrial({ places, minimumScore, budgetCents, weights, scores }: Trial): string {
  const all = (kind: string, values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [`${kind}.${key}`, String(value)]);
  return new URLSearchParams([
    ...all("places", places),
    ...(budgetCents === undefined ? [] : [["budget", String(budgetCents / 100)]]),
    ...(minimumScore === undefined ? [] : [["minimumScore", String(minimumScore)]]),
    ...all("weights", weights),
    ...all("score", scores),
  ]).toString();
}

const ruled = z.object({ rubric: rubric.optional() });
const adopted = z.object({ changes: z.string() });

/** What a trial of a call may name beside cases. */
export function trialTerms(file: Pick<CaseFile, "call" | "selects" | "ref">): Omit<TrialTerms, "cases"> {
  const { call } = file;
  const selection = selectionOf(file);
  const { places, minimumScore } = selection.terms(call);
  return {
    shares: Object.keys(places),
    criteria: (ruled.parse(call).rubric ?? []).map(({ id, title, weight }) => ({ id, title, weight })),
    isOfMoney: selection.award.kind === "budget",
    hasMinimum: minimumScore !== undefined,
  };
}

/** What the coordinator has adopted of trials, each with a reason that is in the record; the later word counts. */
export function adoptedIn(file: CaseFile): Trial {
  const said = file.interruptions
    .filter(({ name }) => name === "adopted")
    .map(({ values }) => adopted.parse(values).changes);
  const terms = { ...trialTerms(file), cases: (file.entries ?? []).map(({ ref }) => idIn(ref)) };
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

/** The terms of a call with what a trial changes of them. */
export const termsUnder = (terms: Terms, { places, minimumScore, budgetCents }: Trial): Terms => ({
  ...terms,
  places: { ...terms.places, ...places },
  ...(minimumScore === undefined ? {} : { minimumScore }),
  ...(budgetCents === undefined ? {} : { budgetCents }),
});

/**
 * The score of a case under a trial. Other weights weigh the reviews anew where they were made by criteria; two reviews
 * that come to lie further apart by that are not reviewed again but count by their mean. What an appeal has given stands.
 */
function scoreUnder(
  ref: string,
  brought: Brought & { readonly score: number },
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

/** What a case brings under a trial, worked out anew from what its reviews gave. */
export function broughtUnder(
  ref: string,
  brought: Brought,
  { call, terms }: { readonly call: CaseFile["call"]; readonly terms: Terms },
  trial: Trial,
): Brought {
  const { score } = brought;
  if (score === undefined) return brought;
  const { scoreGap = 100 } = terms;
  const rules = { rubric: ruled.parse(call).rubric ?? [], scoreGap };
  return { ...brought, score: scoreUnder(ref, { ...brought, score }, rules, trial) };
}

/** The applications of a call as they are ranked under a trial, by the terms of the call. */
export function rankUnder(
  entries: readonly Entry[],
  {
    call,
    selection,
    terms,
  }: { readonly call: CaseFile["call"]; readonly selection: Selection; readonly terms: Terms },
  trial: Trial,
) {
  const under = termsUnder(terms, trial);
  const applications = entries.flatMap(({ ref, bid: stored }): Application[] => {
    const read = selection.bidIn(stored);
    return read ? [{ id: ref, bid: broughtUnder(ref, read, { call, terms }, trial) }] : [];
  });
  const bids = new Map(applications.map(({ id, bid }) => [id, bid]));
  return { ranked: rank(applications, selection, under), bids };
}

const idIn = (ref: string): string => ref.slice(ref.indexOf("#") + 1);
