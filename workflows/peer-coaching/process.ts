import { endorsementStates } from "../blocks/admission.ts";
import { staff } from "../blocks/asking.ts";
import { cancellation, withdrawal } from "../blocks/breaking-off.ts";
import { certification } from "../blocks/certificate.ts";
import { ending } from "../blocks/ending.ts";
import { feeOf } from "../blocks/fee.ts";
import { closingStates } from "../blocks/group/delivery.ts";
import { openedBy } from "../blocks/group/opened.ts";
import { leading, principal } from "../blocks/roles.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { registers } from "../kernel/open.ts";
import { ask, awaiting, step, until } from "../kernel/states.ts";
import { brief, readCall } from "./call.ts";
import { application, training } from "./forms.ts";
import { coachOf, people } from "./people.ts";
import {
  accreditedCoach,
  certifyCoach,
  isCoachOn,
  openCoaching,
  says,
  subjectOf,
  trainingEnds,
  weighFee,
} from "./rules.ts";

const untilItIsOver = [
  "endorsement",
  "endorsementInPlace",
  "awaitingTraining",
  "training",
  "running",
] as const;

/** A colleague becomes a coach: endorsed, trained, accredited; then leads a group through its cycles [programme, section 5]. */
export const peerCoaching = defineProcess({
  id: "peer-coaching",
  family: "together",
  roles: { principal, coach: leading("coach") },
  applicant: person(),
  application,
  call: {
    process: "standing-call",
    read: readCall,
    brief,
    form: async () => (await import("./call-form.ts")).callForm,
  },
  start: "endorsement",
  states: {
    ...endorsementStates("awaitingTraining"),
    awaitingTraining: until(trainingEnds, "training"),
    training: ask("coordinator", training, {
      ...staff,
      on: { attended: "opening", missed: "notAccredited", expired: "training" },
    }),
    opening: step(openCoaching, { opened: "running" }, { tells: ["groupOpened"] }),
    running: awaiting({ finished: "certifying", calledOff: "calledOff" }),
    certifying: step(certifyCoach, { issued: "weighingFee" }),
    ...closingStates("applicant", weighFee),
    notAccredited: ending("notAccredited"),
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
  says,
  registers: {
    coach: registers({
      states: ["accredited"],
      facts: ["municipality", "subject"],
      rows: accreditedCoach,
    }),
  },
  links: { gives: ["delivering"], holds: isCoachOn },
  certificate: certification,
  develops: (file) => ({ competences: ["technology", "leadership"], subjects: [subjectOf(file)] }),
  ...feeOf("applicant", coachOf),
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
