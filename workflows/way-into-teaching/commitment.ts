import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type Duty, dutyOf } from "../blocks/series/duty.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { dayAfter } from "../kernel/facts/ends.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { type Call, callIn, partsOfCall } from "./call.ts";
import { grading, postponement, postponing, schoolConfirmation, work } from "./forms.ts";
import { schoolsOf } from "./rules.ts";

/** Years of work that somebody owes after the qualification, counted by the day [processes.md, 12.6]. */

interface Period {
  readonly from: string;
  readonly to: string;
}
export interface Worked extends Period {
  readonly sharePercent: number;
  readonly kind: string;
}

/** A local day as the number of days since 1970: a year of days is looked at in no time. */
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const asNumbers = ({ from, to }: Period) => [numberOf(from), numberOf(to)] as const;

/** Days of the time that counts, in their order: from the day after the qualification, without those of protected leave. */
function* daysOf({ withinDays }: Call["commitment"], day: string, postponed: readonly Period[]) {
  const leaves = postponed.map(asNumbers);
  let number = numberOf(day) + 1;
  for (let left = withinDays; left > 0; number += 1) {
    if (leaves.some(([from, to]) => from <= number && number <= to)) continue;
    left -= 1;
    yield number;
  }
}

/** How many days were worked, up to the day on which there were enough of them. */
export function countDays(
  commitment: Call["commitment"],
  day: string,
  { postponed, worked }: { readonly postponed: readonly Period[]; readonly worked: readonly Worked[] },
): { readonly counted: number; readonly fulfilledOn?: string } {
  const { days, sharePercent, kinds } = commitment;
  const counts = worked.flatMap((one) => {
    const [from, to] = asNumbers(one);
    return kinds.includes(one.kind) ? [{ from, to, share: hundredths(one.sharePercent) }] : [];
  });
  let counted = 0;
  for (const number of daysOf(commitment, day, postponed)) {
    const share = counts.reduce(
      (sum, one) => (one.from <= number && number <= one.to ? sum + one.share : sum),
      0,
    );
    if (share < hundredths(sharePercent)) continue;
    counted += 1;
    if (counted === days) return { counted, fulfilledOn: dayOf(number) };
  }
  return { counted };
}

const hundredths = (percent: number): number => Math.round(percent * 100);

/** The day on which somebody qualified; `undefined` before, and where the grade is too low. */
export function qualifiedOn(file: CaseFile): string | undefined {
  const { grade = 0, qualifiedOn: day } = latestAnswer(file, grading)?.values ?? {};
  return grade >= (partsOfCall(file).passGrade ?? 0) ? day : undefined;
}

const periods = postponing.fields.periods;

/** Leave that the coordinator has granted. */
function postponedIn(file: CaseFile): readonly Period[] {
  const asked = file.interruptions.filter(({ name }) => name === "postponed");
  return answersTo(file, postponement).flatMap(({ visit, outcome }) => {
    const said = asked.findLast((one) => one.visit < visit);
    if (outcome !== "granted" || !said) return [];
    return periods.schema([], periods.columns).parse(said.values.periods);
  });
}

/** What schools have confirmed, each in the time about which it was asked. */
function workedIn(file: CaseFile): readonly Worked[] {
  const confirmed = answersTo(file, schoolConfirmation).filter(({ outcome }) => outcome === "confirmed");
  const asked = answersTo(file, work);
  return asked.flatMap(({ visit, values }, index) => {
    const next = asked[index + 1]?.visit ?? Number.POSITIVE_INFINITY;
    const parts = new Set(
      confirmed.flatMap((one) => (one.visit > visit && one.visit < next ? [one.part] : [])),
    );
    return (values.schools ?? []).filter((_, row) => parts.has(`s${row + 1}`));
  });
}

/** What has come of the years so far; `undefined` before somebody qualified. */
export function countedIn(file: CaseFile): ReturnType<typeof countDays> | undefined {
  const day = qualifiedOn(file);
  if (day === undefined) return undefined;
  return countDays(callIn(file).commitment, day, { postponed: postponedIn(file), worked: workedIn(file) });
}

/** The day after the last that can count. */
function isOverOn(file: CaseFile, day: string): string {
  const all = [...daysOf(callIn(file).commitment, day, postponedIn(file))];
  return dayOf((all.at(-1) ?? numberOf(day)) + 1);
}

/**
 * Each autumn somebody says where they worked, and once more when the time is over: on another day than was thought where leave has
 * made it longer, so that days tell these from each other.
 */
export function years(file: CaseFile): readonly Duty[] {
  const day = qualifiedOn(file);
  if (day === undefined) return [];
  const end = isOverOn(file, day);
  const first = Temporal.PlainDate.from(day);
  const autumns = Array.from({ length: 20 }, (_, index) => `${first.year + index}-10-01`);
  const asked = [...autumns.filter((autumn) => dayAfter(day) < autumn && autumn < end), end];
  return asked.map((on) => ({ number: on, on }));
}

const asYear = z.object({ series: z.literal("commitment"), on: z.iso.date() });

/** The days about which somebody is asked now: since they were asked last, and before today. */
export function askedAbout(file: CaseFile): Period {
  const { on } = dutyOf(file, "commitment");
  const begun = file.records.flatMap(({ data }) =>
    asYear.safeParse(data).success ? [asYear.parse(data).on] : [],
  );
  return {
    from: begun.at(-2) ?? dayAfter(qualifiedOn(file) ?? on),
    to: Temporal.PlainDate.from(on).subtract({ days: 1 }).toString(),
  };
}

/** Asks each school that was named. */
export function askSchools(file: CaseFile): StepResult<"asked" | "nobody"> {
  const parts = [...schoolsOf(file).keys()];
  return parts.length > 0 ? { outcome: "asked", parts } : { outcome: "nobody" };
}

/** Were there enough days by now? */
export const weighYear = (file: CaseFile): StepResult<"fulfilled" | "going"> => ({
  outcome: countedIn(file)?.fulfilledOn === undefined ? "going" : "fulfilled",
});
