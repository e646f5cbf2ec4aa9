import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { leaving } from "../../../../workflows/blocks/breaking-off.ts";
import { ending } from "../../../../workflows/blocks/ending.ts";
import { givenAccount } from "../../../../workflows/blocks/payment.ts";
import { dutyOf } from "../../../../workflows/blocks/series/duty.ts";
import { series, suspends } from "../../../../workflows/blocks/series/series.ts";
import { staffOf } from "../../../../workflows/blocks/staffed.ts";
import { latestAnswer } from "../../../../workflows/kernel/answers.ts";
import { organisation } from "../../../../workflows/kernel/applicant.ts";
import { bankAccount } from "../../../../workflows/kernel/bank-account.ts";
import type { Book } from "../../../../workflows/kernel/book.ts";
import { type CaseFile, callOf, latestRecord, type Person } from "../../../../workflows/kernel/case-file.ts";
import { defineProcess } from "../../../../workflows/kernel/define-process.ts";
import { days } from "../../../../workflows/kernel/duration.ts";
import { deadline, vilniusInstant } from "../../../../workflows/kernel/facts/calendar.ts";
import { iso } from "../../../../workflows/kernel/facts/instants.ts";
import { email, longText, number, text } from "../../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../../workflows/kernel/form.ts";
import { heldBy, postingsOf } from "../../../../workflows/kernel/ledger.ts";
import type { Money } from "../../../../workflows/kernel/money.ts";
import { defineRecord } from "../../../../workflows/kernel/record.ts";
import { step } from "../../../../workflows/kernel/states.ts";
import type { StepResult } from "../../../../workflows/kernel/step-result.ts";

/** A project of a school: a grant that is paid by milestones, each reported and accepted [processes.md, 6, cut short]. */
const called = z.object({
  milestones: z.array(z.iso.date()),
  terminateDays: z.number(),
  grantCents: z.number(),
});

const application = defineForm({
  id: "application",
  outcomes: ["sent"],
  fields: {
    school: text({ max: 200 }),
    municipality: text({ max: 100 }),
    fullName: text({ max: 120 }),
    email: email({}),
    iban: bankAccount({}),
  },
});
const applied = z.object({ fullName: z.string(), school: z.string(), email: z.string(), iban: z.string() });

const report = defineForm({
  id: "milestoneReport",
  outcomes: ["submitted"],
  fields: { did: longText({ max: 4000 }), spent: number({ min: 0, max: 1_000_000 }) },
});

const grant = defineRecord("grant", z.object({ cents: z.number() }));
/** What was accepted of the costs of all milestones so far, and what is paid for the last of them. */
const costs = defineRecord("costs", z.object({ acceptedCents: z.number(), payCents: z.number() }));
const settled = defineRecord("settled", z.object({ cents: z.number() }));

const milestones = (file: CaseFile) =>
  callOf(file, called).milestones.map((on, index) => ({ number: String(index + 1), on }));

const promise = (file: CaseFile): StepResult<"promised"> => ({
  outcome: "promised",
  record: { id: grant.id, data: { cents: callOf(file, called).grantCents } },
});

const accepted = (file: CaseFile): number => latestRecord(file, costs)?.acceptedCents ?? 0;
const paid = (file: CaseFile): number => heldBy("paid", postingsOf(money, file));

/** What is accepted is paid, up to the grant. */
function weigh(file: CaseFile): StepResult<"due" | "none"> {
  const spent = Math.round((latestAnswer(file, report)?.values.spent ?? 0) * 100);
  const acceptedCents = Math.min(callOf(file, called).grantCents, accepted(file) + spent);
  const payCents = acceptedCents - paid(file);
  return {
    outcome: payCents > 0 ? "due" : "none",
    record: { id: costs.id, data: { acceptedCents, payCents } },
  };
}

const settle =
  <const O extends string>(outcome: O) =>
  (file: CaseFile): StepResult<O> => ({
    outcome,
    record: { id: settled.id, data: { cents: accepted(file) } },
  });

export const money: Money = {
  concerns: () => true,
  pays: {
    milestonePay: {
      payment: "milestone",
      number: (file) => dutyOf(file, "milestone").number,
      cents: (file) => latestRecord(file, costs)?.payCents ?? 0,
    },
  },
  worked: ({ step: kind, data }) =>
    kind === grant.id
      ? { kind: "granted", cents: grant.schema.parse(data).cents }
      : kind === settled.id
        ? { kind: "settled", cents: settled.schema.parse(data).cents }
        : undefined,
  payee: (file) => {
    const { school, iban } = applied.parse(file.application);
    return { name: school, iban: givenAccount(file) ?? iban };
  },
  payer: () => undefined,
  budget: () => undefined,
  claim: { columns: [], row: () => [] },
};

const words: Book = {
  lt: async () => ({
    default: {
      name: "Mokyklos projektas",
      "role.applicant": "Mokykla",
      "application.school.label": "Mokykla",
      "state.submitted": "Paraiška gauta.",
      "stage.submitted": "Pateikta",
      "mail.received.subject": "Paraiška gauta",
      "mail.received.body": "Ačiū.",
      "milestoneReport.title": "Etapo ataskaita",
      "task.milestoneReport.title": "{milestone} etapo ataskaita",
      "milestoneReport.did.label": "Kas padaryta?",
      "milestoneReport.spent.label": "Kiek išleista?",
      "step.promise": "Skirta dotacija",
      "step.settlement": "Galutinis atsiskaitymas",
      "step.termination": "Nutraukta",
      "pays.milestone": "Išmokėta {number} etapo dalis",
      "pays.milestone.all": "Išmokėta už etapus",
      "pays.milestone.about": "{number} etapas pagal kvietimą {call}",
      "status.withdrawn": "Atsiimta",
      "status.withdrawn.text": "Paraiška atsiimta.",
      "status.terminated": "Nutraukta",
      "status.terminated.text": "Projektas nutrauktas.",
    },
  }),
  en: async () => ({
    default: {
      name: "Project of a school",
      "role.applicant": "School",
      "application.school.label": "School",
      "state.submitted": "We have the application.",
      "stage.submitted": "Sent",
      "mail.received.subject": "We have the application",
      "mail.received.body": "Thank you.",
      "milestoneReport.title": "Report of a milestone",
      "task.milestoneReport.title": "Report of milestone {milestone}",
      "milestoneReport.did.label": "What was done?",
      "milestoneReport.spent.label": "How much was spent?",
      "step.promise": "The grant was promised",
      "step.settlement": "It was settled",
      "step.termination": "It was terminated",
      "pays.milestone": "Milestone {number} paid",
      "pays.milestone.all": "Paid for milestones",
      "pays.milestone.about": "Milestone {number}, call {call}",
      "status.withdrawn": "Withdrawn",
      "status.withdrawn.text": "The application was withdrawn.",
      "status.terminated": "Terminated",
      "status.terminated.text": "The project was terminated.",
    },
  }),
};

/** Stands in the place of a process of the catalogue while a test plays it, so it has that one's id. */
export const project = defineProcess({
  id: "supervision",
  applicant: organisation({ code: "school" }),
  application,
  call: {
    process: "standing-call",
    read: async (given) => {
      const { id, opens, closes, ...data } = z
        .looseObject({ id: z.string(), opens: z.string(), closes: z.string(), ...called.shape })
        .parse(given);
      const at = (local: string) => iso(vilniusInstant(local));
      return { id, data: { ...data, opensAt: at(opens), closesAt: at(closes) } };
    },
  },
  start: "promise",
  states: {
    promise: step(promise, { promised: "milestone" }),
    ...series("milestone", {
      of: milestones,
      report: { by: "applicant", form: report, within: days(20), remind: [days(10)] },
      pay: { payee: "applicant", weigh },
      suspended: {
        until: (file, now) =>
          iso(deadline(days(callOf(file, called).terminateDays), Temporal.Instant.from(now))),
        ended: "termination",
      },
      next: "settlement",
    }),
    settlement: step(settle("settled"), { settled: "completed" }),
    termination: step(settle("terminated"), { terminated: "terminated" }),
    completed: ending("completed"),
    terminated: ending("terminated"),
    withdrawn: ending("withdrawn"),
  },
  interruptions: {
    suspended: suspends("milestone"),
    withdrawn: {
      by: "applicant",
      form: leaving,
      takesBack: "reason",
      to: "withdrawn",
      during: ["milestoneWaiting", "milestoneReport"],
    },
  },
  people: (role, file): Person | undefined => {
    if (role !== "applicant") return staffOf(role, file);
    const { fullName, email: address } = applied.parse(file.application);
    return { name: fullName, email: address, language: file.language };
  },
  money,
  words,
});
