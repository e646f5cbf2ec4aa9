import type { NumberedCase } from "./numbered-case.ts";

/** So many cases that have something in common. */
export interface Count {
  readonly key: string;
  readonly count: number;
}

const countBy = (cases: readonly NumberedCase[], keyOf: (one: NumberedCase) => string): Count[] =>
  [...Map.groupBy(cases, keyOf)].map(([key, some]) => ({ key, count: some.length }));

/** Applications by local day, every day from the first to the last, also those without any. */
export function byDay(cases: readonly NumberedCase[]): readonly Count[] {
  const counts = new Map(countBy(cases, ({ day }) => day).map(({ key, count }) => [key, count]));
  const days = [...counts.keys()].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: Count[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    const key = new Date(at).toISOString().slice(0, 10);
    all.push({ key, count: counts.get(key) ?? 0 });
  }
  return all;
}

/** Applications by municipality, in the order of the Lithuanian alphabet. */
export const byMunicipality = (cases: readonly NumberedCase[]): readonly Count[] =>
  countBy(cases, ({ municipality }) => municipality).toSorted((a, b) => a.key.localeCompare(b.key, "lt"));

/** What stands for where a case is, in an address: its state, or how it ended. */
export const stageKey = ({ state, ended }: Pick<NumberedCase, "state" | "ended">): string =>
  ended ? `ended.${state}` : state;

/** Cases by where they are, the most first. */
export const byStage = (cases: readonly NumberedCase[]): readonly Count[] =>
  countBy(cases, stageKey).toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));

/** How long cases stood in a state, in days: the median, the longest, and how many stand there now. */
export interface Wait {
  readonly state: string;
  readonly count: number;
  readonly waiting: number;
  readonly median: number;
  readonly longest: number;
}

/** Of each state in which somebody was waited for, the longest first. */
export function waits(cases: readonly NumberedCase[]): readonly Wait[] {
  const stays = cases.flatMap((one) => one.stays);
  return [...Map.groupBy(stays, ({ state }) => state)]
    .map(([state, some]) => {
      const days = some.map((stay) => stay.days).toSorted((a, b) => a - b);
      return {
        state,
        count: some.length,
        waiting: some.filter(({ isOpen }) => isOpen).length,
        median: median(days),
        longest: days.at(-1) ?? 0,
      };
    })
    .toSorted((a, b) => b.median - a.median || (a.state < b.state ? -1 : 1));
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
