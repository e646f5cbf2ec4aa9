import { commonWords } from "./common-words.ts";
import { date, text } from "./field-kinds.ts";
import { defineForm } from "./form.ts";

/** Finance marks a payment as made, or as returned by the bank. */
export const payment = defineForm({
  id: "payment",
  words: commonWords,
  outcomes: ["paid", "returned"],
  fields: {
    paidOn: date({ past: true, for: ["paid"] }),
    returnReason: text({ max: 140, for: ["returned"] }),
    reference: text({ max: 140, optional: true }),
  },
});

/** A payment that the file for the bank cannot have: it goes back, so that another account is asked for. */
export const heldPayment = defineForm({
  id: payment.id,
  outcomes: ["returned"],
  fields: { returnReason: payment.fields.returnReason, reference: payment.fields.reference },
});

/** Finance marks money as come back. */
export const recovery = defineForm({
  id: "recovery",
  words: commonWords,
  outcomes: ["recovered"],
  fields: { recoveredOn: date({ past: true }), reference: text({ max: 140, optional: true }) },
});
