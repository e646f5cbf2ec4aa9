import { answersTo } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { longText } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** Is the application eligible under the rules of the call? */
export const screening = defineForm({
  id: "screening",
  words: blockWords,
  outcomes: ["eligible", "supplement", "ineligible"],
  fields: {
    request: why({ max: 2000, for: ["supplement"] }),
    reason: why({ max: 2000, for: ["ineligible"] }),
  },
});

/** The same question once a supplement has been asked as often as it may be. */
export const lastScreening = defineForm({
  id: "lastScreening",
  words: blockWords,
  outcomes: ["eligible", "ineligible"],
  fields: { reason: why({ max: 2000, for: ["ineligible"] }) },
});

export const supplement = defineForm({
  id: "supplement",
  words: blockWords,
  outcomes: ["supplied"],
  fields: { answer: longText({ max: 6000 }) },
});

/** A supplement is asked at most twice [programme, section 1]. */
const supplementLimit = 2;

/** After a supplement: may the screening ask once more? */
export const countSupplements = (file: CaseFile): StepResult<"again" | "last"> => ({
  outcome: answersTo(file, supplement).length < supplementLimit ? "again" : "last",
});
