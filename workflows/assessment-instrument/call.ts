import { always } from "../blocks/call-form/brief.ts";
import { plainCall } from "../blocks/call-form/plain-call.ts";

/** The words of the process and of its calls. */
export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

/** A call: its texts and dates, who works on it, and who speaks for the commission. */
export const { call } = plainCall("assessment-instrument", {
  fields: {},
  typed: {},
  brief: { criteria: { approves: always("instrument") }, sentences: ["instrument"] },
  roles: ["commission"],
  words,
});
