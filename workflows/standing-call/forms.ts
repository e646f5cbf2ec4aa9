import { longText } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";

/** The whole call falls away; everybody reads why. */
export const callingOff = defineForm({
  id: "callingOff",
  outcomes: ["calledOff"],
  fields: { reason: longText({ max: 2000 }) },
});
