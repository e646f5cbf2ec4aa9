import { Temporal } from "temporal-polyfill";
import { answersTo } from "../../kernel/answers.ts";
import { type CaseFile, latestInterruption } from "../../kernel/case-file.ts";
import { days } from "../../kernel/duration.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { all, ask, awaiting, type Due, part, step } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { guest, soon, staff } from "../asking.ts";
import { type Duties, type Duty, dutyOf, everyMonths } from "../series/duty.ts";
import { duties } from "../series/series.ts";
import { askingLeave, cause, enrolment, midTerm, progress, risk } from "./forms.ts";

/** Time to look into a file of students. */
export const slow = {
  within: days(60),
  remind: [days(14), days(30), days(50)],
  escalate: "coordinator",
} as const;

const leavesOf = (file: CaseFile): number =>
  answersTo(file, enrolment).filter(({ outcome }) => outcome === "leave").length;

/** How many semesters have begun. */
export const begunIn = (file: CaseFile): number =>
  answersTo(file, enrolment).filter(({ outcome }) => outcome === "begins").length;

/** So many semesters from a day on: a leave puts off whatever comes after it. */
export const semestersFrom = (
  first: string,
  { semesters, semesterMonths }: { readonly semesters: number; readonly semesterMonths: number },
  file: CaseFile,
): readonly Duty[] => everyMonths(first, semesterMonths, semesters + leavesOf(file));

/** One leave is anybody's; another needs a cause. */
const weighLeave = (file: CaseFile): StepResult<"first" | "again"> => ({
  outcome: leavesOf(file) > 1 ? "again" : "first",
});

/**
 * The semesters of studies as one circle of states. On the first day of each the university says in `enrolment` whether it begins: then
 * the road goes on at `begins`, and comes back by `semesterEnd`. A leave stops the clock, a second one without a cause is leaving; who
 * leaves goes on at `left`, who has studied all of them at `next`.
 */
export const studying = <const Begins extends string, const Left extends string, const Next extends string>({
  of,
  begins,
  left,
  next,
}: {
  readonly of: Duties;
  readonly begins: Begins;
  readonly left: Left;
  readonly next: Next;
}) =>
  ({
    ...duties("semester", { of, each: "enrolment", next }),
    enrolment: ask("university", enrolment, {
      ...guest,
      on: { begins, leave: "leave", left, expired: "enrolment" },
    }),
    leave: step(weighLeave, { first: "semester", again: "leaveCause" }),
    leaveCause: ask("coordinator", cause, {
      ...staff,
      on: { accepted: "semester", refused: left, expired: "leaveCause" },
    }),
    semesterEnd: ask("university", progress, {
      ...slow,
      on: { studied: "semester", left, expired: "semesterEnd" },
    }),
  }) as const;

type Months = (file: CaseFile) => number;

/** A part of the way from the first day of a semester to that of the next, at nine in the morning. */
const within =
  (months: Months, share: number): Due =>
  (file) => {
    const first = Temporal.PlainDate.from(dutyOf(file, "semester").on);
    const long = first.until(first.add({ months: months(file) }), { largestUnit: "days" }).days;
    return iso(vilniusInstant(`${first.add({ days: Math.floor(long * share) }).toString()}T09:00`));
  };

/**
 * What lies in a semester that has begun: in the middle of it whoever studies and the university say how it goes, and the coordinator is
 * shown who is at risk; it goes on to `semesterEnd` of `studying` when its months are over.
 */
export const midTerms = (months: Months) =>
  ({
    midTermWaiting: awaiting({ expired: "midTerm" }, { instant: within(months, 1 / 2) }),
    midTerm: all(
      { participant: part("applicant", midTerm, soon), university: part("university", midTerm, soon) },
      "weighingMidTerm",
    ),
    weighingMidTerm: step(weighMidTerm, { onTrack: "semesterEndWaiting", atRisk: "risk" }),
    risk: ask("coordinator", risk, {
      ...staff,
      about: [midTerm],
      on: { agreed: "semesterEndWaiting", expired: "risk" },
    }),
    semesterEndWaiting: awaiting({ expired: "semesterEnd" }, { instant: within(months, 1) }),
    notingLeave: step(
      noteLeave,
      { semesterWaiting: "semesterWaiting", midTermWaiting: "midTermWaiting", later: "semesterEndWaiting" },
      { tells: ["leaveAsked"] },
    ),
  }) as const;

/** The days on which somebody was at risk by either side's word, oldest first. UTC instants. */
export const atRisk = (file: CaseFile, since = 0): readonly string[] =>
  answersTo(file, midTerm).flatMap(({ visit, outcome, at }) =>
    visit > since && outcome === "atRisk" ? [at] : [],
  );

function weighMidTerm(file: CaseFile): StepResult<"onTrack" | "atRisk"> {
  return { outcome: atRisk(file, dutyOf(file, "semester").visit).length > 0 ? "atRisk" : "onTrack" };
}

const waits = ["semesterWaiting", "midTermWaiting", "semesterEndWaiting"] as const;

/** Where somebody studies with `studying` and `midTerms`, and nobody has been asked to pay. */
export const whileStudying = [
  ...waits,
  ...["enrolment", "leaveCause", "midTerm", "risk", "semesterEnd"],
] as const;

/** Whoever studies asks for a leave: the university is told, and all goes on where it stood until it confirms one. */
export const leaveAsked = {
  by: "applicant",
  form: askingLeave,
  to: "notingLeave",
  during: waits,
} as const;

function noteLeave(file: CaseFile): StepResult<"semesterWaiting" | "midTermWaiting" | "later"> {
  const at = latestInterruption(file, "leaveAsked")?.state;
  return {
    outcome: at === "semesterWaiting" || at === "midTermWaiting" ? at : "later",
    tell: [{ role: "university", template: "leaveAsked" }],
  };
}
