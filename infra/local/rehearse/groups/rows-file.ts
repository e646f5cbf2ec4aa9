import { readFileSync } from "node:fs";
import * as z from "zod";
import { type CsvRecord, readCsv } from "../csv.ts";
import { faulty, type Reading } from "../reading.ts";

const columns = [
  "kind",
  "group",
  "name",
  "email",
  "school",
  "municipality",
  "town",
  "absent",
  "answers",
] as const;
type Column = (typeof columns)[number];

/** How somebody behaves: who asks for a group, and who joins one. */
const answers = {
  asks: ["yes", "refused", "withdraws"],
  joins: ["done", "partly", "not_yet", "silent", "leaves"],
} as const;

const filled = z.string().trim().min(1);

/** Who asks for a group (a school, or a candidate coach), or joins the group of that name. */
export interface GroupRow {
  readonly line: number;
  readonly kind: "asks" | "joins";
  readonly group: string;
  readonly name: string;
  readonly email: string;
  readonly school: string;
  readonly municipality: string;
  readonly town: string;
  /** The numbers of the meetings at which somebody is missed. */
  readonly absent: readonly number[];
  readonly answers: string;
}

/** Reads the file of those who ask and those who join. */
export function readGroupRows(path: string): Reading<readonly GroupRow[]> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return faulty(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const read = readRows(bytes);
  return read.outcome === "read" ? read : faulty(...read.faults.map((fault) => `${path}: ${fault}`));
}

/** Reads the lines in the order of the file. A fault names line (the header is line 1), column and what is expected. */
export function readRows(bytes: Uint8Array): Reading<readonly GroupRow[]> {
  const csv = readCsv(bytes, columns);
  if (csv.outcome === "faulty") return csv;
  const faults: string[] = [];
  const rows = csv.value.map((record) => readRow(record, faults));
  const asked = new Set(rows.filter(({ kind }) => kind === "asks").map(({ group }) => group));
  for (const { line, kind, group } of rows)
    if (kind === "joins" && !asked.has(group))
      faults.push(`line ${line}, column group: expected a group that somebody asks for, found "${group}"`);
  if (rows.length === 0) faults.push("line 2: expected somebody who asks for a group, found nothing");
  return faults.length > 0 ? faulty(...faults.slice(0, 20)) : { outcome: "read", value: rows };
}

function readRow(record: CsvRecord<Column>, faults: string[]): GroupRow {
  const { line, cell } = record;
  const expect = (column: Column, expected: string) =>
    faults.push(`line ${line}, column ${column}: expected ${expected}, found "${cell(column).trim()}"`);
  const said = (column: Column) => cell(column).trim();
  const kind = said("kind") === "joins" ? "joins" : "asks";
  if (said("kind") !== kind) expect("kind", "asks or joins");
  for (const column of ["group", "name", "school"] as const)
    if (!filled.safeParse(said(column)).success) expect(column, "some text");
  if (!z.email().safeParse(said("email")).success) expect("email", "an e-mail address");
  if (kind === "asks" && said("town") === "") expect("town", "the town of the school");
  if (!/^(\d+(;\d+)*)?$/.test(said("absent")))
    expect("absent", "numbers of meetings such as 2;5, or nothing");
  const known: readonly string[] = answers[kind];
  if (!known.includes(said("answers"))) expect("answers", known.join(" or "));
  return {
    line,
    kind,
    group: said("group"),
    name: said("name"),
    email: said("email"),
    school: said("school"),
    municipality: said("municipality"),
    town: said("town"),
    absent: said("absent") === "" ? [] : said("absent").split(";").map(Number),
    answers: said("answers"),
  };
}
