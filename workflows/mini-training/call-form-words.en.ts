import { callWords, delivererWords, feeWords, sizeWords } from "../blocks/call-form/words.en.ts";
import type { Words } from "../kernel/case-file.ts";

/** The words of the form that makes a call of this process, in English. ICU messages. */
export const en: Words = {
  ...callWords,
  ...feeWords,
  ...sizeWords,
  "callForm.page.trainers": "Trainers",
  "callForm.trainers.label": "Trainers",
  "callForm.trainers.hint": "After publishing, more can be added.",
  ...delivererWords("trainers"),
  "callForm.hours.label": "How many academic hours does one session take?",
  "callForm.presencePercent.label": "What per cent of the sessions must one be at for a certificate?",
};
