import * as z from "zod";
import { participant, participantOf } from "../blocks/participant.ts";
import { givenAccount } from "../blocks/payment.ts";
import { balance, moneySettled, recovered, settlement } from "../blocks/settlement.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { travelRates } from "../kernel/facts/rates.ts";
import { heldBy, postingsOf } from "../kernel/ledger.ts";
import type { Claim, Money } from "../kernel/money.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";
import { foreignInternshipCall } from "./call.ts";
import { dissemination } from "./forms.ts";
import { hostOf } from "./journey.ts";
import { decisionOn } from "./selection.ts";

const cents = z.number().int();
const lines = z.array(sheetLine);

/** The grant and its advance as they were worked out for the agreement. EUR cents, kilometres, days. */
export const grant = defineRecord(
  "grant",
  z.object({
    km: z.number().int(),
    green: z.boolean(),
    /** Whoever bought the tickets; before there were groups, everybody their own. */
    tickets: z.enum(["own", "agency"]).default("own"),
    days: z.number().int(),
    dailyCents: cents,
    travelCents: cents,
    grantCents: cents,
    advanceCents: cents,
    lines,
  }),
);

/** Those whom the money of a case concerns: a host and a reviewer see none. */
const readers = [
  "applicant",
  "principal",
  "coordinator",
  "commission",
  "appeals",
  "agency",
  "finance",
] as const;

const opened = z.object({ opensAt: z.string() });
const madeAt = ({ records }: CaseFile) => records.findLast(({ step }) => step === grant.id)?.at;

/** Where the unit of a line comes from, and since when that holds. */
const sources = {
  call: ({ call }: CaseFile) => ({ day: { day: dayAt(opened.parse(call).opensAt) } }),
  agreement: (file: CaseFile) => ({ day: { day: dayAt(madeAt(file) ?? file.submittedAt) } }),
  stated: ({ interruptions, submittedAt }: CaseFile) => ({
    day: { day: dayAt(interruptions.at(-1)?.at ?? submittedAt) },
  }),
  group: () => ({}),
  published: (_file: CaseFile, source: string) => {
    const rates = travelRates.find((known) => known.source === source);
    return rates
      ? { source: { lt: rates.sourceLt, en: source }, day: { day: rates.effectiveFrom } }
      : { source, day: "–" };
  },
} as const;

export const sheets = {
  grant: sheet({
    record: grant,
    to: readers,
    lines: ["travel", "travelGreen", "travelByAgency", "daily", "dailyReduced", "costs"],
    sums: ["grantCents", "advanceCents"],
    facts: { distance: ({ km }) => ({ km }) },
    sources,
    published: "published",
  }),
  settlement: sheet({
    record: settlement,
    to: readers,
    lines: ["travel", "daily", "dailyReduced", "costs", "advance"],
    sums: ["dueCents", "balanceCents", "recoveredCents"],
    sources,
    published: "published",
  }),
};

const euros = (cents: number | undefined): string => ((cents ?? 0) / 100).toFixed(2);

/** What a funder reimburses is worked out of distance, days and rates [Erasmus+ programme guide: unit costs]. */
const claim: Claim = {
  columns: [
    "participant",
    "country",
    "institution",
    "from",
    "to",
    "days",
    "km",
    "travel",
    "daily",
    "publication",
  ],
  row: (file) => {
    const { country, institution, starts, ends } = hostOf(file);
    const worked = latestRecord(file, grant);
    return [
      participantOf(file).fullName,
      country,
      institution,
      starts,
      ends,
      worked?.days ?? 0,
      worked?.km ?? 0,
      euros(worked?.travelCents),
      euros(worked?.dailyCents),
      latestAnswer(file, dissemination)?.values.publication ?? "",
    ];
  },
};

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
