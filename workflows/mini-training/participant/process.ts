import { participant } from "../../blocks/asking.ts";
import { cancellation, leaving } from "../../blocks/breaking-off.ts";
import { membersBrief } from "../../blocks/call-form/brief.ts";
import { certification } from "../../blocks/certificate.ts";
import { ending } from "../../blocks/ending.ts";
import { groupCalendar, offersOfGroup, peopleOfGroup } from "../../blocks/group/participant.ts";
import { attendanceStates } from "../../blocks/group/states.ts";
import { leading } from "../../blocks/roles.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { days, workingDays } from "../../kernel/duration.ts";
import { ask, step } from "../../kernel/states.ts";
import { application, feedback, practicalTask, taskReview } from "./forms.ts";
import { certify, says } from "./rules.ts";

const untilTheTask = ["waiting", "onWaitingList", "awaitingMeetings", "presence"] as const;

/** A teacher's own road in a training: joins, is at the sessions, tries the task in a lesson, is certified. */
export const miniTrainingParticipant = defineProcess({
  id: "mini-training-participant",
  family: "study",
  roles: { trainer: leading("trainer") },
  application,
  call: {
    process: "mini-training-group",
    offers: offersOfGroup("trainer"),
    brief: membersBrief(),
    tells: ["meetingsPlanned", "meetingMoved"],
  },
  start: "arrival",
  states: {
    ...attendanceStates({ seated: "awaitingMeetings", took: "practicalTask" }),
    practicalTask: ask("applicant", practicalTask, {
      about: [taskReview],
      within: days(30),
      remind: [days(14), days(25)],
      escalate: "trainer",
      on: { handedIn: "taskReview", expired: "feedback" },
    }),
    taskReview: ask("trainer", taskReview, {
      within: workingDays(10),
      remind: [workingDays(5), workingDays(8)],
      escalate: "coordinator",
      on: { accepted: "feedback", returned: "practicalTask", expired: "taskReview" },
    }),
    feedback: ask("applicant", feedback, {
      ...participant,
      on: { given: "certifying", expired: "certifying" },
    }),
    certifying: step(certify, { issued: "completed", notEnough: "attended" }),

    completed: ending("completed"),
    attended: ending("attended"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, takesBack: "reason", to: "withdrawn", during: untilTheTask },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: untilTheTask },
  },
  people: peopleOfGroup,
  says,
  certificate: certification,
  develops: () => ({ competences: ["subjectTeaching", "knowingPupils"] }),
  calendar: groupCalendar,
  finished: { by: ["completed", "attended"], as: "mini-training" },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
