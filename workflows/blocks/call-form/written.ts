import type { Field } from "../../kernel/field.ts";
import { eurosOf } from "./money.ts";
import { asLines } from "./people.ts";

/** A stored value as a page sends it. */
export function asWritten(
  value: unknown,
  { kind, columns, written }: Pick<Field<unknown>, "kind" | "columns" | "written">,
): unknown {
  if (columns && Array.isArray(value)) {
    const rows: readonly Readonly<Record<string, unknown>>[] = value;
    const names = Object.keys(columns);
    if (written === "lines") return asLines(rows, ...names);
    return rows.map((row) => Object.fromEntries(names.map((name) => [name, cellOf(row[name])])));
  }
  if (kind === "money" && typeof value === "number") return eurosOf(value);
  return Array.isArray(value) ? value.map(cellOf) : cellOf(value);
}

function cellOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === undefined ? "" : String(value);
}
