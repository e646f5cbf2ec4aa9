import * as z from "zod";
import { vilniusInstant } from "./facts/calendar.ts";
import { mailAddress } from "./typed-text.ts";

/** A column of a file of people: how a filled cell is read, what is expected of it in words, and whether it may be empty. */
export interface Column<T> {
  /** What is expected, as it is told to whoever wrote the file: „expected …, found …“. */
  readonly expected: string;
  /** Reads a filled cell, without the blanks around it. */
  readonly schema: z.ZodType<T>;
  readonly mayBeEmpty?: true;
  /** Files that were written before the column came have none. */
  readonly mayBeMissing?: true;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The cells of one line, by column. */
export type Cells<Cs extends Columns> = {
  readonly [C in keyof Cs]: Cs[C] extends Column<infer T> ? T : never;
};

/** A cell that is wrong, or is missing for what stands in others; what stands there is told with it. */
export interface CellFault<Name extends string = string> {
  /** The header is line 1. */
  readonly line: number;
  readonly column: Name;
  readonly expected: string;
}

/** A line of a file: its cells by column, without the blanks around them. */
export interface Line {
  readonly line: number;
  readonly cell: (column: string) => string;
}

/** The cells of a line, or nothing where one is wrong: a cell that is filled must be right, whether or not it will be needed. */
export function cellsOf<Cs extends Columns>(
  columns: Cs,
  { line, cell }: Line,
  faults: CellFault[],
): Cells<Cs> | undefined {
  const values: Record<string, unknown> = {};
  const before = faults.length;
  for (const [column, { schema, expected, mayBeEmpty }] of Object.entries(columns)) {
    const said = cell(column);
    const read = said === "" ? undefined : schema.safeParse(said);
    if (read?.success) values[column] = read.data;
    else if (read || !mayBeEmpty) faults.push({ line, column, expected });
  }
  // Each value was read by the schema of its column.
  return faults.length > before ? undefined : (values as Cells<Cs>);
}

/** The column may be empty where it does not apply. */
export const optional = <T>(column: Column<T>): Column<T | undefined> => ({ ...column, mayBeEmpty: true });

/** A column that came later: a file without it is as good. */
export const added = <T>(column: Column<T>): Column<T | undefined> => ({
  ...optional(column),
  mayBeMissing: true,
});

/** A cell that some code reads, which answers `undefined` where it cannot. */
export const cell = <T>(expected: string, read: (said: string) => T | undefined): Column<T> => ({
  expected,
  schema: z.string().transform((said, context) => {
    const value = read(said);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  }),
});

/** Text of at most so many characters. */
export const text = (max: number): Column<string> =>
  cell(`a text of at most ${max} characters`, (said) => (said.length <= max ? said : undefined));

export const someText: Column<string> = cell("some text", (said) => said);

export const oneOf = <const T extends string>(...values: readonly T[]): Column<T> =>
  cell(values.join(", ").replace(/, (?=[^,]*$)/, " or "), (said) => values.find((value) => value === said));

export const wholeUpTo = (max: number): Column<number> =>
  cell(`a whole number from 0 to ${max}`, (said) =>
    /^\d{1,15}$/.test(said) && Number(said) <= max ? Number(said) : undefined,
  );

export const yesNo: Column<boolean> = cell("yes or no", (said) =>
  said === "yes" ? true : said === "no" ? false : undefined,
);

/** Points of a review. */
export const points: Column<number> = cell("a number from 0 to 100 with at most two decimals", (said) =>
  /^(\d{1,2}([.,]\d{1,2})?|100([.,]00?)?)$/.test(said) ? Number(said.replace(",", ".")) : undefined,
);

/** A local time in Vilnius, as it is written. */
export const localTime: Column<string> = cell("a local time such as 2027-03-01T23:59:59", (said) => {
  // A day alone says no time: read as midnight, it would be another one.
  if (!/T\d\d:\d\d/.test(said)) return undefined;
  try {
    vilniusInstant(said);
    return said;
  } catch {
    return undefined;
  }
});

/** A local day. */
export const localDate: Column<string> = cell(
  "a day such as 2027-05-03",
  (said) => z.iso.date().safeParse(said).data,
);

export const mailbox: Column<string> = cell(
  "an e-mail address",
  (said) => z.email().max(254).safeParse(mailAddress(said)).data,
);

/** How a line of a kind may behave stands in its column `answers`: a fault where it is how another kind does. */
export const faultsOfBehaviour = <Kind extends string>(
  { line, kind, answers }: { readonly line: number; readonly kind: Kind; readonly answers: string },
  behaviours: Readonly<Record<Kind, readonly string[]>>,
): readonly CellFault<"answers">[] =>
  behaviours[kind].includes(answers)
    ? []
    : [{ line, column: "answers", expected: behaviours[kind].join(" or ") }];

/** Several values with `;` between them, each read by one column; in words what they are. */
export const listOf = <T>(expected: string, one: Column<T>): Column<readonly T[]> =>
  cell(expected, (said) => {
    const parts = said.split(";").map((part) => one.schema.safeParse(part.trim()));
    const values = parts.flatMap((part) => (part.success ? [part.data] : []));
    return values.length === parts.length ? values : undefined;
  });
