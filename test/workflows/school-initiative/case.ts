import type { CaseFile, Recorded } from "../../../workflows/kernel/case-file.ts";
import { call } from "../../../workflows/school-initiative/call.ts";
import example from "../../../workflows/school-initiative/example.json" with { type: "json" };

const person = (email: string) => ({ name: "Darbuotoja", email, language: "lt" as const });
const { data } = await call.read({
  ...example.call,
  schools: undefined,
  staff: {
    coordinator: person("k@agentura.example"),
    commission: person("c@agentura.example"),
    agency: person("a@agentura.example"),
    finance: person("f@agentura.example"),
  },
  reviewers: [1, 2, 3].map((n) => person(`e${n}@ekspertai.example`)),
});

/** A school that asked for 10 000 euros, as far as its road has come. */
export const caseOf = (records: readonly Recorded[] = [], more: Partial<CaseFile> = {}): CaseFile => ({
  ref: "case#1",
  process: "school-initiative",
  language: "lt",
  application: {
    fullName: "Rima Gailienė",
    email: "rima@gimnazija.example",
    school: "Anykščių gimnazija",
    founderName: "Savivaldybė",
    founderEmail: "s@savivaldybe.example",
    strand: "science",
    lines: [
      { category: "staff", cents: 600_000 },
      { category: "equipment", cents: 400_000 },
    ],
    coCents: 200_000,
    iban: "LT121000011101001000",
  },
  submittedAt: "2027-01-20T08:00:00.000Z",
  answers: [],
  records,
  interruptions: [],
  diary: [],
  call: data,
  callId: "example",
  ...more,
});
