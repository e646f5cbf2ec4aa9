import { callWords, delivererWords, feeWords, sizeWords } from "../blocks/call-form/words.lt.ts";
import type { Words } from "../kernel/case-file.ts";

/** The words of the form that makes a call of this process, in Lithuanian. ICU messages. */
export const lt: Words = {
  ...callWords,
  ...feeWords,
  ...sizeWords,
  "callForm.page.trainers": "Mokymų vedėjai",
  "callForm.trainers.label": "Mokymų vedėjai",
  "callForm.trainers.hint": "Paskelbus sąrašą bus galima tik papildyti.",
  ...delivererWords("trainers"),
  "callForm.hours.label": "Kiek akademinių valandų trunka vienas užsiėmimas?",
  "callForm.presencePercent.label": "Kiek procentų užsiėmimų reikia lankyti, kad būtų išduotas pažymėjimas?",
};
