import { answersTo } from "../kernel/answers.ts";
import { bankAccount } from "../kernel/bank-account.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { days } from "../kernel/duration.ts";
import type { Fields } from "../kernel/field.ts";
import { defineForm, type Form } from "../kernel/form.ts";
import { named } from "../kernel/named.ts";
import { payment, recovery } from "../kernel/payment.ts";
import type { Role } from "../kernel/roles.ts";
import { ask } from "../kernel/states.ts";
import { guest, type soon, staff } from "./asking.ts";
import { blockWords } from "./words.ts";

/** The account to pay to after the bank returned a payment. */
const account = defineForm({
  id: "account",
  words: blockWords,
  outcomes: ["given"],
  fields: { iban: bankAccount({ identifying: true }) },
});

/**
 * Finance pays, until it is marked as paid; for what the bank returns, its payee is asked for another account, in the state
 * `<name>Account`. How much it is, and by what name, stands in the process's `money.pays` under the state's name.
 */
export const paying = <const Name extends string, const Payee extends Role, const Next extends string>(
  name: Name,
  payee: Payee,
  next: Next,
  terms: typeof guest | typeof soon = guest,
) => {
  const again = `${name}Account` as const;
  return {
    ...named(name, ask("finance", payment, { ...staff, on: { paid: next, returned: again, expired: name } })),
    ...named(again, ask(payee, account, { ...terms, about: [payment], on: { given: name, expired: again } })),
  };
};

/** Finance gets money back, until it is marked as come back. How much stands in `money.recovers` under the state's name. */
export const recovering = <const Name extends string, const Next extends string>(
  name: Name,
  next: Next,
  about: readonly Form<Fields, string>[] = [],
) =>
  named(
    name,
    ask("finance", recovery, {
      about,
      within: days(30),
      remind: [days(14)],
      escalate: "agency",
      on: { recovered: next, expired: name },
    }),
  );

/** The account that was given last after the bank returned a payment, since a visit; of these payments only, where several are paid. */
export const givenAccount = (
  file: CaseFile,
  { since = 0, states }: { readonly since?: number; readonly states?: readonly string[] } = {},
): string | undefined =>
  answersTo(file, account)
    .filter(({ visit, state }) => visit > since && (states?.includes(state.replace(/Account$/, "")) ?? true))
    .toSorted((a, b) => a.visit - b.visit)
    .at(-1)?.values.iban;
