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
import { miniTrainingCall } from "./call.ts";

/** The form by which a coordinator makes a call for mini-trainings. */
export const callForm = defineCallForm({
  fields: {
    ...groupCallFields(2, 60),
    trainers: deliverersField("trainer"),
    presencePercent: number({ min: 1, max: 100 }),
  },
  pages: [
    groupCallPages.texts,
    groupCallPages.dates,
    { id: "trainers", fields: ["trainers"] },
    groupCallPages.budget,
    groupCallPages.staff,
    { id: "rules", fields: [...sizeNames, "presencePercent"] },
  ],
  check: checkGroupCall,
  template: (maker, today) => ({
    callId: `mini-training-${today.slice(0, 4)}`,
    ...plannedDates(today),
    ...typedPerson("coordinator", maker),
    capacity: "25",
    minimum: "8",
    hours: "4",
    joinDays: "14",
    presencePercent: "80",
  }),
  fileOf: (said) => ({
    process: "mini-training",
    ...groupCallOf(said),
    presencePercent: said.presencePercent,
    trainers: deliverersOf(said.trainers),
  }),
  typedOf: (id, data) => {
    const { trainers, presencePercent } = miniTrainingCall.parse(data);
    return {
      ...typedGroupCall(id, data),
      trainers: typedDeliverers(trainers),
      presencePercent: String(presencePercent),
    };
  },
  changes: { ...groupCallChanges, trainers: delivererChanges },
  calledInForm: groupCallCalled,
  words: {
    lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
    en: () => import("./call-words/en.json", { with: { type: "json" } }),
  },
});
