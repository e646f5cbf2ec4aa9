import { staffOf } from "../../blocks/staffed.ts";
import { calledOff, countEnded } from "../../blocks/standing.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { awaiting, end, step, until } from "../../kernel/states.ts";
import {
  callOff,
  close,
  compared,
  invite,
  nextTurn,
  opening,
  opensData,
  publish,
  tellSchools,
  trial,
  turn,
} from "./rules.ts";

/** A campaign: it invites schools, reminds them, closes, tells each its figures, and everybody after a while [processes, section 9]. */
export const assessmentCampaignCall = defineProcess({
  id: "assessment-campaign-call",
  family: "asking",
  start: "announced",
  states: {
    announced: until(opening, "inviting"),
    inviting: step(invite, { invited: "collecting" }, { sees: "schools" }),
    collecting: until(nextTurn, "reminding"),
    reminding: step(
      turn,
      { reminded: "collecting", waits: "collecting", closes: "closing" },
      { sees: "heard" },
    ),
    closing: step(close, { untied: "telling" }, { sees: "heard" }),
    telling: step(tellSchools, { told: "planning" }, { sees: "heard" }),
    planning: until(opensData, "publishing"),
    publishing: step(publish, { published: "weighing" }, { sees: "heard" }),
    weighing: step(countEnded, { going: "underWay", over: "closed" }),
    underWay: awaiting({ nudged: "weighing" }),
    callingOff: step(callOff, { told: "calledOff" }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    calledOff: calledOff("announced", "collecting", "planning", "underWay"),
  },
  people: staffOf,
  shows: { trial, compared },
  links: { gives: ["tried"] },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
