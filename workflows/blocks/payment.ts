import { isValidIBAN } from "ibantools";
import { date, iban, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";

/** Finance marks a payment as made, or as returned by the bank. */
export const payment = defineForm({
  id: "payment",
  outcomes: ["paid", "returned"],
  fields: {
    paidOn: date({ for: ["paid"] }),
    returnReason: text({ max: 140, for: ["returned"] }),
    reference: text({ max: 140, optional: true }),
  },
});

/** The account to pay to after the bank returned a payment. */
export const account = defineForm({
  id: "account",
  outcomes: ["given"],
  fields: { iban: iban({ isIban: isValidIBAN, identifying: true }) },
});

/** Finance marks money as come back. */
export const recovery = defineForm({
  id: "recovery",
  outcomes: ["recovered"],
  fields: { recoveredOn: date({}), reference: text({ max: 140, optional: true }) },
});
