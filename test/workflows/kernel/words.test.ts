import { describe, expect, it } from "vitest";
import { findingsIn } from "../../../infra/local/words/part.ts";
import { paying } from "../../../workflows/blocks/payment.ts";
import { suspends } from "../../../workflows/blocks/series/series.ts";
import { blockWords } from "../../../workflows/blocks/words.ts";
import { type Book, readWords, type Words } from "../../../workflows/kernel/book.ts";
import { commonWords } from "../../../workflows/kernel/common-words.ts";
import type { Money } from "../../../workflows/kernel/money.ts";
import type { Definition } from "../../../workflows/kernel/process.ts";
import { end } from "../../../workflows/kernel/states.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";
import { processWith } from "./example.ts";

const bookOf = (own: Words): Book => {
  const read = async () => ({ default: own });
  return { lt: read, en: read };
};

/** What a process says in English, with these words of its own. */
const saidBy = (process: Definition, own: Words = {}) =>
  readWords([bookOf(own), blockWords, commonWords], needsOf(process), "en");

const done = { done: end("done") };
/** Support that is paid twice, by states that ask finance the same. */
const money: Money = {
  concerns: () => true,
  pays: {
    support: { payment: "support", cents: () => 0 },
    lastSupport: { payment: "support", cents: () => 0 },
    advance: { payment: "advance", cents: () => 0 },
  },
  worked: () => undefined,
  payee: () => ({ name: "Ona", iban: "" }),
  payer: () => undefined,
  budget: () => undefined,
  claim: { columns: [], row: () => [] },
};
const supporting: Definition = {
  ...processWith("advance", {
    ...paying("advance", "applicant", "support"),
    ...paying("support", "applicant", "lastSupport"),
    ...paying("lastSupport", "applicant", "done"),
    ...done,
  }),
  money,
};

describe("where a payment waits, to staff in few words", () => {
  it("is told as a payment, or by what kind of payment it is", async () => {
    expect(await saidBy(supporting)).toMatchObject({
      "stage.advance": "Payment of the advance",
      "stage.support": "Payment",
      "stage.supportAccount": "Waits for another bank account",
    });
    const own = { "pays.support.stage": "Payment of support" };
    expect(await saidBy(supporting, own)).toMatchObject({
      "stage.support": "Payment of support",
      "stage.lastSupport": "Payment of support",
    });
  });

  it("and each state may still say its own", async () => {
    const own = { "pays.support.stage": "Payment of support", "stage.lastSupport": "The last of it" };
    expect((await saidBy(supporting, own))["stage.lastSupport"]).toBe("The last of it");
  });
});

describe("names in lists", () => {
  const choosing: Definition = { ...processWith("done", done), lists: { roles: ["consultant", "mentor"] } };
  const found = async (own: Words) => {
    const { missing, unused } = await findingsIn({
      name: "example",
      needs: needsOf(choosing).filter(({ key }) => key.startsWith("list.")),
      books: [bookOf(own), commonWords],
    });
    return { missing, unused };
  };

  it("are needed where the process says so, and a missing one is told", async () => {
    expect(await found({ "list.roles.consultant": "Consultant" })).toEqual({
      missing: ["list.roles.mentor (lt)", "list.roles.mentor (en)"],
      unused: [],
    });
  });

  it("are unused where it does not", async () => {
    const own = { "list.roles.consultant": "A", "list.roles.mentor": "B", "list.roles.coach": "C" };
    expect(await found(own)).toEqual({ missing: [], unused: ["list.roles.coach"] });
  });
});

it("a party to a paper is called as its role, and a fact of a register as facts are anywhere", async () => {
  const process: Definition = {
    ...processWith("done", done),
    papers: {
      agreement: {
        to: ["applicant"],
        parts: { parties: { kind: "facts", rows: { principal: () => "Ona" } } },
        asOf: () => undefined,
      },
    },
    registers: { mentor: { states: [], facts: ["municipality"], rows: () => [] } },
  };
  expect(await saidBy(process)).toMatchObject({
    "agreement.parties.principal": "Principal",
    "registers.mentor.fact.municipality": "Municipality",
  });
  const own = { "agreement.parties.principal": "School, by its principal" };
  expect((await saidBy(process, own))["agreement.parties.principal"]).toBe("School, by its principal");
});

it("a process may have a word of its own called suspended beside the one that stops a series", async () => {
  const { form } = suspends("milestone");
  const word = { by: "coordinator", form, during: [], to: "done" };
  const process = processWith("done", done, { suspended: { ...word }, stopped: { ...word } });
  const said = await saidBy(process, {
    "interruption.suspended.text": "The licence is suspended.",
    "interruption.suspended.said": "Its licence was suspended.",
  });
  expect(said).toMatchObject({
    "interruption.suspended.text": "The licence is suspended.",
    "interruption.stopped.text":
      "Nothing is paid until you let it go on. If that has not happened in time, the work ends.",
    "interruption.stopped.said": "The work is suspended.",
  });
});
