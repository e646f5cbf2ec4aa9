import { confirmation } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";

/** One party's signature under the agreement; the one-time link stands for the person until codes arrive. */
export const signature = defineForm({
  id: "signature",
  outcomes: ["signed"],
  fields: { agreed: confirmation({}) },
});
