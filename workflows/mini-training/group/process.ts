import { leadersCalendar, ledBy } from "../../blocks/group/led.ts";
import { saysOfMeetings } from "../../blocks/group/rules.ts";
import { groupInterruptions, meetingStates } from "../../blocks/group/states.ts";
import { leading } from "../../blocks/roles.ts";
import { staffOf } from "../../blocks/staffed.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { end, step } from "../../kernel/states.ts";
import { attendance, meetingPlan } from "./forms.ts";
import { tellSchool } from "./rules.ts";

/** A training's group: joins, meets up to four times, tries the task, and ends when everybody's road does. */
export const miniTrainingGroup = defineProcess({
  id: "mini-training-group",
  family: "study",
  roles: { trainer: leading("trainer") },
  start: "joining",
  states: {
    ...meetingStates("trainer", { plan: meetingPlan, attendance, held: "finishing", over: "telling" }),
    telling: step(tellSchool, { told: "closed" }),
    closed: end("closed"),
  },
  interruptions: groupInterruptions("trainer"),
  people: staffOf,
  says: saysOfMeetings,
  leads: ledBy("trainer"),
  calendar: leadersCalendar,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
