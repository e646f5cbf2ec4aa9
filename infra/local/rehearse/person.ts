import { Temporal } from "temporal-polyfill";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { findTown, seatOf } from "../../../workflows/kernel/facts/towns.ts";
import type { CsvRecord } from "./csv.ts";
import { type Column, countriesOf, type Expectation, expectations } from "./people-columns.ts";

type Values = {
  readonly [C in keyof typeof expectations]: (typeof expectations)[C] extends Expectation<infer T>
    ? T
    : never;
};

/** A person as a file writes them; what does not apply to them may be missing. */
export interface Person {
  /** The line of the file on which they begin; the header is line 1. */
  readonly line: number;
  readonly applicant: string;
  readonly email: string;
  readonly school: string;
  readonly municipality: string;
  readonly town: string;
  readonly rural: boolean;
  readonly experienceYears: number;
  readonly languageLevel: Values["language_level"];
  /** One or two, the most wanted first. */
  readonly countries: readonly string[];
  readonly travelledBefore: boolean;
  readonly iban: string;
  /** Local Vilnius time, as written. */
  readonly submittedAt: string;
  readonly principal?: Values["principal"] | undefined;
  readonly screening?: Values["screening"] | undefined;
  /** Points from 0 to 100 of the first, second and third review. */
  readonly scores: readonly (number | undefined)[];
  readonly offer?: Values["offer"] | undefined;
  /** Travels in a green way. */
  readonly green?: boolean | undefined;
  readonly attendance?: Values["attendance"] | undefined;
  readonly daysMissed?: number | undefined;
  readonly report?: Values["report"] | undefined;
}

export interface PersonFault {
  readonly column: Column;
  readonly expected: string;
}

/** Reads one line. A cell that is filled must be right, whether or not the person will need it. */
export function readPerson(
  { line, cell }: CsvRecord<Column>,
  call: CallFile,
): { readonly person?: Person; readonly faults: readonly PersonFault[] } {
  const faults: PersonFault[] = [];
  const optional = <T>(column: Column, { expected, read }: Expectation<T>): T | undefined => {
    const written = cell(column).trim();
    if (written === "") return undefined;
    const value = read(written);
    if (value === undefined) faults.push({ column, expected });
    return value;
  };
  const always = <T>(column: Column, expectation: Expectation<T>, otherwise: T): T => {
    if (cell(column).trim() === "") faults.push({ column, expected: expectation.expected });
    return optional(column, expectation) ?? otherwise;
  };
  const person: Person = {
    line,
    applicant: always("applicant", expectations.applicant, ""),
    email: always("email", expectations.email, ""),
    school: always("school", expectations.school, ""),
    municipality: always("municipality", expectations.municipality, ""),
    town: always("town", expectations.town, ""),
    rural: always("rural", expectations.rural, false),
    experienceYears: always("experience_years", expectations.experience_years, 0),
    languageLevel: always("language_level", expectations.language_level, "A1"),
    countries: always("countries", countriesOf(Object.keys(call.places)), []),
    travelledBefore: always("travelled_before", expectations.travelled_before, false),
    iban: always("iban", expectations.iban, ""),
    submittedAt: always("submitted_at", expectations.submitted_at, ""),
    principal: optional("principal", expectations.principal),
    screening: optional("screening", expectations.screening),
    scores: [
      optional("score_1", expectations.score_1),
      optional("score_2", expectations.score_2),
      optional("score_3", expectations.score_3),
    ],
    offer: optional("offer", expectations.offer),
    green: optional("green", expectations.green),
    attendance: optional("attendance", expectations.attendance),
    daysMissed: optional("days_missed", expectations.days_missed),
    report: optional("report", expectations.report),
  };
  if (faults.length === 0) faults.push(...checkTogether(person, call));
  return { faults, ...(faults.length === 0 ? { person } : {}) };
}

/** What no cell shows by itself. */
function checkTogether({ town, municipality, submittedAt }: Person, call: CallFile): PersonFault[] {
  const faults: PersonFault[] = [];
  const home = findTown("LT", town, { municipality });
  if (home.outcome === "unknown" && seatOf(municipality) === undefined) {
    const near = home.nearest.length > 0 ? `; near it are ${home.nearest.join(", ")}` : "";
    faults.push({
      column: "town",
      expected: `a town of Lithuania, or else a municipality of Lithuania beside it${near}`,
    });
  }
  if (Temporal.Instant.compare(vilniusInstant(submittedAt), vilniusInstant(call.opens)) < 0) {
    faults.push({ column: "submitted_at", expected: `a time not before the call opens (${call.opens})` });
  }
  return faults;
}
