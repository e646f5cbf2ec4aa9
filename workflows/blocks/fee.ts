import * as z from "zod";
import { latestAnswer } from "../kernel/answers.ts";
import { bankAccount, payerAccount } from "../kernel/bank-account.ts";
import { type CaseFile, latestRecord, type Person } from "../kernel/case-file.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { confirmation } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import type { Money } from "../kernel/money.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Role } from "../kernel/roles.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { givenAccount } from "./payment.ts";
import { blockWords } from "./words.ts";

const cents = z.number().int().nonnegative();

/** What a call says of paying those who deliver a form: without an hour's rate nobody is paid. */
export const feeRules = {
  /** For one academic hour of 45 minutes. EUR cents. */
  hourCents: cents.optional(),
  /** The account that the call pays from. */
  payer: payerAccount.optional(),
  budgetCents: cents.optional(),
} as const;
const rules = z.object(feeRules);

/** Whoever delivered says to which account the fee goes, and that the hours are right. */
export const feeClaim = defineForm({
  id: "feeClaim",
  words: blockWords,
  outcomes: ["claimed"],
  fields: { iban: bankAccount({ identifying: true }), hoursRight: confirmation({}) },
});

/** The fee by the hours that were held. EUR cents. */
const fee = defineRecord(
  "fee",
  z.object({
    hours: z.number().int(),
    feeCents: cents,
    lines: z.array(sheetLine),
  }),
);

const opened = z.object({ opensAt: z.string() });

/** Works the fee out: academic hours that were held, times the call's rate. */
export function workOutFee(file: CaseFile, hours: number): StepResult<"due" | "none"> {
  const { hourCents } = rules.parse(file.call);
  if (hourCents === undefined || hours === 0) return { outcome: "none" };
  const feeCents = hours * hourCents;
  const line = { label: "hours", count: hours, unitCents: hourCents, sumCents: feeCents, source: "call" };
  return { outcome: "due", record: { id: fee.id, data: { hours, feeCents, lines: [line] } } };
}

/** The money of a process that pays whoever delivered, and nobody else: in its state `fee`. */
const feeMoney = (deliverer: (file: CaseFile) => Person | undefined): Money => ({
  concerns: ({ decision }) => decision !== undefined,
  pays: { fee: { payment: "fee", cents: (file) => latestRecord(file, fee)?.feeCents ?? 0 } },
  worked: ({ step, data }) =>
    step === fee.id ? { kind: "granted", cents: fee.schema.parse(data).feeCents } : undefined,
  payee: (file) => ({
    name: deliverer(file)?.name ?? "",
    iban: givenAccount(file) ?? latestAnswer(file, feeClaim)?.values.iban ?? "",
  }),
  payer: (call) => rules.parse(call).payer,
  budget: (call) => rules.parse(call).budgetCents,
  claim: {
    columns: ["deliverer", "hours"],
    row: (file) => [deliverer(file)?.name ?? "", latestRecord(file, fee)?.hours ?? 0],
  },
});

/** The fee of whoever has this role: its money, and how it is shown to them and to those who pay. */
export const feeOf = (role: Role, deliverer: (file: CaseFile) => Person | undefined) => ({
  money: feeMoney(deliverer),
  sheets: {
    fee: sheet({
      words: blockWords,
      record: fee,
      to: [role, "coordinator", "agency", "finance"],
      lines: ["hours"],
      sums: ["feeCents"],
      sources: { call: ({ call }) => ({ day: { day: dayAt(opened.parse(call).opensAt) } }) },
    }),
  },
});
