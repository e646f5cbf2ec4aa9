import { guest, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { ending } from "../blocks/ending.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { ask, step } from "../kernel/states.ts";
import { call, words } from "./call.ts";
import { application, approval, languageCheck, pilot, redraft } from "./forms.ts";
import { issue, people, readTrial, shows, weighTrial } from "./rules.ts";

const untilItIsOver = ["languageCheck", "redraft", "pilot", "approval"] as const;

/** A version of an instrument: drafted, checked for language, tried in a pilot campaign, approved, and never edited [processes, section 9]. */
export const assessmentInstrument = defineProcess({
  id: "assessment-instrument",
  family: "asking",
  application,
  call,
  start: "languageCheck",
  states: {
    languageCheck: ask("coordinator", languageCheck, {
      ...staff,
      about: [redraft],
      on: { passed: "pilot", returned: "redraft", expired: "languageCheck" },
    }),
    redraft: ask("applicant", redraft, {
      ...guest,
      on: { submitted: "languageCheck", expired: "lapsed" },
    }),
    pilot: ask("coordinator", pilot, {
      within: days(120),
      remind: [days(30), days(60), days(90)],
      escalate: "agency",
      about: [redraft],
      on: { tried: "reading", expired: "pilot" },
    }),
    reading: step(readTrial, { read: "weighing" }),
    weighing: step(weighTrial, { known: "approval", unknown: "pilot" }),
    approval: ask("commission", approval, {
      ...guest,
      about: [redraft, pilot],
      on: { approved: "issuing", returned: "redraft", refused: "refused", expired: "approval" },
    }),
    issuing: step(issue, { issued: "completed" }),
    lapsed: ending("lapsed"),
    completed: ending("completed"),
    refused: ending("refused"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, to: "withdrawn", during: untilItIsOver },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: untilItIsOver },
  },
  people,
  shows,
  links: { takesLater: ["tried"] },
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: [], as: "assessment-campaign" },
  words,
});
