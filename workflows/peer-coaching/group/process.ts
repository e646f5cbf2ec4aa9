import { leadersCalendar, ledBy } from "../../blocks/group/led.ts";
import { saysOfMeetings } from "../../blocks/group/rules.ts";
import { groupInterruptions, meetingStates } from "../../blocks/group/states.ts";
import { leading } from "../../blocks/roles.ts";
import { staffOf } from "../../blocks/staffed.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { end, step } from "../../kernel/states.ts";
import { attendance, meetingPlan } from "./forms.ts";
import { tellCoach } from "./rules.ts";

/** Colleagues who join a coach: cycles of planning, observing and talking lessons over. */
export const peerCoachingGroup = defineProcess({
  id: "peer-coaching-group",
  family: "together",
  roles: { coach: leading("coach") },
  start: "joining",
  states: {
    ...meetingStates("coach", { plan: meetingPlan, attendance, held: "finishing", over: "telling" }),
    telling: step(tellCoach, { told: "closed" }),
    closed: end("closed"),
  },
  interruptions: groupInterruptions("coach"),
  people: staffOf,
  says: saysOfMeetings,
  leads: ledBy("coach"),
  calendar: leadersCalendar,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
