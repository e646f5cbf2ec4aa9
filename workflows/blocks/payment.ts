import { date, text } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";

/** Finance marks a payment as made. */
export const payment = defineForm({
  id: "payment",
  outcomes: ["paid"],
  fields: { paidOn: date({}), reference: text({ max: 140, optional: true }) },
});

/** Finance marks money as come back. */
export const recovery = defineForm({
  id: "recovery",
  outcomes: ["recovered"],
  fields: { recoveredOn: date({}), reference: text({ max: 140, optional: true }) },
});
