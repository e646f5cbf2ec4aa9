import { inWords, written } from "../blocks/rehearsal/people.ts";
import { plainRehearsal } from "../blocks/rehearsal/plain.ts";
import { oneOf } from "../kernel/rehearsal-cells.ts";

const person = (applicant: string, email: string, language: string, approval: string) => ({
  applicant,
  email,
  position: "specialist",
  school: "Molėtų gimnazija",
  municipality: "Molėtų rajono savivaldybė",
  town: "Molėtai",
  submitted_at: "2027-02-10T10:00",
  language,
  approval,
});

const items = [
  { id: "safe", lt: "Mokykloje jaučiuosi saugiai", en: "I feel safe at school", from: 1, to: 4, agree: 3 },
  { id: "heard", lt: "Mane išklauso", en: "I am heard", from: 1, to: 4, agree: 3 },
];

/** A call for instruments: a line each who drafts one, whether its language is returned once, and what the commission decides. */
export const rehearsal = plainRehearsal({
  columns: { language: oneOf("pass", "return"), approval: oneOf("approve", "refuse") },
  roles: ["commission"],
  applies: () => ({ instrument: "savijauta", version: 1, purpose: inWords, items, truthful: true }),
  answers: {
    languageCheck: ({ cells }, { file }) =>
      cells.language === "return" && !file.answers.some(({ form }) => form === "redraft")
        ? { outcome: "returned", reasons: written.returned }
        : { outcome: "passed" },
    redraft: () => ({ items }),
    pilot: () => ({ campaign: "bandomoji", alpha: 0.82, complete: 120, blankPercent: 3 }),
    approval: ({ cells }) =>
      cells.approval === "approve"
        ? { outcome: "approved", minutes: "2027-05-12, Nr. 4" }
        : { outcome: "refused", minutes: "2027-05-12, Nr. 4", reasons: written.refused },
  },
  example: {
    call: {
      id: "example",
      process: "assessment-instrument",
      title: { lt: "Vertinimo priemonės", en: "Assessment instruments" },
      opens: "2027-02-01T09:00",
      closes: "2027-02-28T23:59:59",
      rules: {},
    },
    people: [
      person("Ona Onaitė", "ona@mokykla.example", "return", "approve"),
      person("Jonas Jonaitis", "jonas@mokykla.example", "pass", "refuse"),
    ],
  },
});
