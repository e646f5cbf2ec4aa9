import { answersTo } from "../../kernel/answers.ts";
import { spokenAs } from "../../kernel/book.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import { days } from "../../kernel/duration.ts";
import { ask, step } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { guest, staff } from "../asking.ts";
import { type Duties, type Duty, everyMonths } from "../series/duty.ts";
import { duties } from "../series/series.ts";
import { cause, enrolment, progress } from "./forms.ts";
import { studyWords } from "./words.ts";

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
    enrolment: spokenAs(
      "enrolment",
      studyWords,
      ask("university", enrolment, { ...guest, on: { begins, leave: "leave", left, expired: "enrolment" } }),
    ),
    leave: spokenAs("leave", studyWords, step(weighLeave, { first: "semester", again: "leaveCause" })),
    leaveCause: spokenAs(
      "leaveCause",
      studyWords,
      ask("coordinator", cause, {
        ...staff,
        on: { accepted: "semester", refused: left, expired: "leaveCause" },
      }),
    ),
    semesterEnd: spokenAs(
      "semesterEnd",
      studyWords,
      ask("university", progress, { ...slow, on: { studied: "semester", left, expired: "semesterEnd" } }),
    ),
  }) as const;
