import { beforeEach, describe, expect, it } from "vitest";
import { issueCertificate } from "../../../workflows/foreign-internship/rules.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { DemoHouse } from "../demo-house.ts";
import { certifiedCase, issue, loadCertified } from "./certified-case.ts";

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
