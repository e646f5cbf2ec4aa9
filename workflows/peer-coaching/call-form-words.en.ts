import { callWords, feeWords, sizeWords } from "../blocks/call-form/words.en.ts";
import type { Words } from "../kernel/case-file.ts";

/** The words of the form that makes a call of this process, in English. ICU messages. */
export const en: Words = {
  ...callWords,
  ...feeWords,
  ...sizeWords,
  "callForm.hours.label": "How many academic hours does one cycle take?",
  "callForm.trainingEnds.label": "Last day of the coaches’ own training",
};
