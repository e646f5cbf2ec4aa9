import { describe, expect, it } from "vitest";
import { email, file, money, number, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, wordsOf } from "../../../workflows/kernel/form.ts";
import { jsonSchemaOf, parseAnswer } from "../../../workflows/kernel/parse.ts";

const columns = { name: text({ max: 20 }), email: email({}), groups: number({ max: 9, optional: true }) };
const formOf = (written: "rows" | "lines", more: { min?: number; optional?: boolean } = {}) =>
  defineForm({
    id: "people",
    outcomes: ["said"],
    fields: { who: rows({ columns, max: 3, written, ...more }) },
  });
const ana = { name: "Ana", email: "ana@mokykla.example", groups: "2" };
const read = (who: unknown, written: "rows" | "lines" = "rows", more = {}) => {
  const parsed = parseAnswer(formOf(written, more), { who });
  return parsed.outcome === "valid" ? parsed.value.values.who : parsed.errors;
};

describe("rows", () => {
  it("are read each by its columns, and empty ones are left out", () => {
    const empty = { name: "", email: "", groups: "" };
    expect(read([ana, empty])).toEqual([{ name: "Ana", email: "ana@mokykla.example", groups: 2 }]);
  });

  it("are wrong in the row and the column in which they are wrong", () => {
    expect(read([ana, { ...ana, email: "ana@", groups: "10" }])).toEqual([
      { field: "who", problem: "notEmail", at: { row: 2, column: "email" } },
      { field: "who", problem: "tooLarge", limit: 9, at: { row: 2, column: "groups" } },
    ]);
  });

  it("are told one by one for ten faults, and by their number for the others", () => {
    const form = defineForm({
      id: "people",
      outcomes: ["said"],
      fields: { who: rows({ columns, max: 20 }) },
    });
    const wrong = parseAnswer(form, { who: Array.from({ length: 13 }, () => ({ ...ana, groups: "10" })) });
    const errors = wrong.outcome === "invalid" ? wrong.errors : [];
    expect(errors).toHaveLength(11);
    expect(errors.at(-1)).toEqual({ field: "who", problem: "moreFaults", limit: 3 });
  });

  it.each([
    ["nothing", undefined, [{ field: "who", problem: "missing" }]],
    ["too many", [ana, ana, ana, ana], [{ field: "who", problem: "tooManyRows", limit: 3 }]],
    ["a number", 7, [{ field: "who", problem: "wrongType" }]],
    ["a row that is none", ["Ana"], [{ field: "who", problem: "wrongType", at: { row: 1 } }]],
    [
      "an answer that nobody asked for",
      [{ ...ana, isAdmin: true }],
      [{ field: "who", problem: "unknownField", at: { row: 1, column: "isAdmin" } }],
    ],
  ])("tell what is wrong with %s", (_, who, errors) => {
    expect(read(who)).toEqual(errors);
  });

  it("are as many as there must be, and may be none only where they are optional", () => {
    expect(read([ana], "rows", { min: 2 })).toEqual([{ field: "who", problem: "tooFewRows", limit: 2 }]);
    expect(read([], "rows", { optional: true })).toBeUndefined();
  });

  it("name the words of their columns, and what a row is called where each has inputs", () => {
    const labels = [
      "people.who.label",
      "people.who.name.label",
      "people.who.email.label",
      "people.who.groups.label",
    ];
    expect(wordsOf(formOf("lines"))).toEqual(["people.title", "people.submit", ...labels]);
    expect(wordsOf(formOf("rows"))).toEqual(["people.title", "people.submit", ...labels, "people.who.row"]);
  });

  it("stand in the JSON Schema as a list of objects", () => {
    expect(jsonSchemaOf(formOf("rows"))).toMatchObject({
      properties: { who: { type: "array", maxItems: 3, items: { required: ["name", "email"] } } },
    });
  });
});

describe("rows written as lines", () => {
  it("take semicolons as people type them and tabs as a spreadsheet pastes them", () => {
    const both = "Ana; ana@mokykla.example ;2\r\n\r\nBeata\tbeata@mokykla.example\t";
    expect(read(both, "lines")).toEqual([
      { name: "Ana", email: "ana@mokykla.example", groups: 2 },
      { name: "Beata", email: "beata@mokykla.example" },
    ]);
  });

  it("say which line is wrong, counted as the person sees them", () => {
    expect(read("Ana; ana@mokykla.example\n\nBeata\nC; c@c.lt; 1; more", "lines")).toEqual([
      { field: "who", problem: "missing", at: { row: 3, column: "email" } },
      { field: "who", problem: "tooManyParts", at: { row: 4 } },
    ]);
  });

  it("say that commas stand where semicolons belong, and let commas be where people write them", () => {
    const commas = "Ana,ana@mokykla.example,2\nBeata,beata@mokykla.example";
    expect(read(commas, "lines")).toEqual([{ field: "who", problem: "wrongSeparator" }]);
    expect(read("Ana, Beata; ana@mokykla.example", "lines")).toEqual([
      { name: "Ana, Beata", email: "ana@mokykla.example" },
    ]);
  });

  it("do not tell of thousands of wrong lines one by one", () => {
    const wrong = Array.from({ length: 50 }, () => "?");
    expect(read(wrong.join("\n"), "lines")).toEqual([{ field: "who", problem: "tooManyRows", limit: 3 }]);
  });
});

describe("rows with a file each", () => {
  const evidence = file({ types: ["pdf"], maxBytes: 1_000_000 });
  const columns = { what: text({ max: 20 }), cents: money({}), evidence };
  const report = defineForm({
    id: "report",
    outcomes: ["sent"],
    fields: { costs: rows({ columns, max: 9 }) },
  });
  const readCosts = (costs: unknown) => {
    const parsed = parseAnswer(report, { costs });
    return parsed.outcome === "valid" ? parsed.value.values.costs : parsed.errors;
  };
  const id = "a".repeat(24);

  it("hold the file's name in the row, and say in which row it is missing", () => {
    const row = { what: "Bilietai", cents: "120,50" };
    expect(readCosts([{ ...row, evidence: id }])).toEqual([
      { what: "Bilietai", cents: 12_050, evidence: id },
    ]);
    expect(readCosts([{ ...row, evidence: id }, row])).toEqual([
      { field: "costs", problem: "missing", at: { row: 2, column: "evidence" } },
    ]);
  });

  it("are no lines of a text: nobody types which file it is", () => {
    expect(readCosts(`Bilietai; 120; ${id}`)).toEqual([{ field: "costs", problem: "wrongType" }]);
    expect(() => rows({ columns, max: 9, written: "lines" })).toThrow("evidence");
  });
});
