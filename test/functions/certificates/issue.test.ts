import { beforeEach, describe, expect, it } from "vitest";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { foreignInternship } from "../../../workflows/foreign-internship/process.ts";
import { issueCertificate } from "../../../workflows/foreign-internship/rules.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { certified } from "../../../workflows/kernel/certificate.ts";
import type { DemoHouse } from "../demo-house.ts";
import { certifiedCase, issue, loadCertified } from "./certified-case.ts";

const words = messagesOf(await foreignInternship.words.lt(), "lt");

let house: DemoHouse;
let ref: string;
let file: CaseFile;

beforeEach(async () => {
  ({ house, ref } = await certifiedCase());
  const whole = (await loadCertified(house, ref)).file;
  file = { ...whole, records: whole.records.filter(({ step }) => step !== "certificate") };
});

const recorded = (step: string, data: unknown) => ({
  state: step,
  visit: 9,
  step,
  outcome: "done",
  data,
  at: "2027-02-25T08:00:00.000Z",
});

describe("what is certified", () => {
  it("is the days of the programme without those that the host says were missed", () => {
    expect(issueCertificate(file).certificate).toMatchObject({
      starts: "2027-05-03",
      ends: "2027-05-07",
      days: 4,
    });
    const full = file.answers.map((answer) =>
      answer.form === "attendance" ? { ...answer, outcome: "full", values: {} } : answer,
    );
    expect(issueCertificate({ ...file, answers: full }).certificate).toMatchObject({ days: 5 });
  });

  it("is no fewer than none, whatever the host says", () => {
    const answers = file.answers.map((answer) =>
      answer.form === "attendance" ? { ...answer, values: { daysMissed: 400 } } : answer,
    );
    expect(issueCertificate({ ...file, answers }).certificate).toMatchObject({ days: 0 });
  });

  it("is so many hours a day besides where the call certifies hours, and days alone where it does not", () => {
    const told = (call: CaseFile["call"]) => {
      const { days = 0, hours = 0 } = certified.parse(issueCertificate({ ...file, call }).certificate);
      return words.say("certificate.text", { days, hours });
    };
    expect(told(file.call)).toBe("dalyvavo stažuotėje užsienyje 4 dienas.");
    expect(told({ ...file.call, hoursPerDay: 8 })).toBe(
      "dalyvavo stažuotėje užsienyje 4 dienas (32 akademines valandas).",
    );
  });

  it("names whoever went, not whoever applied", () => {
    const went = {
      fullName: "Ona Onaitė",
      email: "ona@mokykla.example",
      iban: "LT121000011101001000",
      town: "Kėdainiai",
      municipality: "Kėdainių r.",
      keptCents: 0,
      owedCents: 0,
    };
    const replaced = { ...file, records: [...file.records, recorded("participant", went)] };
    expect(issueCertificate(replaced).certificate).toMatchObject({ holder: "Ona Onaitė" });
  });
});

describe("the register", () => {
  it("keeps one certificate however often the step is done", async () => {
    const first = house.table.all();
    house.at("2027-07-01T08:00:00.000Z");
    await issue(house, ref);
    expect(house.table.all()).toEqual(first);
  });

  it("is complete before the record says that the step is done: a step cut short in between is done again", async () => {
    await house.table.delete({ pk: ref, sk: "record#000024#certificate" });
    const before = await house.table.query(`certificate#${await numberIn(house)}`);
    house.at("2027-07-01T08:00:00.000Z");
    await issue(house, ref);
    const { certificate } = await loadCertified(house, ref);
    expect([certificate]).toEqual(before);
  });
});

const numberIn = async (from: DemoHouse): Promise<string> => {
  const found = from.table.all().find(({ sk }) => sk === "certificate");
  return String(found?.number);
};
