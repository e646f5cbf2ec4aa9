import { leads } from "../../blocks/asking.ts";
import { leadersCalendar, ledBy } from "../../blocks/group/led.ts";
import { saysOfMeetings } from "../../blocks/group/rules.ts";
import { groupInterruptions, meetingStates } from "../../blocks/group/states.ts";
import { leading } from "../../blocks/roles.ts";
import { staffOf } from "../../blocks/staffed.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { ask, end, step } from "../../kernel/states.ts";
import { attendance, closing, meetingPlan } from "./forms.ts";
import { summarise } from "./rules.ts";

/** A group that meets seven times with its supervisor, from those who join to the summary for the school. */
export const supervisionGroup = defineProcess({
  id: "supervision-group",
  family: "together",
  roles: { supervisor: leading("supervisor", { confidences: true }) },
  start: "joining",
  states: {
    ...meetingStates("supervisor", { plan: meetingPlan, attendance, held: "closing", over: "summary" }),
    closing: ask("supervisor", closing, {
      ...leads,
      on: { closed: "finishing", expired: "closing" },
    }),
    summary: step(summarise, { summarised: "closed" }),
    closed: end("closed"),
  },
  interruptions: groupInterruptions("supervisor"),
  people: staffOf,
  says: saysOfMeetings,
  leads: ledBy("supervisor"),
  calendar: leadersCalendar,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
