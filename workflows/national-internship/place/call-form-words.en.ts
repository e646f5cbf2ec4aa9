import { callWords, staffWords } from "../../blocks/call-form/words.en.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of the form that opens a register of places for interns, in English. ICU messages. */
export const en: Words = {
  ...callWords,
  ...staffWords,
  "callForm.minimumYears.label": "How many years of experience must an intern have?",
  "callForm.hoursPerDay.label": "How many academic hours are certified for one day?",
  "callForm.sameMunicipalityIsConflict.label":
    "Is it a conflict of interest to go to a school of one’s own municipality?",
  "callForm.reportDays.label": "Within how many days after the internship is the report due?",
};
