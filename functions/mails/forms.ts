import { email, longText, text } from "../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../workflows/kernel/form.ts";

/** Another address for whoever could not be reached at the one that was given. */
export const correctAddressForm = defineForm({
  id: "correctAddress",
  outcomes: ["corrected"],
  fields: { email: email({}), name: text({ max: 120, optional: true }), source: longText({ max: 1000 }) },
});

/** The address is right, and mail to it may go again. */
export const releaseAddressForm = defineForm({
  id: "releaseAddress",
  outcomes: ["released"],
  fields: { reason: longText({ max: 1000 }) },
});
