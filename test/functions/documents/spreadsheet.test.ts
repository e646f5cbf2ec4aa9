import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moreRows, spreadsheetOf } from "../../../functions/documents/spreadsheet.ts";

const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: "\r\n" });

describe("a table as text for spreadsheets", () => {
  it.each(["Jonas\nJonaitis", "Jonas\rJonaitis", "Jonas\r\nJonaitis", "\n", 'a;"b",\n'])(
    "has the line breaks of %j in quotes, so that the row stays whole",
    (cell) => {
      const text = spreadsheetOf(["a", "b"], [[cell, "x"]]);
      expect(text.replace(/"(?:[^"]|"")*"/g, "")).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
    },
  );

  it.each([
    ["=1+1", "'=1+1"],
    ["+370 612 34567", "'+370 612 34567"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["＝1+1", "'＝1+1"],
    ["-12.50", "-12.50"],
    ["-12,50", "-12,50"],
    ["Ona", "Ona"],
  ])("writes %j as %j", (cell, written) => {
    expect(read(spreadsheetOf(["a", "b"], [[cell, "x"]]))).toEqual([
      ["a", "b"],
      [written, "x"],
    ]);
  });

  it("leaves numbers numbers", () => {
    expect(moreRows([[-5, 7.25, 0]])).toBe("-5,7.25,0\r\n");
  });

  it("gives back what was written, whatever people are called", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const back = read(spreadsheetOf(["a", "b"], rows));
        const plain = (said: string): string => said.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "");
        expect(back.slice(1).map((row) => row.map(plain))).toEqual(rows.map((row) => row.map(plain)));
      }),
    );
  });
});
