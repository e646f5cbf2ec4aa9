import { staffOf } from "../blocks/staffed.ts";
import { calledOff, callOffCases } from "../blocks/standing.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { awaiting, end, step } from "../kernel/states.ts";
import { closeDays, nextNight } from "./rules.ts";

/** A call whose days are counted for all its cases together, each when it is over, until the last case's road is. */
export const dailyCall = defineProcess({
  id: "daily-call",
  start: "counting",
  states: {
    counting: step(closeDays, { going: "day", over: "closed" }),
    day: awaiting({ nudged: "counting", expired: "counting" }, { instant: nextNight }),
    callingOff: step(callOffCases, { told: "calledOff" }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    calledOff: calledOff("day"),
  },
  people: staffOf,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
