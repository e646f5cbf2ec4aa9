import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { CaseFile } from "../../kernel/case-file.ts";
import { days, type Span } from "../../kernel/duration.ts";
import { deadline, vilniusInstant } from "../../kernel/facts/calendar.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { defineRecord } from "../../kernel/record.ts";
import type { Due } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import type { Says } from "../../kernel/told.ts";

/** One of a list of dated duties: a milestone, a month, a term, a semester, a year. */
export interface Duty {
  /** Which of them it is, as words and payments name it: `2`, `2027-autumn`. Each has its own. */
  readonly number: string;
  /** The local day, `YYYY-MM-DD`, from which it is asked about. */
  readonly on: string;
}

/** The duties of a case, in order: of its call, or made from what was recorded of it. */
export type Duties = (file: CaseFile) => readonly Duty[];

/** Which duty of a series a case has come to. */
const begun = defineRecord("duty", z.object({ series: z.string(), number: z.string(), on: z.iso.date() }));

const begunIn = ({ records }: Pick<CaseFile, "records">, series: string) =>
  records.flatMap(({ step, data, visit }) => {
    const read = step === begun.id ? begun.schema.parse(data) : undefined;
    return read?.series === series ? [{ ...read, visit }] : [];
  });

/** The duty of a series that a case is at, and since which visit of its road. Throws where it has come to none. */
export function dutyOf(
  file: Pick<CaseFile, "records" | "ref">,
  series: string,
): Duty & { readonly visit: number } {
  const duty = begunIn(file, series).at(-1);
  if (!duty) throw new Error(`${file.ref}: no ${series} has begun`);
  return duty;
}

/** Goes on to the first duty that has not begun; what a call adds meanwhile is met in its turn. */
export const nextDuty =
  (series: string, duties: Duties) =>
  (file: CaseFile): StepResult<"due" | "over"> => {
    const done = new Set(begunIn(file, series).map(({ number }) => number));
    const duty = duties(file).find(({ number }) => !done.has(number));
    if (!duty) return { outcome: "over" };
    const { number, on } = duty;
    return { outcome: "due", record: { id: begun.id, data: { series, number, on } } };
  };

/** The morning of the day of the duty that a case is at. */
export const dutyBegins =
  (series: string): Due =>
  (file) =>
    iso(vilniusInstant(`${dutyOf(file, series).on}T09:00`));

/** Whoever is asked late, because others took their time or something broke in, has so long all the same. */
const fortnight = days(14);

/**
 * So long from the day of the duty, or from the last time that what was said of it was returned or that it was resumed; at least a
 * fortnight from now. What breaks in on the question and asks it anew gives nobody the whole time again.
 */
export const dutyDue =
  (series: string, within: Span): Due =>
  (file, now) => {
    const { visit } = dutyOf(file, series);
    const since = file.answers.filter((one) => one.visit > visit && startsAnew.includes(one.outcome));
    const from = [dutyBegins(series)(file, now), ...since.map(({ at }) => at)].toSorted().at(-1) ?? now;
    const [own, atLeast] = [deadline(within, instant(from)), deadline(fortnight, instant(now))];
    return iso(Temporal.Instant.compare(own, atLeast) < 0 ? atLeast : own);
  };

const instant = (at: string): Temporal.Instant => Temporal.Instant.from(at);
const startsAnew: readonly string[] = ["returned", "resumed"];

/**
 * What words may name of a series: which duty a case is at, under the name of the series; and as `duty` that of the series which began
 * last, its day, and how many there are. A dash before the first.
 */
export function saysOfDuty(file: CaseFile, series: string, duties: Duties): Says {
  const at = begunIn(file, series).at(-1);
  const number = at?.number ?? "–";
  const [last] = file.records.filter(({ step }) => step === begun.id).slice(-1);
  if (last && begun.schema.parse(last.data).series !== series) return { [series]: number };
  return {
    [series]: number,
    duty: number,
    dutyOn: at ? { day: at.on } : "–",
    duties: duties(file).length,
  };
}

/** Equal steps of so many months from a first day: each begins a whole number of steps after it, or on the last day of a shorter month. */
export const everyMonths = (first: string, months: number, count: number): readonly Duty[] =>
  Array.from({ length: count }, (_, index) => ({
    number: String(index + 1),
    on: Temporal.PlainDate.from(first)
      .add({ months: months * index })
      .toString(),
  }));
