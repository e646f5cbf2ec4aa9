import { callingOff, tooFew } from "../../blocks/group/forms.ts";
import {
  callOff,
  countMeeting,
  finishMeetings,
  formAnyway,
  formGroup,
  moveMeeting,
  nextMeetingEnds,
  planMeetings,
  reseat,
} from "../../blocks/group/rules.ts";
import { participantsIn } from "../../blocks/group/terms.ts";
import { staffOf } from "../../blocks/staffed.ts";
import { callCloses, countEnded } from "../../blocks/standing.ts";
import { workingDays } from "../../kernel/duration.ts";
import { ask, awaiting, defineProcess, end, step, until } from "../../kernel/process.ts";
import { attendance, closing, meetingPlan } from "./forms.ts";
import { summarise } from "./rules.ts";

const staff = { within: workingDays(5), remind: [workingDays(3)], escalate: "agency" } as const;
const leader = {
  within: workingDays(5),
  remind: [workingDays(1), workingDays(3)],
  escalate: "coordinator",
} as const;

/** A group that meets seven times with its supervisor, from those who join to the summary for the school. */
export const supervisionGroup = defineProcess({
  id: "supervision-group",
  start: "joining",
  states: {
    joining: until(callCloses, "forming"),
    forming: step(formGroup, { formed: "planning", tooFew: "tooFew" }),
    tooFew: ask("coordinator", tooFew, {
      ...staff,
      on: { goOn: "formingAnyway", givenUp: "callingOff", expired: "tooFew" },
    }),
    formingAnyway: step(formAnyway, { formed: "planning" }),
    planning: ask("supervisor", meetingPlan, { ...leader, on: { planned: "inviting", expired: "planning" } }),
    inviting: step(planMeetings, { planned: "awaitingMeeting" }),
    awaitingMeeting: awaiting({ nudged: "reseating", expired: "attendance" }, { instant: nextMeetingEnds }),
    reseating: step(reseat, { unchanged: "awaitingMeeting" }),
    attendance: ask("supervisor", attendance, {
      ...leader,
      on: { held: "counting", moved: "moving", expired: "attendance" },
    }),
    moving: step(moveMeeting, { moved: "awaitingMeeting" }),
    counting: step(countMeeting, { next: "awaitingMeeting", last: "closing" }),
    closing: ask("supervisor", closing, { ...leader, on: { closed: "finishing", expired: "closing" } }),
    finishing: step(finishMeetings, { finished: "counted" }),
    counted: step(countEnded, { going: "awaitingParticipants", over: "summary" }),
    awaitingParticipants: awaiting({ nudged: "counted" }),
    summary: step(summarise, { summarised: "closed" }),
    callingOff: step(callOff, { told: "calledOff" }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    calledOff: {
      by: "coordinator",
      form: callingOff,
      to: "callingOff",
      during: ["joining", "planning", "awaitingMeeting", "attendance", "closing"],
    },
  },
  people: staffOf,
  lists: (file) => ({ participants: participantsIn(file) }),
  words: {
    lt: async () => (await import("./words.lt.ts")).lt,
    en: async () => (await import("./words.en.ts")).en,
  },
});
