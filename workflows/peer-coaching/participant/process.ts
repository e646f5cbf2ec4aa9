import { cancellation, leaving } from "../../blocks/breaking-off.ts";
import { membersBrief } from "../../blocks/call-form/brief.ts";
import { certification } from "../../blocks/certificate.ts";
import { ending } from "../../blocks/ending.ts";
import { groupCalendar, offersOfGroup, peopleOfGroup } from "../../blocks/group/participant.ts";
import { attendanceStates } from "../../blocks/group/states.ts";
import { leading } from "../../blocks/roles.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { workingDays } from "../../kernel/duration.ts";
import { ask, step } from "../../kernel/states.ts";
import { after, application, before, reflection } from "./forms.ts";
import { achievement, certify, says } from "./rules.ts";

const asked = { within: workingDays(10), remind: [workingDays(4), workingDays(8)] } as const;
const untilTheCyclesEnd = ["waiting", "onWaitingList", "before", "awaitingMeetings", "presence"] as const;

/** A colleague's own road with a coach: measures, takes part in the cycles, measures again, reflects, is certified. */
export const peerCoachingParticipant = defineProcess({
  id: "peer-coaching-participant",
  family: "together",
  roles: { coach: leading("coach") },
  application,
  call: {
    process: "peer-coaching-group",
    offers: offersOfGroup("coach"),
    brief: membersBrief(),
    tells: ["meetingsPlanned", "meetingMoved"],
  },
  start: "arrival",
  states: {
    ...attendanceStates({ seated: "before", took: "after" }),
    before: ask("applicant", before, {
      ...asked,
      on: { measured: "awaitingMeetings", expired: "awaitingMeetings" },
    }),
    after: ask("applicant", after, { ...asked, on: { measured: "reflection", expired: "reflection" } }),
    reflection: ask("applicant", reflection, {
      ...asked,
      on: { given: "certifying", expired: "certifying" },
    }),
    certifying: step(certify, { issued: "completed", notAll: "attended" }),

    completed: ending("completed"),
    attended: ending("attended"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: leaving,
      takesBack: "reason",
      to: "withdrawn",
      during: untilTheCyclesEnd,
    },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: untilTheCyclesEnd },
  },
  people: peopleOfGroup,
  says,
  achievement,
  certificate: certification,
  develops: () => ({ competences: ["subjectTeaching", "technology"] }),
  calendar: groupCalendar,
  finished: { by: ["completed", "attended"], as: "peer-coaching" },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
