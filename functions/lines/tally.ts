import { added, sumsOf } from "../../workflows/kernel/ledger.ts";
import { withQuestioned } from "../numbers/questioned.ts";
import { type Figures, nobodyQuestioned } from "../store/figures-item.ts";
import type { Line } from "../store/line-item.ts";
import { collationKey } from "./collation.ts";
import { isWaiting, stageKey } from "./keys.ts";
import { tallyMonitored } from "./tally-monitored.ts";

/** Counts the lines of a call one after another. */
export interface Tally {
  readonly add: (line: Line) => void;
  readonly figures: () => Figures;
}

interface Stood {
  readonly days: number[];
  waiting: number;
}

/** Whoever applies writes their municipality as they like; so many of them fit into one item and on one page. */
const mostMunicipalities = 500;

/** Begins to count. `at`: UTC instant, to which open stays are counted. */
export function tally(at: string): Tally {
  const now = Date.parse(at);
  const stages = new Map<string, Staged>();
  const days = new Map<string, number>();
  const municipalities = new Map<string, number>();
  const posts = new Map<string, number>();
  const stood = new Map<string, Stood>();
  let sums = sumsOf([]);
  let questionnaires = nobodyQuestioned;
  const counts = { cases: 0, asked: 0, funded: 0, ranked: 0, due: 0, late: 0, outdated: 0 };
  const [alone, groups] = [new Map<string, number>(), new Map<string, number>()];
  const waiting: number[] = [];
  const monitored = tallyMonitored();
  return {
    add(line) {
      counts.cases++;
      if (line.asked.length > 0) counts.asked++;
      if (line.isFunded) counts.funded++;
      if (line.ranked) counts.ranked++;
      if (isWaiting(line)) waiting.push(line.ranked.position);
      if (line.goes?.isOutdated) counts.outdated++;
      if (line.goes && line.group === undefined) addOne(alone, line.goes.country);
      if (line.goes && line.group !== undefined) addOne(groups, String(line.group));
      const isLate = line.due !== undefined && line.due.at < at;
      if (line.due) counts.due++;
      if (isLate) counts.late++;
      monitored.add(line);
      addStage(stages, line, isLate);
      addOne(days, line.day);
      addOne(municipalities, line.municipality);
      addOne(posts, line.post);
      for (const stay of line.stays) addStay(stood, stay, now);
      sums = added(sums, line.sums);
      if (line.questioned) questionnaires = withQuestioned(questionnaires, line.questioned);
    },
    figures: () => ({
      at,
      ...counts,
      stages: [...stages.values()].toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
      days: everyDay(days),
      ...theMost(municipalities),
      posts: inOrder(posts),
      waits: waitsOf(stood),
      sums,
      ...monitored.figures(),
      questionnaires,
      alone: inOrder(alone),
      groups: inOrder(groups),
      reserve: waiting.toSorted((a, b) => a - b).filter((_, index) => index % reserveStep === 0),
    }),
  };
}

/** Of those who wait on the reserve list the position of one in so many is kept. */
export const reserveStep = 100;

const inOrder = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([key, count]) => ({ key, count })).toSorted((a, b) => (a.key < b.key ? -1 : 1));

interface Staged {
  readonly key: string;
  readonly state: string;
  readonly ended: boolean;
  count: number;
  late: number;
  rural: number;
  placed: number;
}

function addStage(stages: Map<string, Staged>, line: Line, isLate: boolean): void {
  const key = stageKey(line);
  const known = stages.get(key) ?? {
    key,
    state: line.state,
    ended: line.ended,
    count: 0,
    late: 0,
    rural: 0,
    placed: 0,
  };
  stages.set(key, known);
  known.count++;
  if (isLate) known.late++;
  if (line.rural) known.rural++;
  if (line.rural !== undefined) known.placed++;
}

const addOne = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function addStay(stood: Map<string, Stood>, { state, from, to }: Line["stays"][number], now: number): void {
  const known = stood.get(state) ?? { days: [], waiting: 0 };
  stood.set(state, known);
  const end = to === undefined ? now : Date.parse(to);
  known.days.push(Math.max(0, (end - Date.parse(from)) / 86_400_000));
  if (to === undefined) known.waiting++;
}

/** Every day from the first to the last, also those on which nobody applied. */
function everyDay(counts: ReadonlyMap<string, number>): Figures["days"] {
  const days = [...counts.keys()].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: Figures["days"] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    const key = new Date(at).toISOString().slice(0, 10);
    all.push({ key, count: counts.get(key) ?? 0 });
  }
  return all;
}

function theMost(
  counts: ReadonlyMap<string, number>,
): Pick<Figures, "municipalities" | "otherMunicipalities"> {
  const all = [...counts].map(([key, count]) => ({ key, count, place: collationKey(key) }));
  const kept = all
    .toSorted((a, b) => b.count - a.count || (a.place < b.place ? -1 : 1))
    .slice(0, mostMunicipalities);
  return {
    municipalities: kept
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ key, count }) => ({ key, count })),
    otherMunicipalities: all.length - kept.length,
  };
}

function waitsOf(stood: ReadonlyMap<string, Stood>): Figures["waits"] {
  return [...stood]
    .map(([state, { days, waiting }]) => {
      const sorted = days.toSorted((a, b) => a - b);
      return { state, count: days.length, waiting, median: median(sorted), longest: sorted.at(-1) ?? 0 };
    })
    .toSorted((a, b) => b.median - a.median || (a.state < b.state ? -1 : 1));
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
