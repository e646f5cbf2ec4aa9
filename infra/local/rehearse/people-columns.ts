import * as z from "zod";
import { isPayable } from "../../../workflows/kernel/bank-account.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { mailAddress } from "../../../workflows/kernel/parse.ts";

/** The columns of a file of people, in the order in which they are written. */
export const columns = [
  "applicant",
  "email",
  "school",
  "municipality",
  "town",
  "rural",
  "experience_years",
  "language_level",
  "countries",
  "travelled_before",
  "iban",
  "submitted_at",
  "principal",
  "screening",
  "score_1",
  "score_2",
  "score_3",
  "offer",
  "green",
  "attendance",
  "days_missed",
  "report",
] as const;
export type Column = (typeof columns)[number];

/** What is expected in a column, and its value when the cell has it. */
export interface Expectation<T> {
  readonly expected: string;
  readonly read: (cell: string) => T | undefined;
}

const oneOf = <const T extends string>(...values: readonly T[]): Expectation<T> => ({
  expected: values.join(", ").replace(/, (?=[^,]*$)/, " or "),
  read: (cell) => values.find((value) => value === cell),
});

const text = (max: number): Expectation<string> => ({
  expected: `a text of at most ${max} characters`,
  read: (cell) => (cell.length <= max ? cell : undefined),
});

const matching = <T>(expected: string, pattern: RegExp, make: (cell: string) => T): Expectation<T> => ({
  expected,
  read: (cell) => (pattern.test(cell) ? make(cell) : undefined),
});

const wholeUpTo = (max: number): Expectation<number> => ({
  expected: `a whole number from 0 to ${max}`,
  read: (cell) => (/^\d{1,9}$/.test(cell) && Number(cell) <= max ? Number(cell) : undefined),
});

const yesNo: Expectation<boolean> = {
  expected: "yes or no",
  read: (cell) => (cell === "yes" ? true : cell === "no" ? false : undefined),
};

const score = matching(
  "a number from 0 to 100 with at most two decimals",
  /^(\d{1,2}([.,]\d{1,2})?|100([.,]00?)?)$/,
  (said) => Number(said.replace(",", ".")),
);

const localTime: Expectation<string> = {
  expected: "a local time such as 2027-03-01T23:59:59",
  read: (cell) => {
    try {
      vilniusInstant(cell);
      return cell;
    } catch {
      return undefined;
    }
  },
};

/** The limits are those of the application form. */
export const expectations = {
  applicant: text(120),
  email: {
    expected: "an e-mail address",
    read: (cell) => z.email().max(254).safeParse(mailAddress(cell)).data,
  },
  school: text(200),
  municipality: text(120),
  town: text(100),
  rural: yesNo,
  experience_years: wholeUpTo(70),
  language_level: oneOf("A1", "A2", "B1", "B2", "C1", "C2"),
  travelled_before: yesNo,
  iban: {
    expected: "an IBAN with a right checksum, of a country of SEPA",
    read: (cell) => (isPayable(cell.replaceAll(/\s/g, "").toUpperCase()) ? cell : undefined),
  },
  submitted_at: localTime,
  principal: oneOf("endorse", "refuse", "silent"),
  screening: oneOf("eligible", "ineligible", "supplement", "supplement_silent"),
  score_1: score,
  score_2: score,
  score_3: score,
  offer: oneOf("accept", "decline", "silent"),
  green: yesNo,
  attendance: oneOf("full", "partial", "absent"),
  days_missed: wholeUpTo(400),
  report: oneOf("on_time", "returned_once", "never"),
} as const satisfies Partial<Record<Column, Expectation<unknown>>>;

/** One or two different countries of the call, in order of preference. */
export const countriesOf = (known: readonly string[]): Expectation<readonly string[]> => ({
  expected: `one or two different countries of the call (${known.join(", ")}), as in ${known.slice(0, 2).join(";")}`,
  read: (cell) => {
    const codes = cell.split(";").map((code) => code.trim());
    const isFine =
      codes.length <= 2 &&
      new Set(codes).size === codes.length &&
      codes.every((code) => known.includes(code));
    return isFine ? codes : undefined;
  },
});
