import type { Fields } from "../../workflows/kernel/field.ts";
import { defineForm, type FieldError, type Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import type { TypedPerson } from "./lists.ts";
import { partingSigns } from "./lists.ts";
import type { TableRow } from "./table-read.ts";

/** What is wrong with a cell: in which line, in which column of the list, as it is typed, and what the form says of it. */
export interface CellFault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly fault: FieldError | "parting" | "twice";
}

/** As what a table of people is read. */
export interface TableForm {
  readonly name: string;
  readonly columns: Fields;
  readonly max: number;
  /** The column in which no two rows say the same. */
  readonly once: string;
}

/** Somebody in a table, and in which of its lines. */
export interface ReadPerson {
  readonly line: number;
  readonly person: TypedPerson;
}

export type ImportRead =
  | { readonly outcome: "read"; readonly people: readonly ReadPerson[] }
  | { readonly outcome: "unknownColumns"; readonly line: number; readonly names: readonly string[] }
  | { readonly outcome: "missingColumns"; readonly line: number; readonly columns: readonly string[] }
  | { readonly outcome: "tooManyCells"; readonly line: number; readonly count: number }
  | { readonly outcome: "tooMany"; readonly count: number }
  | { readonly outcome: "empty" }
  | { readonly outcome: "faults"; readonly faults: readonly CellFault[] };

export interface Called {
  /** How a column may be called, in any language. */
  readonly labelsOf: (column: string) => readonly string[];
  /** The option of a column that is called so; of what is none, the word itself. */
  readonly optionOf: (column: string, said: string) => string;
}

/** The form by which one row of a list is read. */
export const rowForm = (name: string, columns: Fields): Form =>
  defineForm({ id: `callForm.${name}`, outcomes: ["read"], fields: columns });

/** Takes a table as people of a list: its first row may name the columns, otherwise they are in the order of the list. */
export function readPeople(rows: readonly TableRow[], list: TableForm, called: Called): ImportRead {
  const columns = Object.keys(list.columns);
  const [first] = rows;
  if (!first) return { outcome: "empty" };
  const heads = first.cells.map((cell) => columns.find((column) => isCalled(cell, column, called)));
  const hasHead = heads.includes("email");
  if (hasHead) {
    const unknown = first.cells.filter((cell, index) => cell !== "" && heads[index] === undefined);
    if (unknown.length > 0) return { outcome: "unknownColumns", line: first.line, names: unknown };
    const missing = columns.filter((column) => !list.columns[column]?.optional && !heads.includes(column));
    if (missing.length > 0) return { outcome: "missingColumns", line: first.line, columns: missing };
  }
  const order = hasHead ? heads : columns;
  const said = hasHead ? rows.slice(1) : rows;
  if (said.length === 0) return { outcome: "empty" };
  if (said.length > list.max) return { outcome: "tooMany", count: said.length };
  const wide = said.find(({ cells }) => cells.some((cell, index) => cell !== "" && index >= order.length));
  if (wide) return { outcome: "tooManyCells", line: wide.line, count: wide.cells.length };
  const form = rowForm(list.name, list.columns);
  const faults: CellFault[] = [];
  const seen = new Map<string, number>();
  const people = said.map(({ line, cells }): ReadPerson => {
    const person = personIn(columns, order, cells, called);
    faults.push(...faultsOf(form, person, line));
    const key = (person[list.once] ?? "").toLowerCase();
    if (key !== "" && seen.has(key)) faults.push({ line, column: list.once, value: key, fault: "twice" });
    seen.set(key, line);
    return { line, person };
  });
  return faults.length > 0 ? { outcome: "faults", faults } : { outcome: "read", people };
}

function personIn(
  columns: readonly string[],
  order: readonly (string | undefined)[],
  cells: readonly string[],
  { optionOf }: Called,
): TypedPerson {
  return Object.fromEntries(
    columns.map((column) => {
      const at = order.indexOf(column);
      return [column, optionOf(column, at < 0 ? "" : (cells[at] ?? ""))];
    }),
  );
}

function faultsOf(form: Form, person: TypedPerson, line: number): readonly CellFault[] {
  const parted = Object.entries(person).filter(([, value]) => partingSigns.test(value));
  if (parted.length > 0)
    return parted.map(([column, value]) => ({ line, column, value, fault: "parting" as const }));
  const parsed = parseAnswer(form, person);
  return parsed.outcome === "valid"
    ? []
    : parsed.errors.map((fault) => ({ line, column: fault.field, value: person[fault.field] ?? "", fault }));
}

/** Words by which people call the same thing alike, however they write them. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}|\s|[.,-]/gu, "")
    .toLowerCase();

/** A head may leave out what a label says in brackets, or all but its first word. */
const isCalled = (said: string, column: string, { labelsOf }: Called): boolean =>
  said !== "" &&
  [column, ...labelsOf(column)]
    .flatMap((label) => [label, label.replace(/\s*\(.*$/, ""), label.replace(/\s.*$/, "")])
    .some((label) => plain(label) === plain(said));
