import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { jsonSchemaOf, parseAnswer, rowsSoFar, saidSoFar } from "../../../workflows/kernel/parse.ts";
import { beyondSums, sumsOf } from "../../../workflows/kernel/sums.ts";
import { call, initiative } from "./school-budget.ts";

const fileWith = (application: CaseFile["application"]): CaseFile => ({
  ref: "",
  process: "school-initiative",
  language: "lt",
  application,
  submittedAt: "",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call,
  callId: "iniciatyvos-2027",
});
const asked = (said: unknown) =>
  formIn(initiative, fileWith(saidSoFar(formIn(initiative, fileWith({})), said)));
const read = (said: object) => parseAnswer(asked(said), said);
const errorsOf = (said: object) => {
  const parsed = read(said);
  return parsed.outcome === "invalid" ? parsed.errors : [];
};

const right = { strand: "parents", lines: "staff; Vadovas; 700\nequipment; Knygos; 300,00", own: "200" };

describe("a budget in lines", () => {
  it("is read in cents, whether people write euros or a program says cents", () => {
    const lines = [
      { category: "staff", what: "Vadovas", cents: 70_000 },
      { category: "equipment", what: "Knygos", cents: 30_000 },
    ];
    const values = { strand: "parents", lines, own: 20_000 };
    expect(read(right)).toEqual({ outcome: "valid", value: { outcome: "submitted", values } });
    expect(read(values)).toEqual({ outcome: "valid", value: { outcome: "submitted", values } });
  });

  it.each([
    ["1200", 120_000],
    ["1 200,5", 120_050],
    ["1200.05 €", 120_005],
    ["300,29 Eur", 30_029],
  ])("reads %s as %d cents", (own, cents) => {
    const parsed = read({ ...right, own });
    expect(parsed.outcome === "valid" && parsed.value.values.own).toBe(cents);
  });

  it.each(["-5", "12,345", "daug", "1e3"])("does not take %s for an amount", (own) => {
    expect(errorsOf({ ...right, own })).toEqual([{ field: "own", problem: "wrongType" }]);
  });
});

describe("a budget is refused, in this order", () => {
  it("that asks for more than its strand has", () => {
    const lines = "staff; Vadovas; 2000,01";
    expect(errorsOf({ ...right, strand: "library", lines, own: "1000" })).toEqual([
      { field: "lines", problem: "sumTooLarge", limit: 200_000 },
    ]);
  });

  it("in which a category is above its ceiling, categories by name; exactly at it is right", () => {
    const lines = "events; Renginys; 510\nstaff; Vadovas; 180\nequipment; Knygos; 310";
    expect(errorsOf({ ...right, lines })).toEqual([
      { field: "lines", problem: "shareTooLarge", limit: 30, with: { group: "equipment" } },
      { field: "lines", problem: "shareTooLarge", limit: 50, with: { group: "events" } },
    ]);
    expect(errorsOf({ ...right, lines: "staff; Vadovas; 700\nequipment; Knygos; 300" })).toEqual([]);
    expect(errorsOf({ ...right, lines: "staff; Vadovas; 700\nequipment; Knygos; 300,01" })).toHaveLength(1);
  });

  it("categories by Unicode code point, which is not the order of a computer's units", () => {
    const field = { ...asked({}).fields.lines, limit: { shares: { "\u{1D49C}": 0, "\uFF21": 0 } } };
    const rows = Object.keys(field.limit.shares).map((category) => ({ category, cents: 1 }));
    const groups = beyondSums("lines", field, rows).map((fault) => fault.with?.group);
    expect(groups).toEqual(["\uFF21", "\u{1D49C}"]);
  });

  it("that brings too little of its own", () => {
    expect(errorsOf({ ...right, own: "111,11" })).toEqual([
      { field: "own", problem: "own.coFunding", with: { percent: 10 } },
    ]);
    expect(errorsOf({ ...right, own: "111,12" })).toEqual([]);
  });

  it("whose lines are wrong, each at its row and column", () => {
    expect(
      errorsOf({ ...right, lines: "staff; Vadovas; 700\ntravel; Autobusas; 1\nevents; Salė; daug" }),
    ).toEqual([
      { field: "lines", problem: "unknownOption", at: { row: 2, column: "category" } },
      { field: "lines", problem: "wrongType", at: { row: 3, column: "cents" } },
    ]);
  });
});

it("what is filled in so far is summed, and what is wrong left out", () => {
  const field = asked({}).fields.lines;
  const rows = rowsSoFar(field, "staff; Vadovas; 700\nequipment; Knygos; 299,99\nevents; Salė; daug\nstaff");
  expect(sumsOf(field, rows)).toEqual({
    columns: [{ column: "cents", cents: 99_999 }],
    groups: [
      { group: "staff", cents: 70_000, perMille: 700 },
      { group: "equipment", cents: 29_999, perMille: 299 },
      { group: "events", cents: 0, perMille: 0 },
    ],
  });
});

it("groups come to the whole, whatever the rows", () => {
  const field = asked({}).fields.lines;
  const row = fc.record({
    category: fc.constantFrom("staff", "equipment", "events"),
    what: fc.constant("x"),
    cents: fc.nat(1_000_000),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
      const { columns, groups } = sumsOf(field, rows) ?? { columns: [], groups: [] };
      const whole = rows.reduce((sum, { cents }) => sum + cents, 0);
      expect(columns).toEqual([{ column: "cents", cents: whole }]);
      expect(groups.reduce((sum, { cents }) => sum + cents, 0)).toBe(whole);
      expect(groups.reduce((sum, { perMille }) => sum + perMille, 0)).toBeLessThanOrEqual(1000);
    }),
  );
});

it("programs are told that amounts are whole cents", () => {
  expect(jsonSchemaOf(asked({}))).toMatchObject({
    properties: {
      own: { type: "integer", minimum: 0, description: "EUR cents" },
      lines: { items: { properties: { cents: { type: "integer", description: "EUR cents" } } } },
    },
  });
});
