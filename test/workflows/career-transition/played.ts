import type { Ended } from "../../../infra/local/rehearse/roads.ts";
import { cellsOf } from "../../played.ts";
import type { Cells } from "./model.ts";

/** The rows of an output file, with the columns that a specification names, in an order of their own. */
export const rowsOf = (ended: Ended, name: string, columns: readonly string[]): readonly Cells[] =>
  inOrder(cellsOf(ended, name, columns));

export const inOrder = (rows: readonly Cells[]): readonly Cells[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
