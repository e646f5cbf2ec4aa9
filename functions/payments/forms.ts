import { date, longText } from "../../workflows/kernel/field.ts";
import { defineForm } from "../../workflows/kernel/form.ts";

/** Why a run is sent back. */
export const sendBackForm = defineForm({
  id: "sendBack",
  outcomes: ["sentBack"],
  fields: { reason: longText({ max: 1000 }) },
});

/** On which day the bank paid a run. */
export const markForm = defineForm({
  id: "mark",
  outcomes: ["marked"],
  fields: { paidOn: date({}) },
});
