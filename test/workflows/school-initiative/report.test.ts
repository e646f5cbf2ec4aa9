import { describe, expect, it } from "vitest";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { progress } from "../../../workflows/school-initiative/forms.ts";
import { caseOf } from "./case.ts";

const form = formIn(progress, caseOf());

/** As a spreadsheet puts cells on the clipboard: tabs between them, a line a row. */
const row = (number: number, cents = "12,50") =>
  ["staff", cents, "2027-09-15", `SF-${number}`, `Išlaida ${number}`].join("\t");
const pasted = (rows: readonly string[]) =>
  parseAnswer(form, { done: "Viskas.", costs: rows.join("\r\n"), coSpentCents: "100" });

describe("a report with 200 rows of costs, pasted from a spreadsheet", () => {
  const rows = Array.from({ length: 200 }, (_, index) => row(index + 1));

  it("is read row by row", () => {
    const read = pasted(rows);
    expect(read).toMatchObject({ outcome: "valid" });
    if (read.outcome !== "valid") return;
    const { costs = [] } = read.value.values;
    expect(costs).toHaveLength(200);
    expect(costs[199]).toEqual({
      category: "staff",
      cents: 1250,
      paidOn: "2027-09-15",
      document: "SF-200",
      what: "Išlaida 200",
    });
  });

  it("tells of each fault in which row and column it is", () => {
    const wrong = rows
      .with(6, row(7, "daug"))
      .with(119, row(120).replace("staff", "alga"))
      .with(199, "staff\t1");
    const read = pasted(wrong);
    if (read.outcome === "valid") throw new Error("it was taken");
    expect(read.errors.map(({ at, problem }) => [at?.row, at?.column, problem])).toEqual([
      [7, "cents", expect.any(String)],
      [120, "category", "unknownOption"],
      [200, "paidOn", "missing"],
      [200, "document", "missing"],
      [200, "what", "missing"],
    ]);
  });
});
