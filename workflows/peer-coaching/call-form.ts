import { untilApplied } from "../blocks/call-form/changes.ts";
import { daysAfter, plannedDates } from "../blocks/call-form/dates.ts";
import {
  checkGroupCall,
  groupCallCalled,
  groupCallChanges,
  groupCallFields,
  groupCallOf,
  groupCallPages,
  sizeNames,
  typedGroupCall,
} from "../blocks/call-form/group-call.ts";
import { typedPerson } from "../blocks/call-form/people.ts";
import { defineCallForm } from "../kernel/call-form.ts";
import { date } from "../kernel/field-kinds.ts";
import { peerCoachingCall } from "./call.ts";

/** The form by which a coordinator makes a call for coaches. */
export const callForm = defineCallForm({
  fields: { ...groupCallFields(3, 20), trainingEnds: date({}) },
  pages: [
    groupCallPages.texts,
    { id: "dates", fields: [...groupCallPages.dates.fields, "trainingEnds"] },
    groupCallPages.budget,
    groupCallPages.staff,
    { id: "rules", fields: sizeNames },
  ],
  check: (said) => [
    ...checkGroupCall(said),
    ...(said.trainingEnds <= said.closesOn
      ? [{ field: "trainingEnds", problem: "beforeClosing" as const }]
      : []),
  ],
  template: (maker, today) => ({
    callId: `peer-coaching-${today.slice(0, 4)}`,
    ...plannedDates(today),
    trainingEnds: daysAfter(today, 7 + 42 + 60),
    ...typedPerson("coordinator", maker),
    capacity: "8",
    minimum: "3",
    hours: "3",
    joinDays: "21",
  }),
  fileOf: (said) => ({
    process: "peer-coaching",
    ...groupCallOf(said),
    trainingEnds: said.trainingEnds,
  }),
  typedOf: (id, data) => ({
    ...typedGroupCall(id, data),
    trainingEnds: peerCoachingCall.parse(data).trainingEnds,
  }),
  changes: { ...groupCallChanges, trainingEnds: untilApplied },
  calledInForm: groupCallCalled,
  words: {
    lt: () => import("./call-words/lt.json", { with: { type: "json" } }),
    en: () => import("./call-words/en.json", { with: { type: "json" } }),
  },
});
