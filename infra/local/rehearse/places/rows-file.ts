import { readFileSync } from "node:fs";
import * as z from "zod";
import { type CsvRecord, readCsv } from "../csv.ts";
import { faulty, type Reading } from "../reading.ts";

const columns = [
  "kind",
  "place",
  "name",
  "email",
  "school",
  "municipality",
  "town",
  "starts",
  "ends",
  "capacity",
  "years",
  "order",
  "answers",
] as const;
type Column = (typeof columns)[number];

/** How somebody behaves: a school that offers a place, and a teacher who wants to go. */
const answers = {
  offers: ["yes", "refused", "returned", "silent", "declines", "falls"],
  applies: [
    "done",
    "session_later",
    "no_session",
    "absent",
    "silent",
    "no_plan",
    "no_report",
    "refused",
    "ineligible",
    "withdraws",
  ],
} as const;

/** A school that offers a place, or a teacher who applies for some. */
export interface PlaceRow {
  readonly line: number;
  readonly kind: "offers" | "applies";
  /** Of an offer: what the place is called in the file. */
  readonly place: string;
  readonly name: string;
  readonly email: string;
  readonly school: string;
  readonly municipality: string;
  readonly town: string;
  /** Of an offer: local days, both with them. */
  readonly starts: string;
  readonly ends: string;
  readonly capacity: number;
  /** Of a teacher: years of experience. */
  readonly years: number;
  /** Of a teacher the places wanted, of a school the addresses of those it would most like to have; in order. */
  readonly order: readonly string[];
  readonly answers: string;
}

/** Reads the file of schools and teachers. */
export function readPlaceRows(path: string): Reading<readonly PlaceRow[]> {
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
export function readRows(bytes: Uint8Array): Reading<readonly PlaceRow[]> {
  const csv = readCsv(bytes, columns);
  if (csv.outcome === "faulty") return csv;
  const faults: string[] = [];
  const rows = csv.value.map((record) => readRow(record, faults));
  const places = new Set(rows.filter(({ kind }) => kind === "offers").map(({ place }) => place));
  const people = new Set(rows.filter(({ kind }) => kind === "applies").map(({ email }) => email));
  for (const { line, kind, order } of rows)
    for (const name of order)
      if (!(kind === "applies" ? places : people).has(name))
        faults.push(
          `line ${line}, column order: expected ${kind === "applies" ? "places that are offered" : "addresses of those who apply"}, found "${name}"`,
        );
  if (places.size === 0) faults.push("line 2: expected a school that offers a place, found none");
  return faults.length > 0 ? faulty(...faults.slice(0, 20)) : { outcome: "read", value: rows };
}

const whole = /^\d{1,3}$/;

function readRow(record: CsvRecord<Column>, faults: string[]): PlaceRow {
  const { line } = record;
  const said = (column: Column) => record.cell(column).trim();
  const expect = (column: Column, expected: string) =>
    faults.push(`line ${line}, column ${column}: expected ${expected}, found "${said(column)}"`);
  const kind = said("kind") === "applies" ? "applies" : "offers";
  if (said("kind") !== kind) expect("kind", "offers or applies");
  for (const column of ["name", "school", "municipality", "town"] as const)
    if (said(column) === "") expect(column, "some text");
  if (!z.email().safeParse(said("email")).success) expect("email", "an e-mail address");
  if (kind === "offers") {
    if (said("place") === "") expect("place", "what the place is called");
    for (const column of ["starts", "ends"] as const)
      if (!z.iso.date().safeParse(said(column)).success) expect(column, "a day such as 2027-05-03");
    if (!whole.test(said("capacity"))) expect("capacity", "a whole number");
  } else if (!whole.test(said("years"))) expect("years", "a whole number");
  const order = said("order") === "" ? [] : said("order").split(";");
  if (kind === "applies" && (order.length < 1 || order.length > 2))
    expect("order", "one place or two such as A;B");
  const known: readonly string[] = answers[kind];
  if (!known.includes(said("answers"))) expect("answers", known.join(" or "));
  return {
    line,
    kind,
    place: said("place"),
    name: said("name"),
    email: said("email"),
    school: said("school"),
    municipality: said("municipality"),
    town: said("town"),
    starts: said("starts"),
    ends: said("ends"),
    capacity: Number(said("capacity")),
    years: Number(said("years")),
    order,
    answers: said("answers"),
  };
}
