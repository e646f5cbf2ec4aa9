import { parse } from "csv-parse/sync";
import * as z from "zod";
import { type CallFile, callFile } from "../../../../workflows/foreign-internship/call.ts";
import { filled, rehearsalCall } from "../../../../workflows/foreign-internship/rehearsal/call.ts";
import {
  columnsFor,
  type Person,
  personOf,
} from "../../../../workflows/foreign-internship/rehearsal/people.ts";
import { cellsOf } from "../../../../workflows/kernel/rehearsal-cells.ts";

/** A call and its people as their process knows them, for whoever foretells what must become of them. */

export const callOf = (text: string): CallFile =>
  callFile.parse(filled(rehearsalCall.parse(JSON.parse(text))));

const records = z.array(z.object({ record: z.record(z.string(), z.string()) }));

/** The people of a file that was read without a fault; on one line each. */
export function personsOf(text: string, call: CallFile): readonly Person[] {
  const read = records.parse(parse(text, { columns: true, bom: true, info: true }));
  return read.flatMap(({ record }, index) => {
    const line = { line: index + 2, cell: (column: string) => (record[column] ?? "").trim() };
    const cells = cellsOf(columnsFor(call), line, []);
    return cells ? [personOf(cells, line.line)] : [];
  });
}
