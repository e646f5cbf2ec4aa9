import { readFileSync } from "node:fs";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { type CsvRecord, readCsv } from "./csv.ts";
import { type Column, columns } from "./people-columns.ts";
import { type Person, type PersonFault, readPerson } from "./person.ts";
import { whatIsNeeded } from "./person-needs.ts";
import { faulty, type Reading } from "./reading.ts";
import { byApplication, notTaken } from "./taken.ts";

/** A person of the file, with all that the rehearsal may ask of them. */
export type PersonRow = Person;

/** No screen holds more, and who mends these sees the next. */
const mostFaults = 20;

/** Reads a file of people for a call. A fault names line (the header is line 1), column and what is expected. */
export function readPeopleFile(path: string, call: CallFile): Reading<readonly PersonRow[]> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return faulty(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const read = readPeople(bytes, call);
  return read.outcome === "read" ? read : faulty(...read.faults.map((fault) => `${path}: ${fault}`));
}

/** Reads people in the order of the file. Nothing is read when anything is wrong. */
export function readPeople(bytes: Uint8Array, call: CallFile): Reading<readonly PersonRow[]> {
  const csv = readCsv(bytes, columns);
  if (csv.outcome === "faulty") return csv;
  const faults: string[] = [];
  const people: PersonRow[] = [];
  const note = (record: CsvRecord<Column>, { column, expected }: PersonFault) => {
    const cell = record.cell(column).trim();
    const found = cell === "" ? "nothing" : `"${cell}"`;
    faults.push(`line ${record.line}, column ${column}: expected ${expected}, found ${found}`);
  };
  for (const record of csv.value) {
    const read = readPerson(record, call);
    for (const fault of read.faults) note(record, fault);
    if (read.person) people.push(read.person);
  }
  // What somebody needs depends on who else applied before them, so it is asked once every line is understood.
  if (faults.length === 0) {
    const outside = notTaken(people, call);
    for (const [index, person] of people.entries()) {
      const record = csv.value[index];
      if (!record || outside.has(person.line)) continue;
      for (const fault of whatIsNeeded(person, call)) note(record, fault);
    }
  }
  if (csv.value.length === 0) faults.push("line 2: expected at least one person, found nothing");
  const more = faults.length - mostFaults;
  if (faults.length === 0) return { outcome: "read", value: people };
  return faulty(...faults.slice(0, mostFaults), ...(more > 0 ? [`and ${more} more like these`] : []));
}

/** People in the order in which they apply: by the time of applying, then as in the file. */
export const inOrderOfApplying = (people: readonly PersonRow[]): PersonRow[] =>
  people.toSorted(byApplication);
