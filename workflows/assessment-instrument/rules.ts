import { applicantIn } from "../blocks/people.ts";
import { staffOf } from "../blocks/staffed.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Shows } from "../kernel/told.ts";
import { itemsIn, pilot, redraft } from "./forms.ts";

/** Who stands behind each role of a case. */
export function people(role: Role, file: CaseFile): Person | undefined {
  return role === "applicant" ? applicantIn(file) : staffOf(role, file);
}

/** The version as it was approved is kept once and never edited: whoever changes it proposes the next one. */
export function issue(file: CaseFile): StepResult<"issued"> {
  const { instrument, version } = file.application;
  const { items } = itemsIn.parse(latestAnswer(file, redraft)?.values ?? file.application);
  return { outcome: "issued", document: { name: "instrument", data: { id: instrument, version, items } } };
}

const tried = (file: CaseFile) => latestAnswer(file, pilot)?.values;

/** What the commission decides by. */
export const shows: Readonly<Record<string, Shows>> = {
  trial: {
    to: ["applicant", "coordinator", "agency", "commission"],
    rows: {
      campaign: (file) => tried(file)?.campaign,
      alpha: (file) => tried(file)?.alpha,
      complete: (file) => tried(file)?.complete,
      blankPercent: (file) => tried(file)?.blankPercent,
    },
  },
};
