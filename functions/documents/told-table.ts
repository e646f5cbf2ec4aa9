import type { Column, TableRow } from "../../workflows/kernel/paper.ts";
import { type Teller, tell } from "../reading/tell.ts";

/** Rows that are told, under columns with labels among the process's words below `under`; a cell that is not there is a dash. */
export const tableIn = (
  under: string,
  columns: Readonly<Record<string, Column>>,
  rows: readonly TableRow[],
  teller: Teller,
) => ({
  columns: Object.entries(columns).map(([name, { label = { word: `${under}.${name}` }, ...column }]) => ({
    label: tell(label, teller),
    ...column,
  })),
  rows: rows.map((row) => Object.keys(columns).map((name) => tell(row[name] ?? "–", teller))),
});
