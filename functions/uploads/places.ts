import { randomBytes } from "node:crypto";
import type { Field, Fields } from "../../workflows/kernel/field.ts";
import type { Upload } from "../store/applicant-items.ts";

/**
 * Where a file belongs is a place: `attachment` for a field, `costs.evidence.<slot>` for a column of rows. The slot is a name
 * that the row's own cell holds, so that the file stays with its row when others come or go.
 */
interface Place {
  readonly name: string;
  readonly column?: string;
  readonly field: Field<unknown>;
}

/** A file of a form; `isKept` where a field has it from an earlier task that asked the same. */
export type Brought = Upload & { readonly isKept?: true };

type Files = Readonly<Record<string, Upload>>;

/** As long as what the cell of a file may hold. */
const slot = /^[A-Za-z0-9_-]{16,40}$/;
export const isSlot = (said: string): boolean => slot.test(said);
export const newSlot = (): string => randomBytes(18).toString("base64url");

export const placeInRow = (name: string, column: string, cell: string): string => `${name}.${column}.${cell}`;
export const isInRow = (place: string): boolean => place.includes(".");

/** The field or the column that takes the file of a place; `undefined` where none does. */
export function placeIn(fields: Fields, place: string): Place | undefined {
  const [name = "", column, cell = "", ...more] = place.split(".");
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (column === undefined) return field?.kind === "file" ? { name, field } : undefined;
  const { columns = {} } = field ?? {};
  const asked = Object.hasOwn(columns, column) ? columns[column] : undefined;
  return asked?.kind === "file" && more.length === 0 && isSlot(cell)
    ? { name, column, field: asked }
    : undefined;
}

/** The key of a place's label among the words of its form. */
export const labelKeyOf = (form: string, place: string): string =>
  `${form}.${place.split(".").slice(0, 2).join(".")}.label`;

/** Each column of rows that takes files. */
export const fileColumnsOf = (fields: Fields): readonly (readonly [name: string, column: string])[] =>
  Object.entries(fields).flatMap(([name, { columns = {} }]) =>
    Object.entries(columns).flatMap(([column, { kind }]) =>
      kind === "file" ? [[name, column] as const] : [],
    ),
  );

/** Is it what the cell of a row names: by the slot it came for, or by itself where an answer held it before? */
export const isOfCell = ({ field, id }: Pick<Upload, "field" | "id">, place: string): boolean =>
  field === place || (isInRow(place) && field.startsWith(columnOf(place)) && place.endsWith(`.${id}`));

/** What all places of one column begin with. */
export const columnOf = (place: string): string => place.slice(0, place.lastIndexOf(".") + 1);

/** The earlier first; of two at one instant the one that can be used counts. */
export function inOrder(uploads: readonly Upload[]): readonly Upload[] {
  const order = ({ at, status }: Upload): string => `${at} ${status === "released" ? 1 : 0}`;
  return uploads.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The latest file of each place. */
export const latestOf = (uploads: readonly Upload[]): Readonly<Record<string, Upload>> =>
  Object.fromEntries(inOrder(uploads).map((upload) => [upload.field, upload]));

/** The file of a row's cell, of those that there are by their places. */
export const fileOfCell = (files: Files, name: string, column: string, cell: unknown): Upload | undefined =>
  typeof cell === "string" && isSlot(cell)
    ? inOrder(Object.values(files).filter((upload) => isOfCell(upload, placeInRow(name, column, cell)))).at(
        -1,
      )
    : undefined;

/** What was said, each row with the file that was released for it: what else its cell says is not looked at. */
export function withRowFiles(
  fields: Fields,
  said: Readonly<Record<string, unknown>>,
  files: Files,
): Record<string, unknown> {
  const values = { ...said };
  for (const [name, column] of fileColumnsOf(fields)) {
    const rows = values[name];
    if (!Array.isArray(rows)) continue;
    values[name] = rows.map((row: unknown) => {
      if (typeof row !== "object" || row === null || !Object.hasOwn(row, column)) return row;
      const cells: Readonly<Record<string, unknown>> = { ...row };
      const file = fileOfCell(files, name, column, cells[column]);
      return { ...cells, [column]: file?.status === "released" ? file.id : "" };
    });
  }
  return values;
}

/** The files that the rows of an answer hold, each with its place and the number of its row, from 1. */
export const filesInRows = (fields: Fields, values: Readonly<Record<string, unknown>>) =>
  fileColumnsOf(fields).flatMap(([name, column]) => {
    const rows: unknown = values[name];
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row: unknown, index) => {
      const id = typeof row === "object" && row !== null ? new Map(Object.entries(row)).get(column) : "";
      return typeof id === "string" && id !== "" ? [{ name, column, row: index + 1, id }] : [];
    });
  });
