import { expect, it } from "vitest";
import { date, email, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const form = defineForm({
  id: "plan",
  outcomes: ["submitted"],
  fields: {
    terms: rows({
      ...{ max: 9, written: "lines", once: "id", spans: ["from", "to"] },
      columns: { id: text({ max: 9 }), from: date({}), to: date({}) },
    }),
    people: rows({ ...{ max: 9, optional: true, once: "address" }, columns: { address: email({}) } }),
  },
});
const errorsOf = (terms: string, people: readonly string[] = []) => {
  const parsed = parseAnswer(form, { terms, people: people.map((address) => ({ address })) });
  return parsed.outcome === "invalid" ? parsed.errors : [];
};

it("rows that say again what one before them says, and those that end before they begin, are told by the line as it was typed", () => {
  expect(errorsOf("a;2027-09-01;2027-09-01\nb;2027-10-01;2027-12-31")).toEqual([]);
  expect(errorsOf("a;2027-09-01;2027-09-30\n\na;2027-12-01;2027-11-30")).toEqual([
    { field: "terms", problem: "repeated", at: { row: 3, column: "id" } },
    { field: "terms", problem: "outOfOrder", at: { row: 3, column: "to" } },
  ]);
});

it("an address is the same however its letters are written", () => {
  expect(errorsOf("a;2027-09-01;2027-09-30", ["ona@m.example", "ONA@m.example"])).toEqual([
    { field: "people", problem: "repeated", at: { row: 2, column: "address" } },
  ]);
});
