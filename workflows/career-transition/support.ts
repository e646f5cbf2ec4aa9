import * as z from "zod";
import { givenAccount } from "../blocks/payment.ts";
import { dutyOf, everyMonths } from "../blocks/series/duty.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { heldBy, postingsOf } from "../kernel/ledger.ts";
import type { Money } from "../kernel/money.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { callIn, storedCall } from "./call.ts";
import { load } from "./forms.ts";
import { applied, decisionOn, roleOf } from "./rules.ts";
import { holderOf } from "./standing.ts";

const cents = z.number().int().nonnegative();

/** What somebody gets while they teach less. EUR cents. */
export const support = defineRecord(
  "workedOut",
  z.object({
    loadPercent: z.number().int(),
    starts: z.iso.date(),
    monthCents: cents,
    supportCents: cents,
    lines: z.array(sheetLine),
  }),
);

/** A month's support is as large a part of the call's as somebody does not teach, in whole cents; for the call's months at most. */
export function workOutSupport(file: CaseFile): StepResult<"workedOut"> {
  const {
    loadPercent = 100,
    months = 0,
    starts = dayAt(file.submittedAt),
  } = latestAnswer(file, load)?.values ?? {};
  const { supportCents: most, supportMonths } = callIn(file);
  const count = Math.min(months, supportMonths);
  const monthCents = Math.floor((most * (100 - loadPercent)) / 100);
  const supportCents = count * monthCents;
  const line = { label: "months", count, unitCents: monthCents, sumCents: supportCents, source: "call" };
  return {
    outcome: "workedOut",
    record: { id: support.id, data: { loadPercent, starts, monthCents, supportCents, lines: [line] } },
  };
}

/** The months that are paid for, each on its first day; nothing is asked of finance where nothing is due. */
export function supportMonths(file: CaseFile) {
  const worked = latestRecord(file, support);
  if (!worked || worked.monthCents === 0) return [];
  return everyMonths(worked.starts, 1, worked.supportCents / worked.monthCents);
}

const { payer, budgetCents } = storedCall.shape;
const funded = z.object({ payer, budgetCents });

/** Support by the month, `support-1` and so on; what was promised for months that do not come is promised no more. */
export const money: Money = {
  concerns: (entry) => decisionOn({ entry })?.kind === "offered",
  pays: {
    supportPay: {
      payment: "support",
      number: (file) => dutyOf(file, "support").number,
      cents: (file) => latestRecord(file, support)?.monthCents ?? 0,
    },
  },
  worked: ({ step, data }) =>
    step === support.id ? { kind: "granted", cents: support.schema.parse(data).supportCents } : undefined,
  payee: (file) => ({ name: holderOf(file).fullName, iban: ibanOf(file) }),
  ownIban: (file) => ibanOf(file),
  payer: (call) => funded.parse(call).payer,
  budget: (call) => funded.parse(call).budgetCents,
  claim: {
    columns: ["role", "load", "months"],
    row: (file) => {
      const { loadPercent = 0, lines = [] } = latestRecord(file, support) ?? {};
      return [roleOf(file) ?? "", loadPercent, lines[0]?.count ?? 0];
    },
  },
};

/** What was paid in all, to whoever has a place; of nobody else anything is said. EUR cents. */
export const paidCents = (file: CaseFile): number | undefined =>
  latestRecord(file, support) && heldBy("paid", postingsOf(money, file));

const ibanOf = (file: CaseFile): string => givenAccount(file) ?? applied.parse(file.application).iban;

export const sheets = {
  support: sheet({
    record: support,
    to: ["applicant", "principal", "coordinator", "agency", "finance"],
    lines: ["months"],
    sums: ["supportCents"],
    sources: { call: (file) => ({ day: { day: dayAt(callIn(file).opensAt) } }) },
  }),
};
