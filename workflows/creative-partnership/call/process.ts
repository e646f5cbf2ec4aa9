import { staffOf } from "../../blocks/staffed.ts";
import { callCloses, calledOff, callOffCases } from "../../blocks/standing.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { awaiting, end, step, until } from "../../kernel/states.ts";
import { countDelivered, gather, hold, nextMorning, pair } from "./rules.ts";

/** A call in which creators and schools are paired: places are kept once, and each morning the queue is asked along [processes, 7.4 to 7.7]. */
export const creativePartnershipCall = defineProcess({
  id: "creative-partnership-call",
  family: "making",
  start: "open",
  states: {
    open: until(callCloses, "gathering"),
    gathering: step(gather, { open: "open", ready: "pairing", waits: "awaitingApprovals" }),
    awaitingApprovals: awaiting({ nudged: "gathering" }),
    pairing: step(pair, { paired: "mornings" }),
    mornings: until(nextMorning, "morning"),
    morning: step(hold, { moving: "mornings", over: "counting" }, { sees: "answered" }),
    counting: step(countDelivered, { going: "underWay", over: "closed" }),
    underWay: awaiting({ nudged: "counting" }),
    callingOff: step(callOffCases, { told: "calledOff" }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    calledOff: calledOff("open", "awaitingApprovals", "mornings", "underWay"),
  },
  people: staffOf,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
