import { callWords, delivererWords, feeWords, sizeWords } from "../blocks/call-form/words.en.ts";
import type { Words } from "../kernel/case-file.ts";

/** The words of the form that makes a call of this process, in English. ICU messages. */
export const en: Words = {
  ...callWords,
  ...feeWords,
  ...sizeWords,
  "callForm.page.supervisors": "Supervisors",
  "callForm.supervisors.label": "Supervisors",
  "callForm.supervisors.hint": "After publishing, more can be added.",
  ...delivererWords("supervisors"),
  "callForm.hours.label": "How many academic hours does one meeting take?",
  "callForm.checkWeeks.label": "After how many weeks to ask whether the solution was carried out?",
};
