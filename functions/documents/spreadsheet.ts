import { stringify } from "csv-stringify/sync";

/**
 * A table as a file for spreadsheets: RFC 4180, UTF-8 with a byte order mark, the header first. What a spreadsheet would
 * take for a formula begins with an apostrophe: names come from people.
 */
export const spreadsheetOf = (header: readonly string[], rows: Rows): string =>
  stringify([[...header], ...rows.map((row) => [...row])], { ...written, bom: true });

/** More rows of the same file. */
export const moreRows = (rows: Rows): string =>
  stringify(
    rows.map((row) => [...row]),
    written,
  );

/** How cells are written: with every line break in quotes, and nothing but numbers that a spreadsheet would work out. */
export const cellsAsText = {
  quoted_match: /[\r\n]/,
  cast: { string: (said: string): string => (isFormula(said) ? `'${said}` : said) },
} as const;

type Rows = readonly (readonly (string | number)[])[];
const written = { record_delimiter: "windows", ...cellsAsText } as const;

/** With what formulas begin [OWASP, CSV injection; also as wide letters]; a negative number is none. */
const isFormula = (said: string): boolean =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(said) && !/^-\d+([.,]\d+)?$/.test(said);
