import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { AskedAnonymously, RatedItem } from "./anonymous.ts";
import type { Language } from "./case-file.ts";
import { localDay, vilniusInstant } from "./facts/calendar.ts";
import { lastSecond } from "./facts/ends.ts";
import { iso } from "./facts/instants.ts";
import { halfUp } from "./half-up.ts";
import { mainRoad } from "./main-road.ts";
import type { Process } from "./process.ts";

/** When somebody is asked how a form was: at its end, and again when they have had months to apply it. */
export const comparedMoments = ["end", "later"] as const;
export type ComparedMoment = (typeof comparedMoments)[number];

/** What is asked after every form alike, so that forms can be compared [processes, part 0.6]. */
export const comparedQuestions = ["useful", "applied", "recommended"] as const;
export type ComparedQuestion = (typeof comparedQuestions)[number];

const comparedScale = { from: 1, to: 4, agrees: 3 } as const;

const comparedTexts: Readonly<Record<ComparedQuestion, Readonly<Record<Language, string>>>> = {
  useful: { lt: "Ar tai jums naudinga?", en: "Is it useful to you?" },
  applied: { lt: "Ar taikote tai pamokose?", en: "Do you apply it in your lessons?" },
  recommended: { lt: "Ar rekomenduotumėte kolegoms?", en: "Would you recommend it to colleagues?" },
};

const items: readonly RatedItem[] = comparedQuestions.map((id) => ({
  id,
  from: comparedScale.from,
  to: comparedScale.to,
  text: comparedTexts[id],
}));

/** What a call says of it: after how many months it asks again. A call that does not say so asks nothing. */
export const comparing = {
  followUpMonths: z.number().int().min(1).max(24).optional(),
} as const;

const compared = z.object(comparing);

export const monthsOf = (call: Readonly<Record<string, unknown>>): number | undefined =>
  compared.safeParse(call).data?.followUpMonths;

/** What a case opens for others to join asks as the call of that case does. */
export const askingAs = <D extends Readonly<Record<string, unknown>>>(
  call: Readonly<Record<string, unknown>>,
  data: D,
): D => {
  const followUpMonths = monthsOf(call);
  return followUpMonths === undefined ? data : { followUpMonths, ...data };
};

/** With which statuses a case has gone through its form: what the process says, or the end that its road is meant to have. */
export function finishedBy(process: Process): readonly string[] {
  if (process.finished) return process.finished.by;
  const meant = process.states[mainRoad(process).at(-1) ?? ""];
  return meant?.kind === "end" ? [meant.status] : [];
}

/** The form under which a process is counted: itself, where it is no part of another. */
export const comparedAs = ({ id, finished }: Pick<Process, "id" | "finished">): string => finished?.as ?? id;

/** A quarter of a year, `2027-2`: who is asked in it answers together with all others. */
export function roundAt(instant: string): string {
  const { year, month } = localDay(Temporal.Instant.from(instant));
  return `${year}-${Math.ceil(month / 3)}`;
}

/** When a round begins, and its last second: of the month after the quarter. `undefined` for what names no quarter. */
export function timesOfRound(
  round: string,
): { readonly opensAt: string; readonly closesAt: string } | undefined {
  const [, year, quarter] = /^(\d{4})-([1-4])$/.exec(round) ?? [];
  if (year === undefined || quarter === undefined) return undefined;
  const begins = Temporal.PlainDate.from({ year: Number(year), month: 3 * Number(quarter) - 2, day: 1 });
  const last = begins.add({ months: 4 }).subtract({ days: 1 });
  return {
    opensAt: iso(vilniusInstant(`${begins}T00:00`)),
    closesAt: iso(lastSecond(`${last}T23:59`)),
  };
}

/** What a round asks; `title` says of what. */
export function askedInRound(round: string, title: AskedAnonymously["title"]): AskedAnonymously | undefined {
  const times = timesOfRound(round);
  return times && { title, ...times, items, ends: { from: notAtAll, to: surely } };
}

const notAtAll = { lt: "visai ne", en: "not at all" };
const surely = { lt: "tikrai taip", en: "yes, certainly" };

/** When somebody is asked again: at nine in the morning of the same day so many months later. */
export const askedAgainAt = (endedAt: string, months: number): string =>
  iso(vilniusInstant(`${localDay(Temporal.Instant.from(endedAt)).add({ months })}T09:00`));

/** How often each value was given to a question, from the lowest of the scale. */
export type ComparedCounts = readonly [number, number, number, number];

/** A figure of one question, at one moment of one form. */
export type ComparedFigure =
  | { readonly hidden: true }
  | { readonly hidden: false; readonly n: number; readonly mean?: string; readonly agree?: number };

/** Fewer answers are shown to nobody [processes, rule 9.3]. */
export const leastCompared = 5;

/** n, mean with two decimals and share of 3 and 4 in per cent, both half up; with nobody it is 0, without figures. */
export function comparedFigure(counts: ComparedCounts): ComparedFigure {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { hidden: false, n };
  if (n < leastCompared) return { hidden: true };
  const sum = counts.reduce((all, count, index) => all + count * (comparedScale.from + index), 0);
  const agreeing = counts.slice(comparedScale.agrees - comparedScale.from).reduce((all, one) => all + one, 0);
  const hundredths = halfUp(100 * sum, n);
  return {
    hidden: false,
    n,
    mean: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`,
    agree: halfUp(100 * agreeing, n),
  };
}

/** Counts of several rounds or calls together. */
export const countsTogether = (all: readonly ComparedCounts[]): ComparedCounts =>
  all.reduce<ComparedCounts>(([a, b, c, d], [e, f, g, h]) => [a + e, b + f, c + g, d + h], [0, 0, 0, 0]);

/** How often each value was given; what is blank is not counted. */
export const countsOf = (values: readonly (number | undefined)[]): ComparedCounts => {
  const of = (value: number) => values.filter((one) => one === value).length;
  return [of(1), of(2), of(3), of(4)];
};
