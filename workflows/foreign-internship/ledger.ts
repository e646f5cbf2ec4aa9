import * as z from "zod";
import { payment, recovery } from "../blocks/payment.ts";
import { answersTo, type CaseFile, latestRecord } from "../kernel/case-file.ts";
import type { Money, MoneyEvent } from "../kernel/money.ts";
import { foreignInternshipCall } from "./call.ts";
import { grant, settlement } from "./money.ts";

const paidTo = z.object({ fullName: z.string(), iban: z.string() });
const { payer, budgetCents } = foreignInternshipCall.shape;
const funded = z.object({ payer, budgetCents });

/** The money of an internship abroad: granted by the agreement, paid in advance and in the end, settled by the days. */
export const money: Money = {
  events: moneyEvents,
  asked: (file, state) => {
    if (state === "advance")
      return { payment: "advance", cents: latestRecord(file, grant)?.advanceCents ?? 0 };
    if (state === "balance" || state === "cancellationBalance")
      return { payment: "balance", cents: latestRecord(file, settlement)?.balanceCents ?? 0 };
    return undefined;
  },
  payee: (file) => {
    const { fullName, iban } = paidTo.parse(file.application);
    return { name: fullName, iban };
  },
  payer: (call) => funded.parse(call).payer,
  budget: (call) => funded.parse(call).budgetCents,
};

type Placed = readonly [visit: number, event: MoneyEvent];

function moneyEvents(file: CaseFile): MoneyEvent[] {
  const worked = file.records.flatMap(({ step, data, visit, at }): Placed[] => {
    if (step === grant.id)
      return [[visit, { kind: "granted", cents: grant.schema.parse(data).grantCents, at }]];
    if (step === settlement.id)
      return [[visit, { kind: "settled", cents: settlement.schema.parse(data).dueCents, at }]];
    return [];
  });
  const paid = answersTo(file, payment).flatMap(({ state, visit, at }): Placed[] => {
    const asked = money.asked(file, state);
    return asked ? [[visit, { kind: "paid", ...asked, at }]] : [];
  });
  const back = latestRecord(file, settlement)?.recoveredCents ?? 0;
  const returned = answersTo(file, recovery).map(
    ({ visit, at }): Placed => [visit, { kind: "recovered", cents: back, at }],
  );
  const events = [...worked, ...paid, ...returned].toSorted(([a], [b]) => a - b).map(([, event]) => event);
  return [...events, ...released(file, events)];
}

/** A road that ended after its grant and before anything was settled keeps nothing of it. */
function released({ entry }: CaseFile, events: readonly MoneyEvent[]): MoneyEvent[] {
  if (!entry?.ended || entry.endedAt === undefined || events.length === 0) return [];
  return events.some(({ kind }) => kind === "settled")
    ? []
    : [{ kind: "settled", cents: 0, at: entry.endedAt }];
}
