import { staffOf } from "../../blocks/staffed.ts";
import { callCloses, calledOff, callOffCases } from "../../blocks/standing.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { knowing } from "../../kernel/given.ts";
import { awaiting, end, step } from "../../kernel/states.ts";
import { announcement } from "./forms.ts";
import { announce, listPlaces, placeOptions } from "./rules.ts";

const standing = ["open", "underWay"] as const;

/** The register of places for interns: schools publish into it, and the coordinator opens calls for interns from it. */
export const nationalInternshipRegister = defineProcess({
  id: "national-internship-register",
  family: "travel",
  start: "open",
  states: {
    open: awaiting({ nudged: "listing", expired: "listing" }, { instant: callCloses }),
    listing: step(listPlaces, { open: "open", closed: "underWay", over: "closed" }),
    underWay: awaiting({ nudged: "listing" }),
    announcing: step(announce, { opened: "listing", nothing: "listing" }, { tells: ["nothingAnnounced"] }),
    callingOff: step(callOffCases, { told: "calledOff" }),
    closed: end("closed"),
    calledOff: end("calledOff"),
  },
  interruptions: {
    announced: {
      by: "coordinator",
      form: knowing(announcement, (file) => ({ lists: { places: placeOptions(file) } })),
      to: "announcing",
      during: standing,
    },
    calledOff: calledOff(...standing),
  },
  people: staffOf,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
