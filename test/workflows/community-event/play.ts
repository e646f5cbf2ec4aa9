import type { Ended } from "../../../infra/local/rehearse/roads.ts";
import { cellsOf as cellsIn } from "../../played.ts";
import { columns } from "./made-up.ts";
import { become, type Expected, type Line, type ModelCall } from "./rules.ts";

/** A call and its people as their files have them: each line with all columns. */
export const filesOf = (call: object, people: readonly Line[]) => ({
  call: { ...call },
  people: people.map((line) => Object.fromEntries(columns.map((column) => [column, line[column] ?? ""]))),
});

const named = ["kind", "line", "event", "name", "status", "seat_at", "hours", "slot"] as const;

/** The cells of `cases.csv` that the specification names, a line each, in the order of the file. */
export const cellsOf = (ended: Pick<Ended, "told">): readonly string[] =>
  cellsIn(ended, "cases.csv", named).map((row) => named.map((column) => row[column]).join(","));

export const expectedOf = (call: ModelCall, people: readonly Line[]): readonly string[] =>
  become(call, people).map((row: Expected) => named.map((column) => row[column]).join(","));
