import type { Spoken } from "./book.ts";
import type { TableRow } from "./paper.ts";
import type { Told } from "./told.ts";

type Call = Readonly<Record<string, unknown>>;

/**
 * A table on a call's page, for whoever thinks of applying; it is left out where it has no row. Words: `call.<table>.title`, and
 * `call.<table>.<column>` for each column.
 */
export interface CallTable extends Spoken {
  readonly columns: readonly string[];
  /** Sentences that its cells may be told in, `call.<table>.<sentence>`. */
  readonly sentences?: readonly string[];
  readonly rows: (call: Call) => readonly TableRow[];
  /** What the last column comes to. */
  readonly total?: (call: Call) => Told;
}

/** The words that a process needs for its calls' tables. */
export const wordsOfTables = (tables: Readonly<Record<string, CallTable>>): readonly string[] =>
  Object.entries(tables).flatMap(([name, { columns, sentences = [] }]) =>
    ["title", ...columns, ...sentences].map((word) => `call.${name}.${word}`),
  );
