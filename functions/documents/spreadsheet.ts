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

type Rows = readonly (readonly (string | number)[])[];
const written = { record_delimiter: "windows", escape_formulas: true } as const;
