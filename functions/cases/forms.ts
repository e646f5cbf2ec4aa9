import { longText } from "../../workflows/kernel/field.ts";
import { defineForm } from "../../workflows/kernel/form.ts";

/** What one of the staff writes on a case for colleagues. */
export const noteForm = defineForm({
  id: "note",
  outcomes: ["written"],
  fields: { text: longText({ max: 4000 }) },
});
