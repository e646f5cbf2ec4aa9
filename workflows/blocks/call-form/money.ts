import * as z from "zod";
import { bankAccount } from "../../kernel/bank-account.ts";
import { number, text } from "../../kernel/field-kinds.ts";
import type { FieldError, Values } from "../../kernel/form.ts";
import { onlyMore } from "./changes.ts";

/** From which account a call pays, and how much of it at most. */
export const budgetFields = {
  budget: number({ min: 0, max: 100_000_000, decimals: 2, optional: true }),
  payerName: text({ max: 70, optional: true, autocomplete: "off" }),
  payerIban: bankAccount({ optional: true, autocomplete: "off" }),
} as const;
type Budget = Values<typeof budgetFields>;

export const budgetChanges = { budget: onlyMore } as const;
export const budgetCalled = { budgetCents: "budget" } as const;

export const centsOf = (euros: number): number => Math.round(euros * 100);
export const eurosOf = (cents: number | undefined): string =>
  cents === undefined ? "" : String(cents / 100);

/** An account has an owner, and an owner an account. */
export const checkBudget = ({ payerName, payerIban }: Budget): FieldError[] => [
  ...(payerName && !payerIban ? [{ field: "payerIban", problem: "missing" as const }] : []),
  ...(payerName && !/[\p{L}\p{N}]/u.test(payerName)
    ? [{ field: "payerName", problem: "noLetters" as const }]
    : []),
  ...(payerIban && !payerName ? [{ field: "payerName", problem: "missing" as const }] : []),
];

export const budgetOf = ({ budget, payerName, payerIban }: Budget) => ({
  ...(budget === undefined ? {} : { budgetCents: centsOf(budget) }),
  ...(payerName && payerIban ? { payer: { name: payerName, iban: payerIban } } : {}),
});

const stored = z.object({
  budgetCents: z.number().optional(),
  payer: z.object({ name: z.string(), iban: z.string() }).optional(),
});

export function typedBudget(data: unknown) {
  const { budgetCents, payer } = stored.parse(data);
  return { budget: eurosOf(budgetCents), payerName: payer?.name ?? "", payerIban: payer?.iban ?? "" };
}

/** What an academic hour of whoever delivers is paid with. */
export const feeFields = {
  hourEuros: number({ min: 0, max: 1000, decimals: 2, optional: true }),
  ...budgetFields,
} as const;
export const feeCalled = { ...budgetCalled, hourCents: "hourEuros" } as const;

export const feeOf = ({ hourEuros, ...budget }: Values<typeof feeFields>) => ({
  ...(hourEuros === undefined ? {} : { hourCents: centsOf(hourEuros) }),
  ...budgetOf(budget),
});
const fee = z.object({ hourCents: z.number().optional() });
export const typedFee = (data: unknown) => ({
  hourEuros: eurosOf(fee.parse(data).hourCents),
  ...typedBudget(data),
});
