import { tellParent, tookPart } from "../../blocks/group/rules.ts";
import { meetingsOf } from "../../blocks/group/terms.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { StepResult } from "../../kernel/step-result.ts";

/** The coach's case goes on: so many cycles were held, from when to when, with so many colleagues. */
export function tellCoach(file: CaseFile): StepResult<"told"> {
  const days = meetingsOf(file)
    .map(({ day }) => day)
    .toSorted();
  const facts = { took: tookPart(file).length, starts: days[0] ?? "", ends: days.at(-1) ?? "" };
  return { outcome: "told", ...tellParent(file, facts) };
}
