import { answersTo } from "../../kernel/answers.ts";
import type { Asked, Row, Said } from "../../kernel/rehearsal.ts";
import { type Column, cell, optional, yesNo } from "../../kernel/rehearsal-cells.ts";
import { enrolment } from "../studies/forms.ts";
import { inWords } from "./people.ts";

interface Studied {
  readonly progress?: string | undefined;
  readonly cause?: boolean | undefined;
}
type Student = Row & { readonly cells: Studied };

/** Studied, studied and left in it, left before it, on leave; what stands behind the end is not read (processes.md, 10.4). */
const progress: Column<string> = cell("a letter for each semester: s, d, x or l", (said) =>
  /^[sdxl]+$/.test(said) ? said : undefined,
);

/** A grade of ten. */
const gradeColumn: Column<number> = cell("a number from 0 to 10 with at most two decimals", (said) =>
  /^(\d([.,]\d{1,2})?|10([.,]00?)?)$/.test(said) ? Number(said.replace(",", ".")) : undefined,
);

export const studyColumns = {
  progress: optional(progress),
  grade: optional(gradeColumn),
  cause: optional(yesNo),
};

/** Does somebody study all of so many semesters? What is missing was left. */
export function studiesAll(semesters: number, { progress: letters = "", cause }: Studied): boolean {
  let [studied, leaves] = [0, 0];
  for (const letter of letters) {
    if (studied === semesters) break;
    if (letter === "x" || letter === "d") return false;
    if (letter === "s") studied += 1;
    else leaves += 1;
    if (leaves > 1 && cause !== true) return false;
  }
  return studied === semesters;
}

/** Which letter it is now: one for each semester that began or was to. */
const letterAt = ({ cells }: Student, { file }: Asked, before = 0): string =>
  (cells.progress ?? "")[answersTo(file, enrolment).length - before] ?? "x";

const excused = ({ cells }: Student): Said => ({
  outcome: cells.cause ? "accepted" : "refused",
  reason: inWords,
});

/** What is answered in the circle of `blocks/studies`. */
export const studyAnswers = {
  enrolment: (student: Student, asked: Asked): Said => {
    const letter = letterAt(student, asked);
    return { outcome: letter === "l" ? "leave" : letter === "x" ? "left" : "begins" };
  },
  semesterEnd: (student: Student, asked: Asked): Said => ({
    outcome: letterAt(student, asked, 1) === "d" ? "left" : "studied",
  }),
  leaveCause: excused,
};

/** Whether a cause excuses, wherever the process asks for it. */
export const causeAnswer = excused;
