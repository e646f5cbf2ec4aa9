import { callWords, staffWords } from "../../blocks/call-form/words.lt.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of the form that opens a register of places for interns, in Lithuanian. ICU messages. */
export const lt: Words = {
  ...callWords,
  ...staffWords,
  "callForm.minimumYears.label": "Kiek metų pedagoginio darbo stažo turi turėti stažuotojas?",
  "callForm.hoursPerDay.label": "Kiek akademinių valandų pažymima už vieną dieną?",
  "callForm.sameMunicipalityIsConflict.label":
    "Ar stažuotė savo savivaldybės mokykloje – interesų konfliktas?",
  "callForm.reportDays.label": "Per kiek dienų po stažuotės pateikiama ataskaita?",
};
