import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { choice, date, longText, number, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { formIn, formWith } from "../../../workflows/kernel/given.ts";
import { jsonSchemaOf, parseAnswer, saidSoFar } from "../../../workflows/kernel/parse.ts";

/** A school asks for a visit; its call says how many may come, when, and on what. */
const visit = defineForm({
  id: "visit",
  outcomes: ["asked"],
  fields: {
    code: text({ max: 20 }),
    strand: choice({ options: { from: "strands" } }),
    people: number({ min: 1, max: 60 }),
    day: date({}),
    why: longText({ max: 4000 }),
    guests: rows({ max: 10, optional: true, columns: { from: choice({ options: { from: "strands" } }) } }),
  },
  problems: ["busy"],
  given: ({ call, application }) => ({
    values: { people: 5 },
    limits: {
      code: { pattern: { matches: /^\d{9}$/, example: "190000001" } },
      people: { max: application.strand === "museum" ? 10 : Number(call.most) },
      day: { min: "2027-02-01", max: "2027-02-28" },
      why: { min: 20 },
    },
    lists: { strands: ["library", "museum"] },
    check: ({ day }) =>
      day === "2027-02-16" ? [{ field: "day", problem: "own.busy", with: { holiday: "16" } }] : [],
  }),
});

const fileWith = (application: CaseFile["application"] = {}): CaseFile => ({
  ref: "",
  process: "visits",
  language: "lt",
  application,
  submittedAt: "",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: { most: 12 },
  callId: "visits-2027",
});
const right = {
  code: "190000001",
  strand: "library",
  people: "12",
  day: "2027-02-10",
  why: "Norime pamatyti, kaip dirba biblioteka.",
};
const errorsOf = (said: object, file = fileWith()) => {
  const parsed = parseAnswer(formIn(visit, file), { ...right, ...said });
  return parsed.outcome === "invalid" ? parsed.errors : [];
};

describe("a form that knows its case", () => {
  it("takes what its call allows, read as any form reads it", () => {
    expect(parseAnswer(formIn(visit, fileWith()), { ...right, guests: [{ from: "museum" }] })).toMatchObject({
      outcome: "valid",
      value: { values: { people: 12, guests: [{ from: "museum" }] } },
    });
  });

  it.each([
    ["a number", { people: 13 }, { field: "people", problem: "tooLarge", limit: 12 }],
    ["the first day", { day: "2027-01-31" }, { field: "day", problem: "tooEarly", limit: "2027-02-01" }],
    ["the last day", { day: "2027-03-01" }, { field: "day", problem: "tooLate", limit: "2027-02-28" }],
    ["the characters", { why: "Reikia." }, { field: "why", problem: "tooShort", limit: 20 }],
    [
      "the way of writing",
      { code: "19000" },
      { field: "code", problem: "unlikeExample", limit: "190000001" },
    ],
    ["an option", { strand: "zoo" }, { field: "strand", problem: "unknownOption" }],
    [
      "an option of a column",
      { guests: [{ from: "zoo" }] },
      { field: "guests", problem: "unknownOption", at: { row: 1, column: "from" } },
    ],
    ["a rule", { day: "2027-02-16" }, { field: "day", problem: "own.busy", with: { holiday: "16" } }],
  ])("says at the field that %s is not what the case allows", (_what, said, error) => {
    expect(errorsOf(said)).toEqual([error]);
  });

  it("may let one answer decide what is asked of another", () => {
    const said = saidSoFar(formIn(visit, fileWith()), { strand: "museum", people: "many" });
    expect(said).toEqual({ strand: "museum" });
    expect(errorsOf({ strand: "museum" }, fileWith(said))).toEqual([
      { field: "people", problem: "tooLarge", limit: 10 },
    ]);
  });

  it("holds its own bounds where the case sets wider ones", () => {
    const wide = formWith(visit, { limits: { people: { max: 100 } }, lists: { strands: ["library"] } });
    expect(parseAnswer(wide, { ...right, people: 61 })).toMatchObject({
      errors: [{ field: "people", problem: "tooLarge", limit: 60 }],
    });
  });

  it("has in it what was applied with where it asks for that anew, and nothing else of the application", () => {
    const anew = defineForm({
      id: "again",
      outcomes: ["amended"],
      asksAnew: true,
      fields: { why: text({ max: 90 }) },
    });
    const file = fileWith({ why: "Norime pamatyti.", email: "ona@mokykla.example" });
    expect(formIn(anew, file).values).toEqual({ why: "Norime pamatyti." });
    expect(formIn(anew, fileWith()).values).toEqual({});
  });

  it("is told to programs as it is told to people", () => {
    expect(jsonSchemaOf(formIn(visit, fileWith()))).toMatchObject({
      properties: {
        code: { pattern: "^\\d{9}$", examples: ["190000001"], maxLength: 20 },
        strand: { enum: ["library", "museum"] },
        people: { minimum: 1, maximum: 12, default: 5 },
        day: { formatMinimum: "2027-02-01", formatMaximum: "2027-02-28" },
        why: { minLength: 20, maxLength: 4000 },
        guests: { items: { properties: { from: { enum: ["library", "museum"] } } } },
      },
    });
  });

  it("counts what stands in it before only once somebody has sent it", () => {
    const { people: _people, ...rest } = right;
    expect(parseAnswer(formIn(visit, fileWith()), rest)).toMatchObject({
      errors: [{ field: "people", problem: "missing" }],
    });
  });

  it("is wrong where it bounds what it does not ask", () => {
    expect(() => formWith(visit, { limits: { colour: { max: 1 } } })).toThrow(
      "form visit: a limit is set for colour, which it does not ask",
    );
  });
});
