import { soon, staff } from "../blocks/asking.ts";
import { cancellation, withdrawal } from "../blocks/breaking-off.ts";
import { delivererOf, mayBeAccredited } from "../blocks/deliverer.ts";
import { ending } from "../blocks/ending.ts";
import { feeOf } from "../blocks/fee.ts";
import { closingStates, findingStates } from "../blocks/group/delivery.ts";
import { openedBy } from "../blocks/group/opened.ts";
import { reportReview } from "../blocks/report.ts";
import { leading } from "../blocks/roles.ts";
import { organisation } from "../kernel/applicant.ts";
import { callOf } from "../kernel/case-file.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { ask, awaiting, step } from "../kernel/states.ts";
import { brief, miniTrainingCall, readCall } from "./call.ts";
import { application, programme, programmeAgreement, topicAgreement, trainerReport } from "./forms.ts";
import { people } from "./people.ts";
import { openTraining, says, weighFee } from "./rules.ts";

const untilItIsOver = [
  "topic",
  "appointment",
  "invitation",
  "programme",
  "programmeAgreement",
  "running",
] as const;

/** A school asks for a practical training of its own: the topic agreed, a trainer found, the programme agreed, then its group opens [programme, section 4]. */
export const miniTraining = defineProcess({
  id: "mini-training",
  family: "study",
  roles: { trainer: leading("trainer") },
  applicant: organisation(),
  application,
  call: {
    process: "standing-call",
    read: readCall,
    brief,
    form: async () => (await import("./call-form.ts")).callForm,
  },
  start: "topic",
  states: {
    topic: ask("coordinator", topicAgreement, {
      ...staff,
      on: { agreed: "matching", refused: "refused", expired: "topic" },
    }),
    ...findingStates("trainer", {
      known: (file) => callOf(file, miniTrainingCall).trainers,
      accepted: "programme",
      nobody: "noTrainer",
      about: [topicAgreement],
    }),
    programme: ask("trainer", programme, {
      ...soon,
      on: { written: "programmeAgreement", expired: "programme" },
    }),
    programmeAgreement: ask("applicant", programmeAgreement, {
      ...soon,
      about: [programme],
      on: { agreed: "opening", changes: "programme", expired: "programmeAgreement" },
    }),
    opening: step(openTraining, { opened: "running" }, { tells: ["groupOpened"] }),
    running: awaiting({ finished: "trainerReport", calledOff: "calledOff" }),

    trainerReport: ask("trainer", trainerReport, {
      ...soon,
      about: [reportReview],
      on: { submitted: "reportReview", expired: "trainerReport" },
    }),
    reportReview: ask("coordinator", reportReview, {
      ...staff,
      on: { accepted: "weighingFee", returned: "trainerReport", expired: "reportReview" },
    }),
    ...closingStates("trainer", weighFee),
    noTrainer: ending("noTrainer"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: withdrawal,
      takesBack: "reason",
      to: "withdrawal",
      during: untilItIsOver,
    },
    cancelled: { by: "coordinator", form: cancellation, to: "cancellation", during: untilItIsOver },
  },
  people,
  opens: openedBy,
  links: mayBeAccredited,
  says,
  ...feeOf("trainer", delivererOf),
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: [] },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
