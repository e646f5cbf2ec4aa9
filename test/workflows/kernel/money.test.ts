import { describe, expect, it } from "vitest";
import type { Answer, CaseFile, Recorded } from "../../../workflows/kernel/case-file.ts";
import { faultsOf } from "../../../workflows/kernel/check.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { postingsOf, sumsOf } from "../../../workflows/kernel/ledger.ts";
import { askedAt, askedIn, kindOfPayment, type Money, moneyEvents } from "../../../workflows/kernel/money.ts";
import { payment } from "../../../workflows/kernel/payment.ts";
import { ask, end } from "../../../workflows/kernel/states.ts";
import { processWith } from "./example.ts";

const nobody = { name: "", iban: "" };

/** A school gets a grant in parts, and its mentor a fee; what was paid too much comes back. */
const money: Money = {
  concerns: () => true,
  pays: {
    part: {
      payment: "part",
      number: ({ records }) => String(records.filter(({ step }) => step === "reported").length),
      cents: ({ records }) => 1000 * records.filter(({ step }) => step === "reported").length,
      purse: "school",
    },
    thanks: { payment: "thanks", cents: () => 500, purse: "mentor" },
  },
  recovers: { takingBack: { cents: () => 300, purse: "school" } },
  worked: ({ step }) =>
    step === "agreed"
      ? { kind: "granted", cents: 3000, purse: "school" }
      : step === "settled"
        ? { kind: "settled", cents: 2700, purse: "school" }
        : undefined,
  payee: (_, payment) => ({ name: payment === "thanks" ? "Mentorė" : "Mokykla", iban: "" }),
  payer: () => nobody,
  budget: () => undefined,
  claim: { columns: [], row: () => [] },
};

const at = (visit: number) => `2027-03-0${visit}T08:00:00.000Z`;
const record = (visit: number, step: string): Recorded => ({
  state: step,
  visit,
  step,
  outcome: "done",
  data: {},
  at: at(visit),
});
const answer = (visit: number, state: string, form: string, outcome: string): Answer => ({
  state,
  visit,
  form,
  outcome,
  values: {},
  at: at(visit),
  by: "finance@agency.example",
});
const file = (more: Partial<CaseFile>): CaseFile => ({
  ref: "case#1",
  process: "test",
  language: "lt",
  application: {},
  submittedAt: at(1),
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: {},
  callId: "call",
  ...more,
});

/** Two parts were paid, the first of them after the bank had returned it once, and the mentor. */
const road = file({
  records: [record(1, "agreed"), record(2, "reported"), record(5, "reported"), record(8, "settled")],
  answers: [
    answer(3, "part", "payment", "returned"),
    answer(4, "part", "payment", "paid"),
    answer(6, "part", "payment", "paid"),
    answer(7, "thanks", "payment", "paid"),
    answer(9, "takingBack", "recovery", "recovered"),
  ],
});

describe("payments by any name", () => {
  it("are numbered and worked out by how the case stood when they were asked for", () => {
    expect(askedAt(money, road, { state: "part", visit: 4 })).toEqual({ payment: "part-1", cents: 1000 });
    expect(askedAt(money, road, { state: "part", visit: 6 })).toEqual({ payment: "part-2", cents: 2000 });
    expect(askedIn(money, road, "thanks")).toEqual({ payment: "thanks", cents: 500 });
    expect(askedIn(money, road, "reporting")).toBeUndefined();
  });

  it("count once they are paid: what the bank returned never left", () => {
    const paid = moneyEvents(money, road).flatMap((event) =>
      event.kind === "paid" ? [[event.payment, event.cents, event.purse]] : [],
    );
    expect(paid).toEqual([
      ["part-1", 1000, "school"],
      ["part-2", 2000, "school"],
      ["thanks", 500, "mentor"],
    ]);
  });

  it("are set against what their own receiver was promised, and come back from whom they went to", () => {
    expect(sumsOf(postingsOf(money, road))).toEqual({
      granted: 3500,
      paid: { part: 3000, thanks: 500 },
      recovered: 300,
      toPay: 0,
      toRecover: 0,
      committed: 3200,
    });
  });

  it("are no more once the road has ended", () => {
    const entry = { ref: "case#1", state: "withdrawn", ended: true, submittedAt: at(1), endedAt: at(2) };
    const ended = file({ records: [record(1, "agreed")], entry });
    expect(sumsOf(postingsOf(money, ended))).toMatchObject({ granted: 3000, toPay: 0, committed: 0 });
  });

  it("have a kind, and of several of it each its own", () => {
    expect(kindOfPayment("term-2027-autumn")).toEqual({ kind: "term", number: "2027-autumn" });
    expect(kindOfPayment("fee")).toEqual({ kind: "fee", number: "" });
  });
});

describe("what the process says of its money fits its states", () => {
  const process = processWith("part", {
    part: ask("finance", payment, {
      within: days(5),
      on: { paid: "thanks", returned: "part", expired: "part" },
    }),
    thanks: ask("finance", payment, {
      within: days(5),
      on: { paid: "done", returned: "part", expired: "part" },
    }),
    done: end("done"),
  });

  it("each state that asks finance says what for, and each that says so asks", () => {
    expect(faultsOf({ ...process, money: { ...money, recovers: {} } })).toEqual([]);
    expect(faultsOf({ ...process, money })).toEqual(["money.recovers: takingBack does not ask for it"]);
    const { thanks, ...others } = money.pays;
    expect(faultsOf({ ...process, money: { ...money, pays: others, recovers: {} } })).toEqual([
      "thanks: money.pays does not say what it is",
    ]);
    expect(faultsOf(process)).toHaveLength(2);
  });

  it("a payment's number is not mistaken for a part of its name, nor for the second time that it is made", () => {
    const named = (kind: string) => ({ ...money.pays.thanks, payment: kind, cents: () => 1 });
    const pays = (kind: string) => ({ ...money, pays: { ...money.pays, thanks: named(kind) }, recovers: {} });
    expect(faultsOf({ ...process, money: pays("thank-you") })).toEqual(["money.pays: thank-you has a dash"]);
    expect(faultsOf({ ...process, money: pays("part") })).toEqual([
      "money.pays: part has a number in one state and none in another",
    ]);
  });
});
