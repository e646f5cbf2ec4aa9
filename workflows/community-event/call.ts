import * as z from "zod";
import { always, told } from "../blocks/call-form/brief.ts";
import { plainCall } from "../blocks/call-form/plain-call.ts";
import { factsOf } from "../kernel/call-brief.ts";
import { date, number, rows, text, time } from "../kernel/field-kinds.ts";

export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

const hours = number({ min: 0, max: 8760, decimals: 2 });

const said = z.object({ rules: z.object({ certificateHours: z.number(), materialsDays: z.number() }) });

const brief = {
  conditions: factsOf(said, {
    certificateHours: ({ rules }) => ({ word: "brief.certified", with: { hours: rules.certificateHours } }),
  }),
  criteria: { approves: always("coordinator") },
  timetable: factsOf(said, { materialsDays: ({ rules }) => told("days", rules.materialsDays) }),
  sentences: ["certified", "coordinator"],
};

/** What the programme sets for all events of a call, each under the name that a call's file has for it. */
export const { call, rulesOf } = plainCall("community-event", {
  fields: {
    /** So long a seat that came free is kept for whoever it was offered to. */
    confirmHours: hours,
    /** With less left to the start a free seat goes to whoever is first. */
    promoteUntilHours: hours,
    bookUntilHours: hours,
    /** An event of so many hours or more counts for a teacher. */
    certificateHours: hours,
    materialsDays: number({ min: 0, max: 365 }),
    /** When whoever consults is there for somebody; in which event of theirs, where they say so. */
    slots: rows({
      max: 2000,
      optional: true,
      written: "lines",
      columns: {
        heldOn: date({}),
        heldFrom: time({}),
        consultant: text({ max: 120 }),
        event: text({ max: 200, optional: true }),
      },
    }),
  },
  typed: {
    confirmHours: "24",
    promoteUntilHours: "48",
    bookUntilHours: "24",
    certificateHours: "6",
    materialsDays: "14",
    slots: "",
  },
  brief,
  words,
  pays: true,
});
