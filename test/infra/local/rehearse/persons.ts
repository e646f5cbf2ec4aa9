import { parse } from "csv-parse/sync";
import * as z from "zod";
import { type CallFile, callFile } from "../../../../workflows/foreign-internship/call.ts";
import { columnsFor, type PersonCells } from "../../../../workflows/foreign-internship/rehearsal.ts";
import { filled, rehearsalCall } from "../../../../workflows/foreign-internship/rehearsal-call.ts";
import { cellsOf } from "../../../../workflows/kernel/rehearsal-cells.ts";

/** A call and its people as their process knows them, for whoever foretells what must become of them. */

export const callOf = (text: string): CallFile =>
  callFile.parse(filled(rehearsalCall.parse(JSON.parse(text))));

const records = z.array(z.object({ record: z.record(z.string(), z.string()) }));

/** Somebody as a file has them. */
export interface Person {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly municipality: string;
  readonly town: string;
  readonly rural: boolean;
  /** One or two, the most wanted first. */
  readonly countries: readonly string[];
  readonly travelledBefore: boolean;
  readonly submittedAt: string;
  readonly principal: PersonCells["principal"];
  readonly screening: PersonCells["screening"];
  /** Points from 0 to 100 of the first, second and third review. */
  readonly scores: readonly (number | undefined)[];
  readonly offer: PersonCells["offer"];
  readonly green: boolean | undefined;
  readonly attendance: PersonCells["attendance"];
  readonly daysMissed: number | undefined;
  readonly report: PersonCells["report"];
}

const personOf = (cells: PersonCells, line: number): Person => ({
  ...cells,
  line,
  name: cells.applicant,
  travelledBefore: cells.travelled_before,
  submittedAt: cells.submitted_at,
  scores: [cells.score_1, cells.score_2, cells.score_3],
  daysMissed: cells.days_missed,
});

/** The people of a file that was read without a fault; on one line each. */
export function personsOf(text: string, call: CallFile): readonly Person[] {
  const read = records.parse(parse(text, { columns: true, bom: true, info: true }));
  return read.flatMap(({ record }, index) => {
    const line = { line: index + 2, cell: (column: string) => (record[column] ?? "").trim() };
    const cells = cellsOf(columnsFor(call), line, []);
    return cells ? [personOf(cells, line.line)] : [];
  });
}
