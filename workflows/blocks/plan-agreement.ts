import { longText } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";

/** The host agrees to an intern's plan, or says what to change. */
export const planAgreement = defineForm({
  id: "planAgreement",
  outcomes: ["agreed", "changes"],
  fields: { changes: longText({ max: 3000, for: ["changes"] }) },
});
