import { callWords, feeWords, sizeWords } from "../blocks/call-form/words.lt.ts";
import type { Words } from "../kernel/case-file.ts";

/** The words of the form that makes a call of this process, in Lithuanian. ICU messages. */
export const lt: Words = {
  ...callWords,
  ...feeWords,
  ...sizeWords,
  "callForm.hours.label": "Kiek akademinių valandų trunka vienas ciklas?",
  "callForm.trainingEnds.label": "Paskutinė ugdomųjų vadovų mokymų diena",
};
