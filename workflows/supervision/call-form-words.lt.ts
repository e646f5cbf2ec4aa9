import { callWords, delivererWords, feeWords, sizeWords } from "../blocks/call-form/words.lt.ts";
import type { Words } from "../kernel/case-file.ts";

/** The words of the form that makes a call of this process, in Lithuanian. ICU messages. */
export const lt: Words = {
  ...callWords,
  ...feeWords,
  ...sizeWords,
  "callForm.page.supervisors": "Supervizoriai",
  "callForm.supervisors.label": "Supervizoriai",
  "callForm.supervisors.hint": "Paskelbus sąrašą bus galima tik papildyti.",
  ...delivererWords("supervisors"),
  "callForm.hours.label": "Kiek akademinių valandų trunka vienas susitikimas?",
  "callForm.checkWeeks.label": "Po kiek savaičių klausti, ar sprendimas įgyvendintas?",
};
