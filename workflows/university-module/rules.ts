import { applicantIn, principalIn } from "../blocks/people.ts";
import { nextMorning } from "../blocks/reserve/mornings.ts";
import { staffOf } from "../blocks/staffed.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role, RoleSaid } from "../kernel/roles.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { type Bid, callOf, moduleOf, partsOf } from "./call.ts";
import { appliedIn, endorsement, endorsementInPlace } from "./forms.ts";

/** Admits, confirms each semester, and records the grade; tuition goes to it. */
export const university: RoleSaid = {
  comes: "both",
  sees: {
    person: true,
    application: "whole",
    answersOf: ["applicant", "principal", "university"],
    score: false,
  },
  readBy: ["applicant", "finance"],
};

/** Who answers for the university of a case. */
export const universityOf = (file: CaseFile) =>
  partsOf(file).universities?.find(({ university: name }) => name === moduleOf(file)?.university);

export function people(role: Role, file: CaseFile): Person | undefined {
  switch (role) {
    case "applicant":
      return applicantIn(file);
    case "principal":
      return principalIn(file);
    case "university": {
      const found = universityOf(file);
      return found && { name: found.name, email: found.email, language: found.language };
    }
    default:
      return staffOf(role, file);
  }
}

/** Schools are written to in the morning; until then an application can be taken back without anybody having been asked. */
export const schoolsAreAsked: Due = ({ submittedAt }) => nextMorning(submittedAt);

/** Who has no teacher's qualification cannot learn another subject in addition to it [10.1]. */
export const weighQualification = (file: CaseFile): StepResult<"eligible" | "ineligible"> => ({
  outcome: appliedIn(file).qualified ? "eligible" : "ineligible",
});

/** What the case brings to the ranking: facts, and what the school has said of its need [10.2]. */
export function weigh(file: CaseFile): StepResult<"weighed"> {
  const { fullName, rural, experienceYears, modules } = appliedIn(file);
  const said = latestAnswer(file, endorsementInPlace) ?? latestAnswer(file, endorsement);
  const bid: Bid = {
    vacancy: said?.values.vacancy ?? false,
    rural,
    years: experienceYears,
    submittedAt: file.submittedAt,
    applicant: fullName,
    modules: modules.slice(0, callOf(file).choices),
  };
  return { outcome: "weighed", bid };
}
