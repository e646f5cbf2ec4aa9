import { Temporal } from "temporal-polyfill";
import { principalColumn, screeningColumn } from "../../blocks/rehearsal/admission.ts";
import type { Applicant } from "../../blocks/rehearsal/applying.ts";
import { accountColumn } from "../../kernel/bank-account.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { findTown, seatOf } from "../../kernel/facts/towns.ts";
import {
  type CellFault,
  type Cells,
  type Column,
  cell,
  localTime,
  mailbox,
  oneOf,
  optional,
  points,
  text,
  wholeUpTo,
  yesNo,
} from "../../kernel/rehearsal-cells.ts";
import { reaches, reviewScore } from "../../kernel/score.ts";
import type { RehearsalCall } from "./call.ts";

/** One or two different countries of the call, in order of preference. */
const countriesOf = (known: readonly string[]): Column<readonly string[]> =>
  cell(
    `one or two different countries of the call (${known.join(", ")}), as in ${known.slice(0, 2).join(";")}`,
    (said) => {
      const codes = said.split(";").map((code) => code.trim());
      const isFine =
        codes.length <= 2 &&
        new Set(codes).size === codes.length &&
        codes.every((code) => known.includes(code));
      return isFine ? codes : undefined;
    },
  );

/** What is needed only of those who come so far, by column. */
const onTheRoad = {
  principal: principalColumn,
  screening: screeningColumn,
  score_1: points,
  score_2: points,
  score_3: points,
  offer: oneOf("accept", "decline", "silent"),
  green: yesNo,
  attendance: oneOf("full", "partial", "absent"),
  days_missed: wholeUpTo(400),
  report: oneOf("on_time", "returned_once", "never"),
};

/** The columns of a file of people, in the order in which they are written. The limits are those of the application form. */
export const columnsFor = ({ places }: Pick<RehearsalCall, "places">) => ({
  applicant: text(120),
  email: mailbox,
  school: text(200),
  municipality: text(120),
  town: text(100),
  rural: yesNo,
  experience_years: wholeUpTo(70),
  language_level: oneOf("A1", "A2", "B1", "B2", "C1", "C2"),
  countries: countriesOf(Object.keys(places)),
  travelled_before: yesNo,
  iban: accountColumn,
  submitted_at: localTime,
  principal: optional(onTheRoad.principal),
  screening: optional(onTheRoad.screening),
  score_1: optional(onTheRoad.score_1),
  score_2: optional(onTheRoad.score_2),
  score_3: optional(onTheRoad.score_3),
  offer: optional(onTheRoad.offer),
  green: optional(onTheRoad.green),
  attendance: optional(onTheRoad.attendance),
  days_missed: optional(onTheRoad.days_missed),
  report: optional(onTheRoad.report),
});
type PersonCells = Cells<ReturnType<typeof columnsFor>>;
export type ColumnName = keyof PersonCells & string;
type Fault = CellFault<ColumnName>;

/** A person as a file writes them; what does not apply to them may be missing. */
export interface Person extends Applicant {
  readonly school: string;
  readonly municipality: string;
  readonly town: string;
  readonly rural: boolean;
  readonly experienceYears: number;
  readonly languageLevel: PersonCells["language_level"];
  /** One or two, the most wanted first. */
  readonly countries: readonly string[];
  readonly travelledBefore: boolean;
  readonly iban: string;
  readonly principal?: PersonCells["principal"];
  readonly screening?: PersonCells["screening"];
  /** Points from 0 to 100 of the first, second and third review. */
  readonly scores: readonly (number | undefined)[];
  readonly offer?: PersonCells["offer"];
  /** Travels in a green way. */
  readonly green?: boolean | undefined;
  readonly attendance?: PersonCells["attendance"];
  readonly daysMissed?: number | undefined;
  readonly report?: PersonCells["report"];
}

/** The person of a line. */
export const personOf = (cells: PersonCells, line: number): Person => ({
  line,
  name: cells.applicant,
  email: cells.email,
  school: cells.school,
  municipality: cells.municipality,
  town: cells.town,
  rural: cells.rural,
  experienceYears: cells.experience_years,
  languageLevel: cells.language_level,
  countries: cells.countries,
  travelledBefore: cells.travelled_before,
  iban: cells.iban,
  submittedAt: cells.submitted_at,
  principal: cells.principal,
  screening: cells.screening,
  scores: [cells.score_1, cells.score_2, cells.score_3],
  offer: cells.offer,
  green: cells.green,
  attendance: cells.attendance,
  daysMissed: cells.days_missed,
  report: cells.report,
});

/** What no cell shows by itself. */
export function checkPerson(
  { line, town, municipality, submittedAt }: Person,
  { opens }: Pick<RehearsalCall, "opens">,
): Fault[] {
  const faults: Fault[] = [];
  const home = findTown("LT", town, { municipality });
  if (home.outcome === "unknown" && seatOf(municipality) === undefined) {
    const near = home.nearest.length > 0 ? `; near it are ${home.nearest.join(", ")}` : "";
    const expected = `a town of Lithuania, or else a municipality of Lithuania beside it${near}`;
    faults.push({ line, column: "town", expected });
  }
  if (Temporal.Instant.compare(vilniusInstant(submittedAt), vilniusInstant(opens)) < 0)
    faults.push({ line, column: "submitted_at", expected: `a time not before the call opens (${opens})` });
  return faults;
}

/**
 * What is missing from a person for the road that lies before them. Whoever reaches the minimum score may be offered
 * a place, so their answer must be there even if the reserve list never comes to them.
 */
export function whatIsNeeded(
  person: Person,
  call: Pick<RehearsalCall, "scoreGap" | "minimumScore">,
): Fault[] {
  const { line } = person;
  const missing = (column: keyof typeof onTheRoad, why: string): Fault[] => [
    { line, column, expected: `${onTheRoad[column].expected} (needed because ${why})` },
  ];
  if (person.principal === undefined) return missing("principal", "the application is sent in time");
  if (person.principal !== "endorse") return [];
  if (person.screening === undefined) return missing("screening", "principal is endorse");
  if (person.screening === "ineligible" || person.screening === "supplement_silent") return [];

  const [first, second, third] = person.scores;
  const unscored = [
    ...(first === undefined ? missing("score_1", "the application is eligible") : []),
    ...(second === undefined ? missing("score_2", "the application is eligible") : []),
  ];
  if (first === undefined || second === undefined) return unscored;
  const reviews = third === undefined ? [first, second] : [first, second, third];
  const result = reviewScore(reviews, call.scoreGap);
  if (result.outcome === "apart")
    return missing("score_3", `score_1 and score_2 differ by more than ${call.scoreGap}`);
  if (!reaches(result.score, call.minimumScore)) return [];

  if (person.offer === undefined) return missing("offer", "the score reaches the minimum");
  if (person.offer !== "accept") return [];
  const unsaid = [
    ...(person.green === undefined ? missing("green", "offer is accept") : []),
    ...(person.attendance === undefined ? missing("attendance", "offer is accept") : []),
  ];
  if (person.attendance === "partial" && person.daysMissed === undefined)
    unsaid.push(...missing("days_missed", "attendance is partial"));
  const reports = person.attendance === "full" || person.attendance === "partial";
  if (reports && person.report === undefined)
    unsaid.push(...missing("report", `attendance is ${person.attendance}`));
  return unsaid;
}
