import * as z from "zod";
import { heldBy, post } from "../blocks/ledger/ledger.ts";
import { participant, participantOf } from "../blocks/participant.ts";
import { account, payment, recovery } from "../blocks/payment.ts";
import { decision } from "../blocks/selection.ts";
import { answersTo } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Money, MoneyEvent, PaymentKind } from "../kernel/money.ts";
import type { StepRecord } from "../kernel/record.ts";
import { foreignInternshipCall } from "./call.ts";
import { claim } from "./claim.ts";
import { grant, settlement } from "./sheets.ts";

const { payer, budgetCents } = foreignInternshipCall.shape;
const funded = z.object({ payer, budgetCents });

/** The money of an internship abroad: granted by the agreement, paid in advance and in the end, settled by the days. */
export const money: Money = {
  concerns: ({ decision: made }) => decision.safeParse(made).data?.kind === "offered",
  events: moneyEvents,
  asked: (file, state) => askedAt(file, state, Number.POSITIVE_INFINITY),
  payee: (file) => {
    const { fullName, iban } = participantOf(file);
    return { name: fullName, iban: givenAccount(file) ?? iban };
  },
  claim,
  payer: (call) => funded.parse(call).payer,
  budget: (call) => funded.parse(call).budgetCents,
};

/** What whoever takes part now was paid and has not paid back. EUR cents. */
export const paidCents = (file: CaseFile): number => heldBy("paid", post(moneyEvents(file)));

/** What must still come back, from whoever went first too. EUR cents. */
export const owedCents = (file: CaseFile): number => heldBy("recoverable", post(moneyEvents(file)));

/** The account that was given last after a payment was returned, by whoever takes part now. */
function givenAccount(file: CaseFile): string | undefined {
  const since = file.records.findLast(({ step }) => step === participant.id)?.visit ?? 0;
  return answersTo(file, account)
    .filter(({ visit }) => visit > since)
    .toSorted((a, b) => a.visit - b.visit)
    .at(-1)?.values.iban;
}

/** What finance was asked to pay in a state, by what was worked out before that visit. */
function askedAt(
  file: CaseFile,
  state: string,
  visit: number,
): { readonly payment: PaymentKind; readonly cents: number } | undefined {
  if (state === "advance")
    return { payment: "advance", cents: before(file, grant, visit)?.advanceCents ?? 0 };
  if (["balance", "withdrawnBalance", "cancellationBalance"].includes(state))
    return { payment: "balance", cents: before(file, settlement, visit)?.balanceCents ?? 0 };
  return undefined;
}

/** What finance was asked to get back: from those who went first, or what a settlement found. */
function dueBackAt(file: CaseFile, state: string, visit: number): number {
  if (state !== "replacementRecovery") return before(file, settlement, visit)?.recoveredCents ?? 0;
  const first = file.records.filter(({ step }) => step === participant.id);
  return first.reduce((sum, { data }) => sum + participant.schema.parse(data).owedCents, 0);
}

/** The latest record of a kind that was made before a visit. */
function before<T>(file: CaseFile, kind: StepRecord<T>, visit: number): T | undefined {
  const record = file.records
    .filter((candidate) => candidate.step === kind.id && candidate.visit < visit)
    .toSorted((a, b) => a.visit - b.visit)
    .at(-1);
  return record && kind.schema.parse(record.data);
}

type Placed = readonly [visit: number, event: MoneyEvent];

function moneyEvents(file: CaseFile): MoneyEvent[] {
  const worked = file.records.flatMap(({ step, data, visit, at }): Placed[] => {
    switch (step) {
      case grant.id:
        return [[visit, { kind: "granted", cents: grant.schema.parse(data).grantCents, at }]];
      case settlement.id:
        return [[visit, { kind: "settled", cents: settlement.schema.parse(data).dueCents, at }]];
      case participant.id:
        return [[visit, { kind: "handedOver", cents: participant.schema.parse(data).keptCents, at }]];
      default:
        return [];
    }
  });
  const paid = answersTo(file, payment).flatMap(({ state, visit, at, outcome }): Placed[] => {
    // What the bank returned never left the account: it still waits to be paid.
    if (outcome === "returned") return [];
    const asked = askedAt(file, state, visit);
    return asked ? [[visit, { kind: "paid", ...asked, at }]] : [];
  });
  const returned = answersTo(file, recovery).map(
    ({ state, visit, at }): Placed => [
      visit,
      { kind: "recovered", cents: dueBackAt(file, state, visit), at },
    ],
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
