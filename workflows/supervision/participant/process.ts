import { participant } from "../../blocks/asking.ts";
import { cancellation, leaving } from "../../blocks/breaking-off.ts";
import { membersBrief } from "../../blocks/call-form/brief.ts";
import { certification } from "../../blocks/certificate.ts";
import { ending } from "../../blocks/ending.ts";
import { groupCalendar, offersOfGroup, peopleOfGroup } from "../../blocks/group/participant.ts";
import { attendanceStates } from "../../blocks/group/states.ts";
import { leading } from "../../blocks/roles.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { ask, step, until } from "../../kernel/states.ts";
import { application, confidentiality, evaluation, implementation, solution } from "./forms.ts";
import { certify, checkDue, weighImplementation } from "./rules.ts";
import { says } from "./says.ts";

const untilTheMeetings = [
  "waiting",
  "onWaitingList",
  "confidentiality",
  "awaitingMeetings",
  "presence",
] as const;

/** A teacher's own road in a supervision: joins, is at the meetings, carries out a solution, is certified. */
export const supervisionParticipant = defineProcess({
  id: "supervision-participant",
  family: "together",
  roles: { supervisor: leading("supervisor", { confidences: true }) },
  application,
  call: {
    process: "supervision-group",
    offers: offersOfGroup("supervisor"),
    brief: membersBrief(),
    tells: ["meetingsPlanned", "meetingMoved"],
  },
  start: "arrival",
  states: {
    ...attendanceStates({ seated: "confidentiality", took: "solution" }),
    confidentiality: ask("applicant", confidentiality, {
      ...participant,
      on: { agreed: "awaitingMeetings", declined: "left", expired: "left" },
    }),
    solution: ask("applicant", solution, {
      ...participant,
      on: { chosen: "carryingOut", none: "evaluation", expired: "evaluation" },
    }),
    carryingOut: until(checkDue, "implementation"),
    implementation: ask("applicant", implementation, {
      ...participant,
      on: { done: "implemented", partly: "implemented", notYet: "implemented", expired: "evaluation" },
    }),
    implemented: step(
      weighImplementation,
      { enough: "evaluation", again: "carryingOut" },
      { tells: ["needsCompany"] },
    ),
    evaluation: ask("applicant", evaluation, {
      ...participant,
      on: { given: "certifying", expired: "certifying" },
    }),
    certifying: step(certify, { issued: "completed", notAll: "attended" }),

    completed: ending("completed"),
    attended: ending("attended"),
    left: ending("left"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: leaving,
      takesBack: "reason",
      to: "withdrawn",
      during: untilTheMeetings,
    },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: untilTheMeetings },
  },
  people: peopleOfGroup,
  says,
  certificate: certification,
  develops: () => ({ competences: ["cooperation"] }),
  calendar: groupCalendar,
  finished: { by: ["completed", "attended"], as: "supervision" },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
