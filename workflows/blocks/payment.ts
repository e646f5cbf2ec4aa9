import { date, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { bankAccount } from "./bank-account.ts";
import { blockWords } from "./words.ts";

/** Finance marks a payment as made, or as returned by the bank. */
export const payment = defineForm({
  id: "payment",
  words: blockWords,
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

/** The account to pay to after the bank returned a payment. */
export const account = defineForm({
  id: "account",
  words: blockWords,
  outcomes: ["given"],
  fields: { iban: bankAccount({ identifying: true }) },
});

/** Finance marks money as come back. */
export const recovery = defineForm({
  id: "recovery",
  words: blockWords,
  outcomes: ["recovered"],
  fields: { recoveredOn: date({ past: true }), reference: text({ max: 140, optional: true }) },
});
