import { guest, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { ending } from "../blocks/ending.ts";
import { organisation } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { ask, awaiting, step } from "../kernel/states.ts";
import { askedIn, brief, comparedWith, placesIn, readCall, words } from "./call.ts";
import * as forms from "./forms.ts";
import {
  answersEnd,
  codesOf,
  enter,
  notePlan,
  people,
  planDue,
  says,
  shows,
  weighAnswers,
  yearLater,
} from "./rules.ts";

const untilPlanned = ["invitation", "collecting", "plan", "planReview"] as const;

/** A school's part in an assessment campaign, from its codes to what it used a year later [processes, section 9]. */
export const assessmentCampaign = defineProcess({
  id: "assessment-campaign",
  family: "asking",
  applicant: organisation({ code: "school" }, { fields: { school: "schoolName" } }),
  call: {
    process: "assessment-campaign-call",
    read: readCall,
    brief,
    form: async () => (await import("./call-form.ts")).callForm,
    tells: ["responseReminder"],
  },
  start: "entering",
  givenStart: "entering",
  states: {
    entering: step(enter, { entered: "invitation" }),
    invitation: ask("applicant", forms.handingOut, {
      within: answersEnd,
      remind: [days(2), days(5)],
      on: { handedOut: "collecting", expired: "collecting" },
    }),
    collecting: awaiting({ counted: "weighing" }),
    weighing: step(weighAnswers, { answered: "plan", nobody: "noAnswers" }),
    plan: ask("applicant", forms.improvementPlan, {
      within: planDue,
      remind: [days(7), days(14)],
      escalate: "coordinator",
      on: { submitted: "planReview", expired: "unplanned" },
    }),
    planReview: ask("coordinator", forms.planReview, {
      ...staff,
      about: [forms.improvementPlan],
      on: { accepted: "improving", returned: "plan", expired: "planReview" },
    }),
    improving: step(notePlan, { noted: "awaitingUse" }),
    awaitingUse: awaiting({ expired: "use" }, { instant: yearLater }),
    use: ask("applicant", forms.whatWasUsed, {
      ...guest,
      on: { submitted: "planned", expired: "planned" },
    }),

    planned: ending("planned"),
    unplanned: ending("unplanned"),
    noAnswers: ending("noAnswers"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, takesBack: "reason", to: "withdrawn", during: ["plan"] },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: untilPlanned },
  },
  people,
  says,
  shows,
  links: { gives: ["improving"] },
  anonymous: { asked: askedIn, places: placesIn, codesOf, comparedWith },
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  usedLater: { asked: "use", isUsed: () => true },
  finished: { by: ["planned", "unplanned"] },
  words,
});
