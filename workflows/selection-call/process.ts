import { soon, staff } from "../blocks/asking.ts";
import { anotherMemberThan, impartiality } from "../blocks/impartiality.ts";
import { member } from "../blocks/roles.ts";
import { countEnded } from "../blocks/standing.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { workingDays } from "../kernel/duration.ts";
import { ask, awaiting, each, end, mostTogether, step, until } from "../kernel/states.ts";
import { callOff, endedBy } from "./call-off.ts";
import { askMembers, rankersOf, weighImpartiality } from "./commission.ts";
import { adoption, callingOff, directorsOrder, rankingApproval } from "./forms.ts";
import { papers } from "./papers.ts";
import { people } from "./people.ts";
import {
  callCloses,
  closeReserve,
  countReady,
  nextLook,
  publishRanking,
  rankApplications,
  refillPlaces,
} from "./rules.ts";

/** A call whose places go by ranking: closes, waits for the reviews, ranks, publishes, keeps the reserve list moving, ends with the last case. */
export const selectionCall = defineProcess({
  id: "selection-call",
  roles: { member },
  start: "open",
  states: {
    open: until(callCloses, "gathering"),
    gathering: step(countReady, { open: "open", ready: "ranking", waiting: "awaitingReviews" }),
    awaitingReviews: awaiting({ nudged: "gathering" }),
    ranking: step(rankApplications, { ranked: "convening", nobody: "closed" }),
    convening: step(askMembers, { asked: "impartiality", declared: "quorum" }),
    impartiality: each("member", impartiality, {
      most: mostTogether,
      within: workingDays(3),
      remind: [workingDays(1), workingDays(2)],
      escalate: "coordinator",
      next: "quorum",
    }),
    quorum: step(weighImpartiality, { quorum: "approval", tooFew: "anotherMember" }),
    anotherMember: ask("coordinator", anotherMemberThan(rankersOf), {
      ...staff,
      on: { askAgain: "convening", appointed: "convening", expired: "anotherMember" },
    }),
    approval: ask("commission", rankingApproval, {
      ...soon,
      on: { approved: "order", again: "ranking", expired: "approval" },
    }),
    order: ask("agency", directorsOrder, {
      ...soon,
      on: { signed: "publication", returned: "ranking", expired: "order" },
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
    adopted: {
      by: "coordinator",
      form: adoption,
      hasOwnPage: true,
      to: "ranking",
      during: ["impartiality", "anotherMember", "approval", "order"],
    },
    calledOff: {
      by: "coordinator",
      form: callingOff,
      ends: endedBy,
      peopleSay: ["extent"],
      to: "callingOff",
      during: [
        "open",
        "awaitingReviews",
        "impartiality",
        "anotherMember",
        "approval",
        "order",
        "filling",
        "underWay",
      ],
    },
  },
  people,
  papers,
  desk: async () => (await import("./desk.ts")).desk,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
