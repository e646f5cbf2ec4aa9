import * as z from "zod";
import { participant, participantOf } from "../blocks/participant.ts";
import { givenAccount } from "../blocks/payment.ts";
import { balance, moneySettled, recovered, settlement } from "../blocks/settlement.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { heldBy, postingsOf } from "../kernel/ledger.ts";
import type { Money } from "../kernel/money.ts";
import { foreignInternshipCall } from "./call.ts";
import { claim } from "./claim.ts";
import { decisionOn } from "./selection.ts";
import { grant } from "./sheets.ts";

const { payer, budgetCents } = foreignInternshipCall.shape;
const funded = z.object({ payer, budgetCents });

/** The account of whoever takes part now: the one that was given last after a payment was returned, or else the one applied with. */
const ibanOf = (file: CaseFile): string => {
  const since = file.records.findLast(({ step }) => step === participant.id)?.visit ?? 0;
  return givenAccount(file, { since }) ?? participantOf(file).iban;
};

const early = moneySettled("withdrawn", "cancellation");

/** The money of an internship abroad: granted by the agreement, paid in advance and in the end, settled by the days. */
export const money: Money = {
  concerns: (entry) => decisionOn({ entry })?.kind === "offered",
  pays: {
    advance: { payment: "advance", cents: (file) => latestRecord(file, grant)?.advanceCents ?? 0 },
    balance,
    ...early.pays,
  },
  recovers: {
    partialRecovery: recovered,
    /** From those who went first. */
    replacementRecovery: {
      cents: ({ records }) =>
        records
          .filter(({ step }) => step === participant.id)
          .reduce((sum, { data }) => sum + participant.schema.parse(data).owedCents, 0),
    },
    ...early.recovers,
    lapsedRecovery: recovered,
    fullRecovery: recovered,
  },
  worked: ({ step, data }) => {
    switch (step) {
      case grant.id:
        return { kind: "granted", cents: grant.schema.parse(data).grantCents };
      case settlement.id:
        return { kind: "settled", cents: settlement.schema.parse(data).dueCents };
      case participant.id:
        return { kind: "handedOver", cents: participant.schema.parse(data).keptCents };
      default:
        return undefined;
    }
  },
  payee: (file) => ({ name: participantOf(file).fullName, iban: ibanOf(file) }),
  ownIban: ibanOf,
  claim,
  payer: (call) => funded.parse(call).payer,
  budget: (call) => funded.parse(call).budgetCents,
};

/** What whoever takes part now was paid and has not paid back. EUR cents. */
export const paidCents = (file: CaseFile): number => heldBy("paid", postingsOf(money, file));

/** What must still come back, from whoever went first too. EUR cents. */
export const owedCents = (file: CaseFile): number => heldBy("recoverable", postingsOf(money, file));
