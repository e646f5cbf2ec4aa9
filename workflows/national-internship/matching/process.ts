import { guest, staff } from "../../blocks/asking.ts";
import { host } from "../../blocks/roles.ts";
import { callCloses, calledOff, callOffCases } from "../../blocks/standing.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { knowing } from "../../kernel/given.ts";
import { ask, awaiting, each, end, step, until } from "../../kernel/states.ts";
import { fallen, hostOrder, matchingApproval } from "./forms.ts";
import {
  amongApplicants,
  amongPairs,
  amongPlaces,
  askHosts,
  closeMatching,
  countScreened,
  dropPlace,
  fillPlaces,
  lastStayBegins,
  letPlacesGo,
  people,
  proposeMatching,
  publishMatching,
  says,
} from "./rules.ts";

const standing = ["open", "awaitingScreening", "hostOrders", "approval", "filling", "underWay"] as const;

/** A call whose interns and hosts choose each other: closes, waits for the screening, asks the hosts for their orders, matches, and fills what comes free. */
export const nationalInternshipMatching = defineProcess({
  id: "national-internship-matching",
  family: "travel",
  roles: { host },
  start: "open",
  states: {
    open: until(callCloses, "gathering"),
    gathering: step(countScreened, { ready: "asking", waiting: "awaitingScreening" }),
    awaitingScreening: awaiting({ nudged: "gathering" }),
    asking: step(askHosts, { asked: "hostOrders", nobody: "matching" }),
    hostOrders: each("host", knowing(hostOrder, amongApplicants), {
      ...guest,
      next: "matching",
    }),
    matching: step(proposeMatching, { proposed: "approval", nobody: "closing" }),
    approval: ask("coordinator", knowing(matchingApproval, amongPairs), {
      ...staff,
      on: { approved: "publication", again: "matching", expired: "approval" },
    }),
    publication: step(publishMatching, { published: "filling" }),
    filling: awaiting({ nudged: "refilling", expired: "refilling" }, { instant: lastStayBegins }),
    refilling: step(fillPlaces, { moving: "filling", over: "closing" }),
    closing: step(closeMatching, { going: "underWay", over: "finishing" }),
    underWay: awaiting({ nudged: "closing" }),
    finishing: step(letPlacesGo("finished"), { told: "closed" }),
    droppingPlace: step(dropPlace, { open: "open", matching: "gathering", filling: "refilling" }),
    callingOff: step(callOffCases, { told: "releasing" }),
    releasing: step(letPlacesGo("released"), { told: "calledOff" }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    placeFallen: {
      by: "coordinator",
      form: knowing(fallen, amongPlaces),
      to: "droppingPlace",
      during: standing,
    },
    calledOff: calledOff(...standing),
  },
  people,
  says,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
