import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { faulty, type Reading } from "./reading.ts";

/** One record of a file, with its cells by column. */
export interface CsvRecord<C extends string = string> {
  /** The line of the file on which it begins; the header is line 1. */
  readonly line: number;
  readonly cell: (column: C) => string;
}

const parsed = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

/**
 * Reads a CSV file with a header row: UTF-8 with or without a byte order mark, quoted cells, any line ends, columns
 * in any order, cells between commas, semicolons or tabs, as spreadsheets of different countries save them. Rows and columns in
 * which nothing stands are left out. Faults name the line and the column.
 */
export function readCsv<const C extends string>(
  bytes: Uint8Array,
  { columns, mayBeMissing = [] }: { readonly columns: readonly C[]; readonly mayBeMissing?: readonly C[] },
): Reading<readonly CsvRecord<C>[]> {
  const split = splitRecords(bytes, columns);
  if (split.outcome === "faulty") return split;
  const [header, ...rest] = split.value.filter(({ record }) => !isBlank(record)).map(withoutBlankEnd);
  if (!header) return faulty(`line 1: expected the header ${columns.join(",")}, found nothing`);
  const names = header.record.map((name) => name.trim());
  const faults = [
    ...columns
      .filter((column) => !names.includes(column) && !mayBeMissing.includes(column))
      .map((column) => `line 1: expected a column ${column}, found none`),
    ...names
      .filter((name) => !columns.some((column) => column === name))
      .map((name) => `line 1, column ${name}: no such column; expected ${columns.join(",")}`),
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => `line 1, column ${name}: expected once, found twice`),
  ];
  if (faults.length > 0) return faulty(...faults);
  const rows = rest.map((row) => widened(row, names.length));
  const wrongWidth = rows.filter(({ record }) => record.length !== names.length);
  if (wrongWidth.length > 0) return faulty(...wrongWidth.slice(0, 20).map((record) => misfit(record, names)));
  return {
    outcome: "read",
    value: rows.map(({ line, record }) => ({
      line,
      cell: (column) => record[names.indexOf(column)] ?? "",
    })),
  };
}

interface Split {
  readonly line: number;
  readonly record: readonly string[];
  /** How many cells stand there, with those at the end that hold nothing. */
  readonly width: number;
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === "");

/** Spreadsheets write columns that once held something. */
function withoutBlankEnd({ line, record }: Split): Split {
  const last = record.findLastIndex((cell) => cell.trim() !== "");
  return { line, record: record.slice(0, last + 1), width: record.length };
}

/** A row has the cells of the header again, as far as they stand there. */
const widened = ({ line, record, width }: Split, wanted: number): Split => ({
  line,
  record: [...record, ...Array.from({ length: Math.min(width, wanted) - record.length }, () => "")],
  width,
});

const separators = [",", ";", "\t"] as const;

/** What stands between the cells: that by which the header has most of the columns. */
function separatorOf(header: string, columns: readonly string[]): (typeof separators)[number] {
  const known = (separator: string): number =>
    header.split(separator).filter((name) => columns.includes(name.trim().replaceAll('"', ""))).length;
  return separators.toSorted((a, b) => known(b) - known(a))[0] ?? ",";
}

/** What stands between columns in a header that none of the separators divides. */
const separatorIn = (header: string, columns: readonly string[]): string | undefined =>
  ["|", ":", "/", "·", "  "].find((separator) => {
    const names = header.split(separator).map((name) => name.trim());
    return names.filter((name) => columns.includes(name)).length > 1;
  });

function splitRecords(bytes: Uint8Array, columns: readonly string[]): Reading<readonly Split[]> {
  let text: string;
  try {
    // Line ends of one kind, so that the reader's count of lines is that of an editor.
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, "\n");
  } catch {
    const line = firstBadLine(bytes);
    return faulty(`line ${line}: expected UTF-8, found bytes that are none; save the file as UTF-8`);
  }
  const [header = ""] = text.trimStart().split("\n", 1);
  const delimiter = separatorOf(header, columns);
  const other = header.includes(delimiter) ? undefined : separatorIn(header, columns);
  if (other)
    return faulty(
      `line 1: expected cells between commas, semicolons or tabs, found them between "${other}"; save the file with another separator`,
    );
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true, delimiter } as const;
    const records = parsed.parse(parse(text, options));
    return {
      outcome: "read",
      value: records.map(({ info, record }) => ({
        line: info.lines - breaksIn(record),
        record,
        width: record.length,
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return faulty(`line ${line}: expected cells in the manner of RFC 4180; ${error.message}`);
  }
}

/** The reader counts to the end of a record; a quoted cell may reach over several lines. */
const breaksIn = (record: readonly string[]): number => record.join("").split("\n").length - 1;

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, at));
    } catch {
      return line;
    }
    line += 1;
    from = at + 1;
  }
  return line;
}

function misfit({ line, record }: Split, names: readonly string[]): string {
  const missing = names[record.length];
  return missing === undefined
    ? `line ${line}, after column ${names.at(-1)}: expected ${names.length} cells, found ${record.length}`
    : `line ${line}, column ${missing}: expected ${names.length} cells, found only ${record.length}`;
}
