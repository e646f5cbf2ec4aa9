import * as z from "zod";
import type { LoadedCase } from "../../../functions/cases/load.ts";
import { signatureUnder } from "../../../workflows/blocks/agreement.ts";
import { silence } from "../../../workflows/blocks/silence.ts";
import type { Book } from "../../../workflows/kernel/book.ts";
import { type CaseFile, latestRecord } from "../../../workflows/kernel/case-file.ts";
import { defineProcess } from "../../../workflows/kernel/define-process.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import {
  facts,
  paper,
  sheetOf,
  signatures,
  table,
  texts,
  versionsBy,
} from "../../../workflows/kernel/paper.ts";
import { defineRecord } from "../../../workflows/kernel/record.ts";
import { sheet, sheetLine } from "../../../workflows/kernel/sheet.ts";
import { all, ask, end, part, step } from "../../../workflows/kernel/states.ts";

const cents = z.number().int();
const lines = z.array(sheetLine);

/** What is granted to a school, line by line, and what it gets first [processes.md, 6.7 and 6.9]. */
const grant = defineRecord("grant", z.object({ grantCents: cents, advanceCents: cents, lines }));
/** What was accepted of a milestone's costs [processes.md, 6.10]. */
const milestone = defineRecord("milestone", z.object({ acceptedCents: cents, lines }));

const versions = versionsBy(grant);
const signature = signatureUnder(versions);
const called = z.object({ milestones: z.array(z.iso.date()), coFundingPercent: z.number() });

/** Where a budget's lines come from. */
const sources = {
  budget: () => ({}),
  evidence: ({ submittedAt }: CaseFile) => ({ day: { at: submittedAt } }),
};
const categories = ["staff", "equipment"];
const to = ["applicant", "coordinator", "agency", "finance"] as const;

const words: Book = {
  lt: async () => ({
    default: {
      name: "Mokyklų iniciatyvos",
      "agreement.title": "Mokyklos iniciatyvos sutartis",
      "agreement.parties.title": "Šalys",
      "agreement.parties.school": "Mokykla",
      "agreement.parties.agency": "Agentūra",
      "agreement.school": "{school}, atstovauja {person}",
      "agreement.milestones.title": "Etapai",
      "agreement.milestones.number": "Etapas",
      "agreement.milestones.day": "Iki kada",
      "agreement.money.title": "Dotacija",
      "agreement.money.text": "Agentūra skiria {grant}. Mokykla prisideda {percent} % visų išlaidų.",
      "agreement.signatures.title": "Parašai",
      "agreement.signatures.school": "Mokykla",
      "agreement.signatures.agency": "Agentūra",
      "costs.title": "Priimtos išlaidos",
      "sheet.grant.title": "Skirta dotacija",
      "sheet.milestone.title": "{number} etapas",
      "sheet.line.staff": "Darbo užmokestis",
      "sheet.line.equipment": "Įranga",
      "sheet.sum.grantCents": "Dotacija",
      "sheet.sum.advanceCents": "Avansas",
      "sheet.sum.acceptedCents": "Priimta",
      "sheet.source.budget": "Paraiškos biudžetas",
      "sheet.source.evidence": "Ataskaita, {day}",
    },
  }),
  en: async () => ({
    default: {
      name: "School initiatives",
      "agreement.title": "Agreement on a school initiative",
      "agreement.parties.title": "Parties",
      "agreement.parties.school": "School",
      "agreement.parties.agency": "Agency",
      "agreement.school": "{school}, represented by {person}",
      "agreement.milestones.title": "Milestones",
      "agreement.milestones.number": "Milestone",
      "agreement.milestones.day": "By when",
      "agreement.money.title": "Grant",
      "agreement.money.text": "The agency grants {grant}. The school bears {percent} % of all costs.",
      "agreement.signatures.title": "Signatures",
      "agreement.signatures.school": "School",
      "agreement.signatures.agency": "Agency",
      "costs.title": "Costs accepted",
      "sheet.grant.title": "What is granted",
      "sheet.milestone.title": "Milestone {number}",
      "sheet.line.staff": "Staff",
      "sheet.line.equipment": "Equipment",
      "sheet.sum.grantCents": "Grant",
      "sheet.sum.advanceCents": "Advance",
      "sheet.sum.acceptedCents": "Accepted",
      "sheet.source.budget": "Budget of the application",
      "sheet.source.evidence": "Report of {day}",
    },
  }),
};

const within = days(10);

/** As much of a school's initiative as its papers need [processes.md, 6]. */
const schoolInitiative = defineProcess({
  id: "school-initiative",
  start: "agreement",
  states: {
    agreement: all(
      {
        school: part("applicant", signature, { within }),
        agency: part("agency", signature, { within }),
      },
      "signed",
    ),
    signed: step((): { outcome: "signed" | "missing" } => ({ outcome: "signed" }), {
      signed: "completed",
      missing: "silent",
    }),
    silent: ask("coordinator", silence, {
      within,
      on: { askAgain: "agreement", released: "completed", expired: "silent" },
    }),
    completed: end("completed"),
  },
  interruptions: {},
  people: (role, { application }) => ({
    name: role === "applicant" ? String(application.head) : `${role} person`,
    email: `${role}@example.lt`,
    language: "lt",
  }),
  sheets: {
    grant: sheet({ record: grant, to, lines: categories, sums: ["grantCents", "advanceCents"], sources }),
    milestone: sheet({
      record: milestone,
      to,
      lines: categories,
      sums: ["acceptedCents"],
      sources,
      isEach: true,
    }),
  },
  papers: {
    agreement: paper({
      to,
      versions,
      sentences: ["school"],
      says: (file) => ({
        grant: { cents: latestRecord(file, grant)?.grantCents ?? 0 },
        percent: called.parse(file.call).coFundingPercent,
      }),
      parts: {
        parties: facts({
          school: ({ application }) => ({
            word: "agreement.school",
            with: { school: String(application.school), person: { person: "applicant" } },
          }),
          agency: () => ({ person: "agency" }),
        }),
        milestones: table({ number: { share: 1 }, day: { share: 3 } }, ({ call }) =>
          called.parse(call).milestones.map((day, index) => ({ number: index + 1, day: { day } })),
        ),
        ...texts("money"),
        grant: sheetOf("grant"),
        signatures: signatures(signature),
      },
    }),
    costs: paper({
      to: ["coordinator", "finance"],
      asOf: ({ records }) => records.findLast(({ step: made }) => made === milestone.id)?.at,
      parts: { milestone: sheetOf("milestone") },
    }),
  },
  words,
});

const line = (label: string, sumCents: number, source: string, text?: string) => ({
  label,
  ...(text === undefined ? {} : { text }),
  count: 1,
  unitCents: sumCents,
  sumCents,
  source,
});
const record = (kind: string, visit: number, at: string, data: unknown) => ({
  state: kind,
  visit,
  step: kind,
  outcome: "done",
  data,
  at,
});

const submittedAt = "2027-03-01T08:00:00.000Z";

/** A school that is granted 3 000 of the 4 000 EUR it asked for, and has signed; two milestones were accepted. */
export function grantedSchool(): LoadedCase {
  const file: CaseFile = {
    ref: "case#1",
    process: schoolInitiative.id,
    language: "lt",
    application: { school: "Žiežmarių gimnazija", head: "Rūta Ąžuolaitė" },
    submittedAt,
    answers: [
      {
        state: "agreement",
        visit: 4,
        part: "school",
        form: signature.id,
        outcome: "signed",
        values: { agreed: true, version: 1 },
        at: "2027-04-02T09:00:00.000Z",
        by: "applicant@example.lt",
      },
    ],
    records: [
      record(grant.id, 3, "2027-04-01T08:00:00.000Z", {
        grantCents: 300_000,
        advanceCents: 120_000,
        lines: [line("staff", 150_000, "budget"), line("equipment", 150_000, "budget", "3D spausdintuvas")],
      }),
      record(milestone.id, 6, "2027-09-01T08:00:00.000Z", {
        acceptedCents: 90_000,
        lines: [line("staff", 90_000, "evidence")],
      }),
      record(milestone.id, 8, "2028-02-01T08:00:00.000Z", {
        acceptedCents: 60_000,
        lines: [line("equipment", 60_000, "evidence")],
      }),
    ],
    interruptions: [],
    diary: [],
    call: {
      title: { lt: "Iniciatyvos 2027", en: "Initiatives 2027" },
      milestones: ["2027-08-31", "2028-01-31"],
      coFundingPercent: 15,
    },
    callId: "initiatives",
  };
  return {
    head: {
      pk: file.ref,
      sk: "head",
      process: schoolInitiative.id,
      callId: file.callId,
      language: "lt",
      submittedAt,
      application: { ...file.application },
      generation: 1,
      interruptions: [],
      interrupted: 0,
      heard: 0,
    },
    process: schoolInitiative,
    file,
    tasks: [],
    records: [],
    mails: [],
  };
}
