import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { call } from "../../../workflows/creative-partnership/call.ts";
import { certify } from "../../../workflows/creative-partnership/money.ts";
import { creativePartnership } from "../../../workflows/creative-partnership/process.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { certified } from "../../../workflows/kernel/certificate.ts";

const staff = Object.fromEntries(
  ["coordinator", "agency", "finance"].map((role) => [
    role,
    { name: role, email: `${role}@agentura.example`, language: "lt" },
  ]),
);
const assessors = ["pirma", "antra"].map((name) => ({ name, email: `${name}@ekspertai.example` }));
const title = { lt: "Kūrybinės partnerystės", en: "Creative partnerships" };
const rules = {
  ...{ fields: [{ field: "teatras" }], choices: 2, sessionCents: 12_000, materialsCents: 500, acceptDays: 3 },
  ...{ firstSession: "2027-03-08", feedbackDays: 7, feedbackMinimum: 5, resultDays: 14, assessors },
};

/** A school's road on which two of three sessions were held. */
async function heldTwoOfThree(more: Readonly<Record<string, unknown>>): Promise<CaseFile> {
  const { data } = await call.read({
    ...{ id: "partnerystes", process: "creative-partnership", title, staff, rules: { ...rules, ...more } },
    ...{ opens: "2027-01-11T09:00", closes: "2027-02-12T16:00" },
  });
  const at = "2027-03-08T08:00:00.000Z";
  const days = ["2027-03-08", "2027-03-15", "2027-03-22"].map((on) => ({ on }));
  const said = { at, by: "" };
  return {
    ...{ ref: "case#1", process: "creative-partnership", language: "lt", callId: "partnerystes" },
    application: {
      kind: "wishes",
      fullName: "Ona Onaitė",
      email: "ona@mokykla.example",
      school: "Gimnazija",
    },
    submittedAt: "2027-02-01T08:00:00.000Z",
    answers: [
      { ...said, state: "plan", visit: 2, form: "plan", outcome: "submitted", values: { days } },
      ...["held", "missed", "held"].map((outcome, index) => ({
        ...{
          ...said,
          state: "sessionConfirmation",
          visit: 11 + index * 10,
          form: "sessionConfirmation",
          outcome,
        },
        values: {},
      })),
    ],
    records: days.map((_day, index) => ({
      ...{ state: "sessions", visit: 10 + index * 10, step: "duty", outcome: "due", data: {}, at },
    })),
    ...{ interruptions: [], diary: [], call: data },
  };
}

const words = messagesOf(await creativePartnership.words.lt(), "lt");

describe("whoever led a partnership at a school", () => {
  it.each([
    [{}, "dalyvavo kūrybinėje partnerystėje: kartu su kūrėju rengė užsiėmimus mokiniams."],
    [
      { sessionHours: 2 },
      "dalyvavo kūrybinėje partnerystėje: kartu su kūrėju rengė užsiėmimus mokiniams (4 akademinės valandos).",
    ],
  ])(
    "is certified by the hours of sessions that were held where the call %o says them",
    async (more, text) => {
      const { hours = 0 } = certified.parse(certify(await heldTwoOfThree(more)).certificate);
      expect(words.say("certificate.text", { days: 0, hours })).toBe(text);
    },
  );
});
