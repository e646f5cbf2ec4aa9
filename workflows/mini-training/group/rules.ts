import { tellParent, tookPart } from "../../blocks/group/rules.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { StepResult } from "../../kernel/step-result.ts";

/** The school's case goes on: so many sessions were held, and so many people took part. */
export const tellSchool = (file: CaseFile): StepResult<"told"> => ({
  outcome: "told",
  ...tellParent(file, { took: tookPart(file).length }),
});
