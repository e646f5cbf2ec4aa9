import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { call } from "../../../workflows/first-year/call.ts";
import { conclude } from "../../../workflows/first-year/novice.ts";
import { firstYear } from "../../../workflows/first-year/process.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { certified } from "../../../workflows/kernel/certificate.ts";

const staff = Object.fromEntries(
  ["coordinator", "agency", "finance", "leader"].map((role) => [
    role,
    { name: role, email: `${role}@agentura.example`, language: "lt" },
  ]),
);
const rules = {
  ...{ lastDay: "2028-12-31", days: 3, checkInDays: 30, minimumCheckIns: 0, maxPauseDays: 40 },
  ...{ extensionDays: 30, mentorWaitDays: 20, declareDays: 14, mentorCents: 60_000 },
  terms: [{ id: "2027-ruduo", from: "2027-09-01", to: "2027-12-31" }],
};

const readCall = (more: Readonly<Record<string, unknown>>) =>
  call.read({
    ...{ id: "stazuote", process: "first-year", staff, rules: { ...rules, ...more } },
    ...{ title: { lt: "Stažuotė", en: "First year" }, opens: "2027-08-02T09:00", closes: "2028-06-30T16:00" },
  });

/** A novice's road that has come to its end after three days with a mentor. */
async function passed(more: Readonly<Record<string, unknown>>): Promise<CaseFile> {
  const { data } = await readCall(more);
  return {
    ...{ ref: "case#1", process: "first-year", language: "lt", callId: "stazuote", call: data },
    application: {
      ...{ registers: "novice", fullName: "Ona Onaitė", email: "ona@mokykla.example", school: "Gimnazija" },
      ...{ municipality: "Molėtų r.", starts: "2027-09-01", position: "teacher" },
      ...{ principalName: "Vadovas", principalEmail: "vadovas@mokykla.example" },
    },
    submittedAt: "2027-08-20T08:00:00.000Z",
    ...{ answers: [], records: [], interruptions: [], diary: [] },
    entry: {
      ...{ ref: "case#1", state: "atWork", ended: true, submittedAt: "2027-08-20T08:00:00.000Z" },
      decision: {
        spans: [{ from: "2027-09-01", kind: "running", waited: 0 }],
        end: { status: "passed", on: "2027-09-03" },
      },
    },
  };
}

describe("whoever has finished the first year", () => {
  const lt = "baigė pedagoginę stažuotę: dirbo su mentoriumi 3 dienas";
  const en = "has completed the first year of teaching: 3 days with a mentor";

  it.each([
    ["lt", {}, `${lt}.`],
    ["en", {}, `${en}.`],
    ["lt", { certifiedHours: 80 }, `${lt} (80 akademinių valandų).`],
    ["lt", { certifiedHours: 41 }, `${lt} (41 akademinė valanda).`],
    ["en", { certifiedHours: 80 }, `${en} (80 academic hours).`],
  ] as const)(
    "is certified in %s with the hours that the call says, %o, or without",
    async (language, more, text) => {
      const words = messagesOf(await firstYear.words[language](), language);
      const { days = 0, hours = 0 } = certified.parse(conclude(await passed(more)).certificate);
      expect(words.say("certificate.text", { days, hours })).toBe(text);
    },
  );

  it.each([0, 1.5, 2001, "80"])("a call cannot certify %s hours", async (certifiedHours) => {
    await expect(readCall({ certifiedHours })).rejects.toThrow("certifiedHours");
  });
});
