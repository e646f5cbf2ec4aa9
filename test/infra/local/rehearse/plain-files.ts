import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkCall, type ReadCall } from "../../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../../infra/local/rehearse/people-file.ts";
import { columnsFor } from "../../../../workflows/foreign-internship/rehearsal.ts";
import type { Row } from "../../../../workflows/kernel/rehearsal.ts";

/** The smallest call: two countries, exactly the fields that a file must have. */
export const plainCall = {
  id: "plain",
  process: "foreign-internship",
  opens: "2027-01-11T09:00:00",
  closes: "2027-02-10T23:59:59",
  places: { IE: 1, FI: 1 },
  minimumScore: 60,
  scoreGap: 20,
  offerDays: 7,
  reportDays: 30,
  advancePercent: 80,
  travelDays: 2,
  dailyCents: { IE: 12000, FI: 11005 },
  hosts: {
    IE: { institution: "Dublin School", town: "Dublin", starts: "2027-05-10", ends: "2027-05-14" },
    FI: { institution: "Tampereen koulu", town: "Tampere", starts: "2027-06-01", ends: "2027-06-18" },
  },
};

export type ColumnName = keyof ReturnType<typeof columnsFor>;

/** Somebody whose road goes well to its end. */
const somebody: Record<Exclude<ColumnName, "position">, string> = {
  applicant: "Austėja Žukauskaitė",
  email: "austeja@mokykla.example",
  school: "Kėdainių „Atžalyno“ gimnazija",
  municipality: "Kėdainių r.",
  town: "Kėdainiai",
  rural: "no",
  experience_years: "12",
  language_level: "B2",
  countries: "FI;IE",
  travelled_before: "no",
  iban: "LT12 1000 0111 0100 1000",
  submitted_at: "2027-02-01T10:00:00",
  principal: "endorse",
  screening: "eligible",
  score_1: "80",
  score_2: "90",
  score_3: "",
  offer: "accept",
  green: "no",
  attendance: "full",
  days_missed: "",
  report: "on_time",
};
export type PersonCells = Partial<typeof somebody>;

/** The columns that a file of people must have, in the order in which they are written. */
export const columns = Object.entries(columnsFor(plainCall)).flatMap(([name, column]) =>
  "mayBeMissing" in column ? [] : [name],
);

/** Somebody who stands in no file. */
export const somebodyCalled = (name: string): Row => ({ line: 2, name, email: "ona@mokykla.example" });

/** A file of people, each like somebody but for what is said. Without an address they get one of their own. */
export const peopleText = (...people: readonly PersonCells[]): string =>
  [
    columns.join(","),
    ...people.map((cells, index) => {
      const all: Record<string, string> = {
        ...somebody,
        email: `p${index + 1}@mokykla.example`,
        ...cells,
      };
      return columns.map((column) => `"${all[column]}"`).join(",");
    }),
    "",
  ].join("\n");

export async function readPlainCall(changes: Readonly<Record<string, unknown>> = {}): Promise<ReadCall> {
  const read = await checkCall(JSON.stringify({ ...plainCall, ...changes }));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  return read.value;
}

export function readPlainPeople({ call }: ReadCall, ...people: readonly PersonCells[]): readonly Row[] {
  const read = readPeople(Buffer.from(peopleText(...people)), call);
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  return read.value.rows;
}

/** Where the shipped call and people are. */
const shipped = (name: "call.json" | "people.csv"): string =>
  fileURLToPath(new URL(`../../../data/rehearsal/${name}`, import.meta.url));

export const shippedText = (name: "call.json" | "people.csv"): string => readFileSync(shipped(name), "utf8");
