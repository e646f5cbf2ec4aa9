import { describe, expect, it } from "vitest";
import { workbookOf } from "../../../functions/documents/workbook.ts";
import { readTable, readText } from "../../../functions/people/table-read.ts";

const cellsOf = (text: string) => {
  const table = readText(text);
  return table.outcome === "read" ? table.rows.map(({ line, cells }) => [line, ...cells]) : table;
};

describe("a table as spreadsheets write or copy it", () => {
  it.each([
    ["tabs", "Ona\tona@a.example"],
    ["semicolons", "Ona;ona@a.example"],
    ["commas", "Ona,ona@a.example"],
    ["quotes", '"Ona";"ona@a.example"'],
    ["a mark of its encoding", "\uFEFFOna;ona@a.example"],
  ])("is read with %s", (_what, text) => {
    expect(readTable(Buffer.from(text))).toEqual({
      outcome: "read",
      rows: [{ line: 1, cells: ["Ona", "ona@a.example"] }],
    });
  });

  it("keeps separators, quotation marks and lines in quotes, and numbers lines as the file does", () => {
    expect(cellsOf('a;"b;\n""c"""\n\n ; \nd;e')).toEqual([
      [1, "a", 'b;\n"c"'],
      [5, "d", "e"],
    ]);
  });

  it("says in which line a quotation mark was left open", () => {
    expect(readText('a;b\nc;"d')).toEqual({ outcome: "openQuote", line: 2 });
  });

  it("is read in the encoding of older spreadsheets", () => {
    const bytes = Uint8Array.from([0xde, 0x79, 0x64, 0xeb, 0x3b, 0x61]);
    expect(readTable(bytes)).toMatchObject({
      rows: [{ cells: ["Žydė", "a"] }],
    });
  });

  it("is read from a workbook, row by row, with what stands in which column", async () => {
    const book = await workbookOf(
      "Ekspertai",
      ["vardas", "el. paštas", "riba"],
      [
        ["Ona & „Jonas“ <x>", "ona@a.example", 3],
        ["", "", ""],
        ["Petras", "", 0],
      ],
    );
    expect(readTable(book)).toEqual({
      outcome: "read",
      rows: [
        { line: 1, cells: ["vardas", "el. paštas", "riba"] },
        { line: 2, cells: ["Ona & „Jonas“ <x>", "ona@a.example", "3"] },
        { line: 4, cells: ["Petras", "", "0"] },
      ],
    });
  });

  it("is not read when it is no workbook, or too large", () => {
    expect(readTable(Uint8Array.from([0x50, 0x4b, 3, 4, 5]))).toEqual({ outcome: "unreadable" });
    expect(readTable(new Uint8Array(1_000_001))).toEqual({ outcome: "tooLarge" });
  });
});
