import * as z from "zod";
import { signatureUnder } from "../blocks/agreement.ts";
import { certification as plain } from "../blocks/certificate.ts";
import { givenAccount } from "../blocks/payment.ts";
import type { Duty } from "../blocks/series/duty.ts";
import {
  recovered,
  saysToReturn,
  settledAgainst,
  settlement,
  tellingToReturn,
} from "../blocks/settlement.ts";
import { signedBy } from "../blocks/signing.ts";
import { isExcused } from "../blocks/studies/excuse.ts";
import { atRisk, begunIn, semestersFrom } from "../blocks/studies/semesters.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { type Certification, type Certified, certificate } from "../kernel/certificate.ts";
import { dayAt, earlierDay } from "../kernel/facts/ends.ts";
import { postingsOf } from "../kernel/ledger.ts";
import type { Money } from "../kernel/money.ts";
import { facts, paper, signatures, texts, versionsBy } from "../kernel/paper.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Shows } from "../kernel/told.ts";
import { callOf, decisionOn, moduleOf, partsOf } from "./call.ts";
import { appliedIn, grading, recognition } from "./forms.ts";
import { universityOf } from "./rules.ts";

/** Studies by the semester: what is paid for them, what comes back, and what they come to [processes.md, 10.4 to 10.6]. */

const cents = z.number().int().nonnegative();

/** What the four agree on: the module, when it begins, and what it costs. EUR cents. */
const agreed = defineRecord(
  "agreed",
  z.object({
    begins: z.iso.date(),
    semesters: z.number().int(),
    tuitionCents: cents,
    lines: z.array(sheetLine),
  }),
);
const versions = versionsBy(agreed);
export const signature = signatureUnder(versions);

/** Tuition is paid by equal parts in whole cents; what is left of it comes with the last one [10.5]. */
const partOf = (
  { tuitionCents, semesters }: { readonly tuitionCents: number; readonly semesters: number },
  count: number,
) => (count === semesters ? tuitionCents : count * Math.floor(tuitionCents / semesters));

export function workOutTuition(file: CaseFile): StepResult<"workedOut"> {
  const { begins } = callOf(file);
  const { semesters = 1, tuitionCents = 0 } = moduleOf(file) ?? {};
  const unitCents = Math.floor(tuitionCents / semesters);
  const line = {
    source: "call",
    count: semesters,
    unitCents,
    sumCents: semesters * unitCents,
    label: "semesters",
  };
  const rest = tuitionCents - line.sumCents;
  const lines = [
    line,
    ...(rest > 0 ? [{ ...line, label: "rest", count: 1, unitCents: rest, sumCents: rest }] : []),
  ];
  return {
    outcome: "workedOut",
    record: { id: agreed.id, data: { begins, semesters, tuitionCents, lines } },
  };
}

export const countSignatures = signedBy(4, signature, versions);

/** The semesters of the module: a leave puts off whatever comes after it. */
export function semesters(file: CaseFile): readonly Duty[] {
  const said = latestRecord(file, agreed);
  return said
    ? semestersFrom(said.begins, { ...said, semesterMonths: callOf(file).semesterMonths }, file)
    : [];
}

/** The tuition of the semester that has begun last. EUR cents. */
function tuitionNow(file: CaseFile): number {
  const said = latestRecord(file, agreed);
  const begun = begunIn(file);
  return said ? partOf(said, begun) - partOf(said, begun - 1) : 0;
}
export const weighTuition = (file: CaseFile): StepResult<"due" | "none"> => ({
  outcome: tuitionNow(file) > 0 ? "due" : "none",
});

export const weighGrade = (file: CaseFile): StepResult<"passed" | "failed"> => ({
  outcome: isPassed(file) ? "passed" : "failed",
});
function isPassed(file: CaseFile): boolean {
  const said = latestAnswer(file, grading);
  return said !== undefined && said.values.grade >= callOf(file).passGrade;
}

/** How the road has come to its end. */
export const endOf = (file: CaseFile): "dropped" | "failed" | "completed" =>
  latestAnswer(file, grading) ? (isPassed(file) ? "completed" : "failed") : "dropped";
export const leadTo = (file: CaseFile): StepResult<ReturnType<typeof endOf>> => ({ outcome: endOf(file) });

/** Whatever was ever paid, also where it has come back since, for whoever has an agreement; of nobody else anything is said. EUR cents. */
export const paidCents = (file: CaseFile): number | undefined =>
  latestRecord(file, agreed) &&
  postingsOf(money, file).reduce((sum, { kind, cents: moved }) => (kind === "paid" ? sum + moved : sum), 0);

/** Why somebody has left or failed is asked where anything was paid. */
export const weighLeaving = (file: CaseFile): StepResult<"owes" | "even"> => ({
  outcome: (paidCents(file) ?? 0) > 0 ? "owes" : "even",
});

/** All tuition comes back from whoever has not completed without a cause [10.6]. */
export function settle(file: CaseFile): StepResult<"overpaid" | "even"> {
  const paid = paidCents(file) ?? 0;
  const due = endOf(file) === "completed" || isExcused(file) ? paid : 0;
  const { outcome, record } = settledAgainst(due, { paidCents: paid });
  return tellingToReturn({
    outcome: outcome === "overpaid" ? outcome : "even",
    ...(record ? { record } : {}),
  });
}

/** What comes back; `undefined` where nothing was settled. EUR cents. */
export const recoveredCents = (file: CaseFile): number | undefined =>
  latestRecord(file, settlement)?.recoveredCents;

/** How many semesters have begun, for whoever has an agreement. */
export const semestersBegun = (file: CaseFile): number | undefined =>
  latestRecord(file, agreed) && begunIn(file);

/** Tuition by the semester goes to the university, `tuition-1` and so on; what comes back comes from whoever studied. */
export const money: Money = {
  concerns: (entry) => decisionOn({ entry })?.kind === "offered",
  pays: {
    tuitionPay: { payment: "tuition", number: (file) => String(begunIn(file)), cents: tuitionNow },
  },
  recovers: { recovery: recovered },
  worked: ({ step, data }) => {
    if (step === agreed.id) return { kind: "granted", cents: agreed.schema.parse(data).tuitionCents };
    return step === settlement.id
      ? { kind: "settled", cents: settlement.schema.parse(data).dueCents }
      : undefined;
  },
  payee: (file) => {
    const { university = "–", iban = "" } = universityOf(file) ?? {};
    return { name: university, iban: givenAccount(file) ?? iban };
  },
  payer: (said) => callOf({ call: said }).payer,
  budget: (said) => callOf({ call: said }).budgetCents,
  claim: {
    columns: ["participant", "institution", "module", "semesters"],
    row: (file) => {
      const { name = "", university = "" } = moduleOf(file) ?? {};
      return [appliedIn(file).fullName, university, name, begunIn(file)];
    },
  },
};

/** What was learned, with credits and the level of the European Qualifications Framework. */
export function certify(file: CaseFile): StepResult<"issued"> {
  const { name = "", university, level } = moduleOf(file) ?? {};
  const { credits, gradedOn } = latestAnswer(file, grading)?.values ?? {};
  const begins = latestRecord(file, agreed)?.begins ?? dayAt(file.submittedAt);
  const ends = gradedOn ?? begins;
  const says: Certified = {
    holder: appliedIn(file).fullName,
    as: name,
    starts: earlierDay(begins, ends),
    ends,
    ...(university === undefined ? {} : { institution: university }),
    ...(credits === undefined ? {} : { credits }),
    ...(level === undefined ? {} : { level }),
  };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}
export const certification: Certification = {
  ...plain,
  rows: {
    module: ({ as }) => as,
    ...plain.rows,
    credits: ({ credits }) => credits,
    level: ({ level }) => level,
  },
};

/** Whoever signs, pays or looks after it. */
const to = ["applicant", "principal", "university", "coordinator", "agency", "finance"] as const;
const dash = "–";

export const papers = {
  agreement: paper({
    to,
    versions,
    sentences: ["represented"],
    says: (file) => {
      const { begins, semesters: count = 0, tuitionCents = 0 } = latestRecord(file, agreed) ?? {};
      const { credits = dash } = moduleOf(file) ?? {};
      return {
        begins: begins === undefined ? dash : { day: begins },
        tuition: { cents: tuitionCents },
        pass: callOf(file).passGrade,
        ...{ count, credits },
      };
    },
    parts: {
      parties: facts({
        applicant: () => ({ person: "applicant" }),
        school: (file) => represented(appliedIn(file).school, "principal"),
        university: (file) => represented(moduleOf(file)?.university ?? dash, "university"),
        agency: (file) => callOf(file).payer?.name ?? { person: "agency" },
      }),
      ...texts("subject", "release", "tuition", "recovery", "data"),
      signatures: signatures(signature),
    },
  }),
  order: paper({
    isIssued: true,
    to: ["applicant", "principal", "coordinator", "agency", "university"],
    asOf: (file) => latestAnswer(file, recognition)?.at,
    parts: {
      decision: facts(
        {
          number: (file) => latestAnswer(file, recognition)?.values.number,
          participant: () => ({ person: "applicant" }),
          school: (file) => appliedIn(file).school,
          module: (file) => moduleOf(file)?.name,
          institution: (file) => moduleOf(file)?.university,
          grade: (file) => latestAnswer(file, grading)?.values.grade,
          credits: (file) => latestAnswer(file, grading)?.values.credits,
          level: (file) => moduleOf(file)?.level,
        },
        { isUntitled: true },
      ),
      ...texts("text"),
      signature: facts({ director: () => ({ person: "agency" }) }),
    },
  }),
};
const represented = (institution: string, role: string) =>
  ({ word: "agreement.represented", with: { institution, person: { person: role } } }) as const;

export const sheets = {
  tuition: sheet({
    record: agreed,
    to,
    lines: ["semesters", "rest"],
    sums: ["tuitionCents"],
    sources: { call: (file) => ({ day: { day: dayAt(callOf(file).opensAt) } }) },
  }),
  settlement: sheet({
    record: settlement,
    to: ["applicant", "coordinator", "agency", "finance"],
    lines: [],
    sums: ["dueCents", "recoveredCents"],
    sources: {},
  }),
};

export const shows: Readonly<Record<string, Shows>> = {
  studies: {
    to: [...to, "commission"],
    rows: {
      module: (file) => moduleOf(file)?.name,
      institution: (file) => moduleOf(file)?.university,
      semesters: semestersBegun,
      risk: (file) =>
        atRisk(file)
          .map((at) => ({ day: dayAt(at) }))
          .at(-1),
    },
  },
};

/** What the words may name. */
export function says(file: CaseFile) {
  const { name = dash, university = dash } = moduleOf(file) ?? {};
  const { passGrade = dash } = z
    .object({ passGrade: z.number() })
    .partial()
    .parse(partsOf(file) && file.call);
  return { module: name, university, semester: begunIn(file), pass: passGrade, ...saysToReturn(file) };
}
