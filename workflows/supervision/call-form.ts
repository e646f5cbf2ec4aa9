import { plannedDates } from "../blocks/call-form/dates.ts";
import {
  checkGroupCall,
  delivererChanges,
  groupCallCalled,
  groupCallChanges,
  groupCallFields,
  groupCallOf,
  groupCallPages,
  sizeNames,
  typedDeliverers,
  typedGroupCall,
} from "../blocks/call-form/group-call.ts";
import { deliverersField, deliverersOf, typedPerson } from "../blocks/call-form/people.ts";
import { defineCallForm } from "../kernel/call-form.ts";
import { number } from "../kernel/field-kinds.ts";
import { supervisionCall } from "./call.ts";

/** The form by which a coordinator makes a call for supervisions. */
export const callForm = defineCallForm({
  fields: {
    ...groupCallFields(2, 12),
    supervisors: deliverersField("supervisor"),
    checkWeeks: number({ min: 1, max: 26 }),
  },
  pages: [
    groupCallPages.texts,
    groupCallPages.dates,
    { id: "supervisors", fields: ["supervisors"] },
    groupCallPages.budget,
    groupCallPages.staff,
    { id: "rules", fields: [...sizeNames, "checkWeeks"] },
  ],
  check: checkGroupCall,
  template: (maker, today) => ({
    callId: `supervision-${today.slice(0, 4)}`,
    ...plannedDates(today),
    ...typedPerson("coordinator", maker),
    capacity: "12",
    minimum: "6",
    hours: "5",
    joinDays: "14",
    checkWeeks: "4",
  }),
  fileOf: (said) => ({
    process: "supervision",
    ...groupCallOf(said),
    checkWeeks: said.checkWeeks,
    supervisors: deliverersOf(said.supervisors),
  }),
  typedOf: (id, data) => {
    const { supervisors, checkWeeks } = supervisionCall.parse(data);
    return {
      ...typedGroupCall(id, data),
      supervisors: typedDeliverers(supervisors),
      checkWeeks: String(checkWeeks),
    };
  },
  changes: { ...groupCallChanges, supervisors: delivererChanges },
  calledInForm: groupCallCalled,
  words: {
    lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
    en: () => import("./call-words/en.json", { with: { type: "json" } }),
  },
});
