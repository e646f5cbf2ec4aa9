import { revocation } from "../../blocks/certificate.ts";
import { presence } from "../../blocks/group/forms.ts";
import {
  arrive,
  groupCalendar,
  noteMissed,
  peopleOfGroup,
  weighAttendance,
} from "../../blocks/group/participant.ts";
import { workingDays } from "../../kernel/duration.ts";
import { ask, awaiting, defineProcess, end, step, until } from "../../kernel/process.ts";
import {
  application,
  cancellation,
  confidentiality,
  evaluation,
  implementation,
  solution,
  withdrawal,
} from "./forms.ts";
import { certify, checkDue, weighImplementation } from "./rules.ts";
import { says } from "./says.ts";

const asked = { within: workingDays(5), remind: [workingDays(2), workingDays(4)] } as const;
const ending = (status: string) => end(status, [{ role: "applicant", template: status }]);

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
  application,
  call: { process: "supervision-group", tells: ["meetingsPlanned", "meetingMoved"] },
  start: "arrival",
  states: {
    arrival: step(arrive, { arrived: "waiting" }),
    waiting: awaiting({ joined: "confidentiality", waiting: "onWaitingList", closed: "noPlace" }),
    onWaitingList: awaiting(
      { joined: "confidentiality", closed: "noPlace" },
      { tell: [{ role: "applicant", template: "onWaitingList" }] },
    ),
    confidentiality: ask("applicant", confidentiality, {
      ...asked,
      on: { agreed: "awaitingMeetings", declined: "left", expired: "left" },
    }),
    awaitingMeetings: awaiting({ met: "presence", missed: "missed", over: "weighing" }),
    presence: ask("applicant", presence, {
      ...asked,
      on: { there: "awaitingMeetings", notThere: "awaitingMeetings", expired: "awaitingMeetings" },
    }),
    missed: step(noteMissed, { noted: "awaitingMeetings" }, { tells: ["missedMeeting"] }),
    weighing: step(weighAttendance, { took: "solution", absent: "absent" }),
    solution: ask("applicant", solution, {
      ...asked,
      on: { chosen: "carryingOut", none: "evaluation", expired: "evaluation" },
    }),
    carryingOut: until(checkDue, "implementation"),
    implementation: ask("applicant", implementation, {
      ...asked,
      on: { done: "implemented", partly: "implemented", notYet: "implemented", expired: "evaluation" },
    }),
    implemented: step(
      weighImplementation,
      { enough: "evaluation", again: "carryingOut" },
      { tells: ["needsCompany"] },
    ),
    evaluation: ask("applicant", evaluation, {
      ...asked,
      on: { given: "certifying", expired: "certifying" },
    }),
    certifying: step(certify, { issued: "completed", notAll: "attended" }),

    completed: ending("completed"),
    attended: ending("attended"),
    absent: ending("absent"),
    noPlace: ending("noPlace"),
    left: ending("left"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: withdrawal, to: "withdrawn", during: untilTheMeetings },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: untilTheMeetings },
  },
  people: peopleOfGroup,
  says,
  lists: () => ({}),
  certificate: { revocation },
  calendar: groupCalendar,
  words: {
    lt: async () => (await import("./words.lt.ts")).lt,
    en: async () => (await import("./words.en.ts")).en,
  },
});
