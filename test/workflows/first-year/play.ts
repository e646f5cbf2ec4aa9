import type { Ended } from "../../../infra/local/rehearse/roads.ts";
import { columns } from "./made-up.ts";
import { become, type ModelCall } from "./model.ts";

type Lines = readonly Readonly<Record<string, string>>[];

/** A call and its people as their files have them: each line with all columns. */
export const filesOf = (call: object, people: Lines) => ({
  call: { ...call },
  people: people.map((line) => Object.fromEntries(columns.map((column) => [column, line[column] ?? ""]))),
});

const inOrder = (rows: readonly (readonly (string | number | undefined)[])[]): readonly string[] =>
  rows.map((row) => row.map((cell) => cell ?? "").join(",")).toSorted();

/** Every cell of the named files, rows in the order of their keys: as they came out, and as the model has them. */
export function cellsOf({ told }: Pick<Ended, "told">): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(told.tables.map(({ name, rows }) => [name, inOrder(rows)]));
}

export function expectedOf(call: ModelCall, people: readonly Readonly<Record<string, string>>[]) {
  const { cases, payments } = become(call, people);
  return { "cases.csv": inOrder(cases), "payments.csv": inOrder(payments) };
}
