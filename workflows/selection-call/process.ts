import { selectionRules } from "../blocks/selection.ts";
import { workingDays } from "../kernel/duration.ts";
import { ask, awaiting, defineProcess, end, step, until } from "../kernel/process.ts";
import { callOff } from "./call-off.ts";
import { callingOff, rankingApproval } from "./forms.ts";
import { people } from "./people.ts";
import {
  callCloses,
  closeReserve,
  countEnded,
  countReady,
  nextLook,
  publishRanking,
  rankApplications,
  refillPlaces,
} from "./rules.ts";

/** A call whose places go by ranking: closes, waits for the reviews, ranks, publishes, keeps the reserve list moving, ends with the last case. */
export const selectionCall = defineProcess({
  id: "selection-call",
  start: "open",
  states: {
    open: until(callCloses, "gathering"),
    gathering: step(countReady, { ready: "ranking", waiting: "awaitingReviews" }),
    awaitingReviews: awaiting({ nudged: "gathering" }),
    ranking: step(rankApplications, { ranked: "approval", nobody: "closed" }),
    approval: ask("commission", rankingApproval, {
      within: workingDays(5),
      remind: [workingDays(2), workingDays(4)],
      escalate: "coordinator",
      on: { approved: "publication", again: "ranking", expired: "approval" },
    }),
    publication: step(publishRanking, { published: "filling" }),
    filling: awaiting({ nudged: "refilling", expired: "refilling" }, { instant: nextLook }),
    refilling: step(refillPlaces, { moving: "filling", reranked: "filling", over: "closing" }),
    closing: step(closeReserve, { closed: "counting" }),
    counting: step(countEnded, { going: "underWay", over: "closed" }),
    underWay: awaiting({ nudged: "counting" }),
    callingOff: step(callOff, {
      over: "calledOff",
      open: "open",
      reviewing: "gathering",
      ranked: "ranking",
      filling: "filling",
      underWay: "counting",
    }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    calledOff: {
      by: "coordinator",
      form: callingOff,
      to: "callingOff",
      during: ["open", "awaitingReviews", "approval", "filling", "underWay"],
    },
  },
  people,
  lists: (call) => ({ countries: Object.keys(selectionRules.shape.places.parse(call.places)) }),
  words: {
    lt: async () => (await import("./words.lt.ts")).lt,
    en: async () => (await import("./words.en.ts")).en,
  },
});
