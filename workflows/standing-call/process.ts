import { staffOf } from "../blocks/staffed.ts";
import { callCloses, calledOff, callOffCases, countStanding } from "../blocks/standing.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { awaiting, end, step, until } from "../kernel/states.ts";

/** A call that takes applications until it closes and decides on none of them: each case goes its own road. */
export const standingCall = defineProcess({
  id: "standing-call",
  start: "open",
  states: {
    open: until(callCloses, "counting"),
    counting: step(countStanding, { open: "open", going: "underWay", over: "closed" }),
    underWay: awaiting({ nudged: "counting" }),
    callingOff: step(callOffCases, { told: "calledOff" }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    calledOff: calledOff("open", "underWay"),
  },
  people: staffOf,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
