import * as z from "zod";
import { signatureUnder } from "../blocks/agreement.ts";
import { certification as plain } from "../blocks/certificate.ts";
import { givenAccount } from "../blocks/payment.ts";
import { type Duty, dutyOf, everyMonths } from "../blocks/series/duty.ts";
import {
  recovered,
  saysToReturn,
  settledAgainst,
  settlement,
  tellingToReturn,
} from "../blocks/settlement.ts";
import { cause, enrolment } from "../blocks/studies/forms.ts";
import { begunIn, semestersFrom } from "../blocks/studies/semesters.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { type Certification, type Certified, certificate } from "../kernel/certificate.ts";
import { dayAfter, dayAt, earlierDay } from "../kernel/facts/ends.ts";
import { postingsOf } from "../kernel/ledger.ts";
import type { Linking } from "../kernel/link.ts";
import type { Money } from "../kernel/money.ts";
import { facts, paper, signatures, texts, versionsBy } from "../kernel/paper.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";
import { slotTold } from "../kernel/slots.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Shows, Told } from "../kernel/told.ts";
import { callIn, partsOfCall } from "./call.ts";
import { countedIn, qualifiedOn } from "./commitment.ts";
import { appliedIn, grading, placement, saidIn, shortModule } from "./forms.ts";
import { decisionOn, slotOf } from "./rules.ts";

/** Studies by the semester, what is paid meanwhile, and what of it comes back [processes.md, 12.5 and 12.6]. */

/** What is promised: so many months of support, and the day on which the studies begin. EUR cents. */
const agreed = defineRecord(
  "agreed",
  z.object({
    begins: z.iso.date(),
    monthCents: z.number().int(),
    supportCents: z.number().int(),
    lines: z.array(sheetLine),
  }),
);
const versions = versionsBy(agreed);
export const signature = signatureUnder(versions);

/** The short road has no support, and so nothing that would come back. */
export function workOutSupport(file: CaseFile, now: string): StepResult<"workedOut"> {
  const { semesters, semesterMonths, stipendCents, studiesBegin = dayAfter(dayAt(now)) } = callIn(file);
  const monthCents = appliedIn(file).road === "full" ? stipendCents : 0;
  const count = semesters * semesterMonths;
  const supportCents = count * monthCents;
  const line = { label: "months", count, unitCents: monthCents, sumCents: supportCents, source: "call" };
  return {
    outcome: "workedOut",
    record: { id: agreed.id, data: { begins: studiesBegin, monthCents, supportCents, lines: [line] } },
  };
}

/** Have all three signed the latest version? */
export function countSignatures(file: CaseFile): StepResult<"full" | "short" | "missing"> {
  const version = versions(file).at(-1) ?? -1;
  const signed = file.answers.filter(({ form, visit }) => form === signature.id && visit > version);
  const isSigned = new Set(signed.map(({ part }) => part)).size === 3;
  return { outcome: isSigned ? appliedIn(file).road : "missing" };
}

/** The semesters that have begun or are to begin: a leave puts off whatever comes after it. */
export function semesters(file: CaseFile): readonly Duty[] {
  const { begins } = latestRecord(file, agreed) ?? {};
  return begins === undefined ? [] : semestersFrom(begins, callIn(file), file);
}

/** The months of all semesters that have begun, each paid for on its first day. */
export function supportMonths(file: CaseFile): readonly Duty[] {
  const { monthCents = 0 } = latestRecord(file, agreed) ?? {};
  if (monthCents === 0) return [];
  const { semesterMonths } = callIn(file);
  const begun = new Set(
    answersTo(file, enrolment).flatMap(({ outcome }, index) => (outcome === "begins" ? [index] : [])),
  );
  return semesters(file)
    .filter((_, index) => begun.has(index))
    .flatMap(({ on }) => everyMonths(on, 1, semesterMonths))
    .map(({ on }, index) => ({ number: String(index + 1), on }));
}

export const weighGrade = (file: CaseFile): StepResult<"passed" | "failed"> => ({
  outcome: qualifiedOn(file) === undefined ? "failed" : "passed",
});

/** How the road has come to its end. */
export function endOf(file: CaseFile): "dropped" | "failed" | "completed" | "broken" | "relieved" {
  if (latestInterruption(file, "relieved")) return "relieved";
  if (!latestAnswer(file, grading)) return "dropped";
  if (qualifiedOn(file) === undefined) return "failed";
  return countedIn(file)?.fulfilledOn === undefined ? "broken" : "completed";
}
export const leadTo = (file: CaseFile): StepResult<ReturnType<typeof endOf>> => ({ outcome: endOf(file) });

/** Whatever was ever paid, also where it has come back since, to whoever has begun to study; of nobody else anything is said. EUR cents. */
export const paidCents = (file: CaseFile): number | undefined =>
  latestRecord(file, agreed) &&
  postingsOf(money, file).reduce((sum, { kind, cents }) => (kind === "paid" ? sum + cents : sum), 0);

/** What stays with somebody by how the road has ended. EUR cents. */
function dueCents(file: CaseFile, paid: number): number {
  switch (endOf(file)) {
    case "completed":
    case "relieved":
      return paid;
    case "dropped":
    case "failed":
      return latestAnswer(file, cause)?.outcome === "accepted" ? paid : 0;
    case "broken": {
      const { days, recovery } = callIn(file).commitment;
      const missing = BigInt(days - (countedIn(file)?.counted ?? 0));
      const back = recovery === "whole" ? paid : Number((BigInt(paid) * missing) / BigInt(days));
      return paid - back;
    }
  }
}

export function settle(file: CaseFile): StepResult<"overpaid" | "even"> {
  const paid = paidCents(file) ?? 0;
  const { outcome, record } = settledAgainst(dueCents(file, paid), { paidCents: paid });
  return tellingToReturn({
    outcome: outcome === "overpaid" ? outcome : "even",
    ...(record ? { record } : {}),
  });
}

/** What comes back; `undefined` where nothing was settled. EUR cents. */
export const recoveredCents = (file: CaseFile): number | undefined =>
  latestRecord(file, settlement)?.recoveredCents;

/** Support by the month: `support-1` and so on. */
export const money: Money = {
  concerns: (entry) => decisionOn({ entry })?.kind === "offered",
  pays: {
    supportPay: {
      payment: "support",
      number: (file) => dutyOf(file, "support").number,
      cents: (file) => latestRecord(file, agreed)?.monthCents ?? 0,
    },
  },
  recovers: { recovery: recovered },
  worked: ({ step, data }) => {
    if (step === agreed.id) return { kind: "granted", cents: agreed.schema.parse(data).supportCents };
    return step === settlement.id
      ? { kind: "settled", cents: settlement.schema.parse(data).dueCents }
      : undefined;
  },
  payee: (file) => ({ name: appliedIn(file).fullName, iban: givenAccount(file) ?? appliedIn(file).iban }),
  ownIban: (file) => givenAccount(file) ?? saidIn(file).iban,
  payer: (said) => callIn({ call: said }).payer,
  budget: (said) => callIn({ call: said }).budgetCents,
  claim: {
    columns: ["subject", "municipality", "semesters"],
    row: (file) => [appliedIn(file).subject, decisionOn(file)?.dealt ?? "", begunIn(file)],
  },
};

/** What somebody gets at the end of the studies: a qualification, or what the short road gives. */
export function certify(file: CaseFile): StepResult<"full" | "short"> {
  const { fullName, subject, road } = appliedIn(file);
  const { certifiedHours, moduleHours } = partsOfCall(file);
  const hours = road === "full" ? certifiedHours : moduleHours;
  const { university } = latestAnswer(file, placement)?.values ?? {};
  const begins = latestRecord(file, agreed)?.begins ?? dayAt(file.submittedAt);
  const day = qualifiedOn(file) ?? latestAnswer(file, shortModule)?.values.completedOn ?? begins;
  const says: Certified = {
    holder: fullName,
    as: subject,
    ...(university === undefined ? {} : { institution: university }),
    starts: earlierDay(begins, day),
    ends: day,
    ...(hours === undefined ? {} : { hours }),
  };
  const { email } = appliedIn(file);
  const links: readonly Linking[] =
    road === "full" ? [{ kind: "qualified", to: { email }, on: day, what: subject }] : [];
  return { outcome: road, record: { id: certificate.id, data: says }, certificate: says, links };
}
export const certification: Certification = {
  ...plain,
  rows: {
    subject: ({ as }) => as,
    institution: ({ institution }) => institution,
    on: ({ ends }) => ({ day: ends }),
  },
};

/** Those whom the money of a case concerns. */
const to = ["applicant", "coordinator", "agency", "finance"] as const;
const dash = "–";
const subjectTold = (file: CaseFile): Told => {
  const { subject } = saidIn(file);
  return subject === undefined ? dash : { option: subject, of: "subjects" };
};

export const papers = {
  agreement: paper({
    to: [...to, "university"],
    versions,
    says: (file) => {
      const { monthCents = 0, begins } = latestRecord(file, agreed) ?? {};
      const { semesters: count, semesterMonths, commitment } = callIn(file);
      return {
        subject: subjectTold(file),
        month: { cents: monthCents },
        begins: begins === undefined ? dash : { day: begins },
        ...{ semesters: count, months: semesterMonths },
        ...{ days: commitment.days, withinDays: commitment.withinDays, share: commitment.sharePercent },
      };
    },
    parts: {
      parties: facts({
        applicant: () => ({ person: "applicant" }),
        university: (file) => latestAnswer(file, placement)?.values.university,
        agency: (file) => callIn(file).payer?.name ?? { person: "agency" },
      }),
      ...texts("subject", "support", "commitment", "recovery", "data"),
      signatures: signatures(signature),
    },
  }),
};

export const sheets = {
  support: sheet({
    record: agreed,
    to,
    lines: ["months"],
    sums: ["supportCents"],
    sources: { call: (file) => ({ day: { day: dayAt(callIn(file).opensAt) } }) },
  }),
  settlement: sheet({ record: settlement, to, lines: [], sums: ["dueCents", "recoveredCents"], sources: {} }),
};

const movedTo = z.object({ school: z.string() });

/** Where somebody practises now. */
function practiceSchool(file: CaseFile): string | undefined {
  const moved = latestInterruption(file, "practiceMoved");
  return moved ? movedTo.parse(moved.values).school : latestAnswer(file, placement)?.values.school;
}

export const shows: Readonly<Record<string, Shows>> = {
  way: {
    to: ["applicant", "coordinator", "agency", "commission", "university", "finance"],
    rows: {
      interview: (file) => {
        const slot = slotOf(file);
        return slot && slotTold(slot);
      },
      municipality: (file) => decisionOn(file)?.dealt,
      school: practiceSchool,
      semesters: (file) => (latestRecord(file, agreed) ? begunIn(file) : undefined),
      counted: (file) => countedIn(file)?.counted,
    },
  },
};

/** What the words may name. */
export function says(file: CaseFile) {
  const { commitment } = partsOfCall(file);
  const slot = slotOf(file);
  return {
    subject: subjectTold(file),
    interview: slot ? slotTold(slot) : dash,
    municipality: decisionOn(file)?.dealt ?? dash,
    practice: practiceSchool(file) ?? dash,
    counted: countedIn(file)?.counted ?? dash,
    days: commitment?.days ?? dash,
    semester: begunIn(file),
    ...saysToReturn(file),
  };
}
