import {
  checkDates,
  dateChanges,
  dateFields,
  datesCalled,
  datesOf,
  plannedDates,
  typedDates,
} from "../../blocks/call-form/dates.ts";
import { people, personNames, personOf, staffChanges, typedPerson } from "../../blocks/call-form/people.ts";
import {
  checkTexts,
  textChanges,
  textFields,
  textPage,
  textsOf,
  typedTexts,
} from "../../blocks/call-form/texts.ts";
import { defineCallForm } from "../../kernel/call-form.ts";
import { number, yesNo } from "../../kernel/field-kinds.ts";
import { placesCall } from "./call.ts";

/** The form by which a coordinator opens a register of places for interns. */
export const callForm = defineCallForm({
  fields: {
    ...textFields,
    ...dateFields,
    ...people.coordinator,
    ...people.agency,
    minimumYears: number({ min: 0, max: 40 }),
    hoursPerDay: number({ min: 1, max: 10 }),
    sameMunicipalityIsConflict: yesNo({}),
    reportDays: number({ min: 5, max: 90 }),
  },
  pages: [
    textPage,
    { id: "dates", fields: ["opensOn", "opensAt", "closesOn", "followUpMonths"] },
    { id: "staff", fields: personNames("coordinator", "agency") },
    { id: "rules", fields: ["minimumYears", "hoursPerDay", "sameMunicipalityIsConflict", "reportDays"] },
  ],
  check: (said) => [...checkTexts(said), ...checkDates(said)],
  template: (maker, today) => ({
    callId: `national-internship-${today.slice(0, 4)}`,
    ...plannedDates(today),
    ...typedPerson("coordinator", maker),
    minimumYears: "8",
    hoursPerDay: "8",
    sameMunicipalityIsConflict: "no",
    reportDays: "30",
  }),
  fileOf: (said) => ({
    process: "national-internship-place",
    ...textsOf(said),
    ...datesOf(said),
    minimumYears: said.minimumYears,
    hoursPerDay: said.hoursPerDay,
    sameMunicipalityIsConflict: said.sameMunicipalityIsConflict,
    reportDays: said.reportDays,
    staff: { coordinator: personOf(said, "coordinator"), agency: personOf(said, "agency") },
  }),
  typedOf: (id, data) => {
    const { staff, ...call } = placesCall.parse(data);
    return {
      ...typedTexts(id, data),
      ...typedDates(data),
      ...typedPerson("coordinator", staff.coordinator),
      ...typedPerson("agency", staff.agency),
      minimumYears: String(call.minimumYears),
      hoursPerDay: String(call.hoursPerDay),
      sameMunicipalityIsConflict: call.sameMunicipalityIsConflict ? "yes" : "no",
      reportDays: String(call.reportDays),
    };
  },
  changes: { ...textChanges, ...dateChanges, ...staffChanges("coordinator", "agency") },
  calledInForm: datesCalled,
  words: {
    lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
    en: () => import("./call-words/en.json", { with: { type: "json" } }),
  },
});
