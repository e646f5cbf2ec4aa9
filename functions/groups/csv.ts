import { stringify } from "csv-stringify/sync";
import type { GroupList } from "./lists.ts";

/**
 * A list as a file for spreadsheets: RFC 4180, UTF-8 with a byte order mark. What a spreadsheet would take for a formula
 * begins with an apostrophe: names come from people.
 */
export const csvOf = ({ columns, rows }: GroupList): string =>
  stringify([columns.map(({ label }) => label), ...rows.map((row) => [...row])], {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
  });
