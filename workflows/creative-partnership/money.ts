import * as z from "zod";
import { signatureUnder } from "../blocks/agreement.ts";
import { certification as plain } from "../blocks/certificate.ts";
import { givenAccount } from "../blocks/payment.ts";
import { recovered, settlement, tellingToReturn } from "../blocks/settlement.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { type Certification, type Certified, certificate } from "../kernel/certificate.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import type { Money } from "../kernel/money.ts";
import { facts, paper, sheetOf, signatures, texts, versionsBy } from "../kernel/paper.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Shows } from "../kernel/told.ts";
import { bidIn, decidedIn, partsOfCall, rulesOf } from "./call.ts";
import { appliedIn, plan, planConsent, spending } from "./forms.ts";
import { feedbackPercent, heldIn, sessionsOf } from "./rules.ts";

/** What is promised: materials to the school, the fee to the creator for what will be held. EUR cents. */
export const promised = defineRecord(
  "promised",
  z.object({ materialsCents: z.number().int(), feeCents: z.number().int(), lines: z.array(sheetLine) }),
);
const versions = versionsBy(promised);
export const signature = signatureUnder(versions);

const times = (label: string, count: number, unitCents: number) => ({
  ...{ label, count, unitCents, sumCents: count * unitCents, source: "call" },
});

export function promise(file: CaseFile): StepResult<"promised"> {
  const { sessionCents, materialsCents } = rulesOf(file);
  const { pupils, sessions } = appliedIn(file);
  const lines = [times("materials", pupils, materialsCents), times("sessions", sessions, sessionCents)];
  const [materials = 0, fee = 0] = lines.map(({ sumCents }) => sumCents);
  return {
    outcome: "promised",
    record: { id: promised.id, data: { materialsCents: materials, feeCents: fee, lines } },
  };
}

/** Have all three signed the latest version? */
export function countSignatures(file: CaseFile): StepResult<"signed" | "missing"> {
  const version = versions(file).at(-1) ?? -1;
  const signed = file.answers.filter(({ form, visit }) => form === signature.id && visit > version);
  return { outcome: new Set(signed.map(({ part }) => part)).size === 3 ? "signed" : "missing" };
}

/** A call may give no materials. */
export const weighMaterials = (file: CaseFile): StepResult<"due" | "none"> => ({
  outcome: materialsOf(file) > 0 ? "due" : "none",
});

/** What was promised to the school, and is paid before the first session. EUR cents. */
export const materialsOf = (file: CaseFile): number => latestRecord(file, promised)?.materialsCents ?? 0;

/** For sessions that were held [7.8]. EUR cents. */
export const feeOf = (file: CaseFile): number => heldIn(file) * rulesOf(file).sessionCents;

/** Of materials for sessions some of which were missed, what was not spent comes back [7.8]. */
export function settle(file: CaseFile): StepResult<"owed" | "even"> {
  const isMissed = heldIn(file) < appliedIn(file).sessions;
  const spent = latestAnswer(file, spending)?.values.spentCents ?? 0;
  const [materials, fee] = [materialsOf(file), feeOf(file)];
  const recoveredCents = isMissed ? Math.max(0, materials - spent) : 0;
  const data = { dueCents: fee + materials - recoveredCents, balanceCents: fee, recoveredCents, lines: [] };
  return { outcome: fee > 0 ? "owed" : "even", record: { id: settlement.id, data } };
}

export const weighRecovery = (file: CaseFile): StepResult<"overpaid" | "even"> =>
  tellingToReturn({ outcome: recovered.cents(file) > 0 ? "overpaid" : "even" });

/** The fee goes to the creator, all else to the school. */
export const money: Money = {
  concerns: ({ bid }) =>
    bidIn({ entry: { ref: "", state: "", ended: false, submittedAt: "", bid } })?.kind === "wishes",
  pays: {
    materials: { payment: "materials", cents: materialsOf },
    fee: { payment: "fee", cents: (file) => latestRecord(file, settlement)?.balanceCents ?? 0 },
  },
  recovers: { recovery: recovered },
  worked: ({ step, data }) => {
    if (step === settlement.id) return { kind: "settled", cents: settlement.schema.parse(data).dueCents };
    if (step !== promised.id) return undefined;
    const { materialsCents, feeCents } = promised.schema.parse(data);
    return { kind: "granted", cents: materialsCents + feeCents };
  },
  payee: (file, payment) =>
    payment === "fee"
      ? {
          name: decidedIn(file)?.creator?.name ?? "",
          iban: givenAccount(file, { states: ["fee"] }) ?? latestAnswer(file, planConsent)?.values.iban ?? "",
        }
      : {
          name: appliedIn(file).school ?? "",
          iban: givenAccount(file, { states: ["materials"] }) ?? latestAnswer(file, plan)?.values.iban ?? "",
        },
  payer: (call) => partsOfCall(call).payer,
  budget: (call) => partsOfCall(call).budgetCents,
  claim: {
    columns: ["school", "creator", "sessions"],
    row: (file) => [appliedIn(file).school ?? "", decidedIn(file)?.creator?.name ?? "", heldIn(file)],
  },
};

/** Those whom the money of a case concerns. */
const to = ["applicant", "creator", "coordinator", "agency", "finance"] as const;

export const papers = {
  agreement: paper({
    to,
    versions,
    says: (file) => {
      const { materialsCents = 0, feeCents = 0 } = latestRecord(file, promised) ?? {};
      return { materials: { cents: materialsCents }, fee: { cents: feeCents } };
    },
    parts: {
      parties: facts({
        school: (file) => appliedIn(file).school,
        creator: (file) => decidedIn(file)?.creator?.name,
        agency: (file) => partsOfCall(file.call).payer?.name ?? { person: "agency" },
      }),
      ...texts("subject", "money", "pupils"),
      plan: facts({
        place: (file) => latestAnswer(file, plan)?.values.place,
        venue: (file) => latestAnswer(file, plan)?.values.venueName,
        days: (file) => sessionsOf(file).map(({ on }) => ({ day: on })),
      }),
      sums: sheetOf("promised"),
      ...texts("data"),
      signatures: signatures(signature),
    },
  }),
};

export const sheets = {
  promised: sheet({
    record: promised,
    to,
    lines: ["materials", "sessions"],
    sums: ["materialsCents", "feeCents"],
    sources: {
      call: (file) => ({ day: { day: dayAt(partsOfCall(file.call).opensAt ?? file.submittedAt) } }),
    },
  }),
  settlement: sheet({
    record: settlement,
    to,
    lines: [],
    sums: ["balanceCents", "recoveredCents"],
    sources: {},
  }),
};

export const shows: Readonly<Record<string, Shows>> = {
  partnership: {
    to: ["applicant", "creator", "coordinator", "agency", "finance"],
    rows: {
      creator: (file) => decidedIn(file)?.creator?.name,
      held: (file) => (latestRecord(file, promised) ? heldIn(file) : undefined),
      feedback: (file) => feedbackPercent(file),
      partnerships: (file) => decidedIn(file)?.partnerships,
    },
  },
};

/** Whoever led it at the school has it on paper. */
export function certify(file: CaseFile): StepResult<"issued"> {
  const { fullName, school } = appliedIn(file);
  const days = sessionsOf(file).map(({ on }) => on);
  const { sessionHours } = rulesOf(file);
  const says: Certified = {
    holder: fullName,
    ...(school === undefined ? {} : { institution: school }),
    starts: days[0] ?? dayAt(file.submittedAt),
    ends: days.at(-1) ?? dayAt(file.submittedAt),
    ...(sessionHours === undefined ? {} : { hours: heldIn(file) * sessionHours }),
  };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}
export const certification: Certification = plain;
