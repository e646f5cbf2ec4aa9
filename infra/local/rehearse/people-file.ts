import { readFileSync } from "node:fs";
import type { Cast, RehearsedCall } from "../../../workflows/kernel/rehearsal.ts";
import { type CsvRecord, readCsv } from "./csv.ts";
import { faulty, type Reading } from "./reading.ts";

/** No screen holds more, and who mends these sees the next. */
const mostFaults = 20;

/** Reads a file of people for a call. A fault names line (the header is line 1), column and what is expected. */
export function readPeopleFile(path: string, call: RehearsedCall): Reading<Cast> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return faulty(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const read = readPeople(bytes, call);
  return read.outcome === "read" ? read : faulty(...read.faults.map((fault) => `${path}: ${fault}`));
}

/** Reads people in the order of the file, by the columns that the process says. Nothing is read when anything is wrong. */
export function readPeople(bytes: Uint8Array, call: RehearsedCall): Reading<Cast> {
  const columns = Object.entries(call.columns);
  const csv = readCsv(bytes, {
    columns: columns.map(([name]) => name),
    mayBeMissing: columns.flatMap(([name, { mayBeMissing }]) => (mayBeMissing ? [name] : [])),
  });
  if (csv.outcome === "faulty") return csv;
  const records = new Map(csv.value.map((record) => [record.line, trimmed(record)]));
  const read = call.people([...records.values()]);
  const faults =
    "faults" in read
      ? read.faults.map(({ line, column, expected }) => {
          const cell = records.get(line)?.cell(column) ?? "";
          const found = cell === "" ? "nothing" : `"${cell}"`;
          return `line ${line}, column ${column}: expected ${expected}, found ${found}`;
        })
      : [];
  if (records.size === 0) faults.push(`line 2: expected ${call.atLeast}, found nothing`);
  const more = faults.length - mostFaults;
  if ("rows" in read && faults.length === 0) return { outcome: "read", value: read };
  return faulty(...faults.slice(0, mostFaults), ...(more > 0 ? [`and ${more} more like these`] : []));
}

const trimmed = ({ line, cell }: CsvRecord): CsvRecord => ({
  line,
  cell: (column) => cell(column).trim(),
});
