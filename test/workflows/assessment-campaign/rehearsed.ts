import { readExample } from "../../examples.ts";
import { cellsOf, played } from "../../played.ts";
import { type Call, columns, type File, type Line, type Rows } from "./rules.ts";

const filesOf = (call: object, people: readonly Line[]) => ({
  call: { id: "kampanija", process: "assessment-campaign", opens: "2027-03-01T09:00", ...call },
  people,
});

/** Reads the files as whoever rehearses does. Throws with every fault that is told. */
export const readFiles = async (call: object, lines: readonly Line[]) =>
  (await readExample(filesOf(call, lines))).part;

/** The cells of the files that the specification names, as text. */
export async function filesRehearsed(
  call: Call,
  lines: readonly Line[],
): Promise<Readonly<Record<File, Rows>>> {
  const ended = await played(filesOf(call, lines));
  const rowsOf = (file: File): Rows => cellsOf(ended, file, columns[file]);
  return {
    "results.csv": rowsOf("results.csv"),
    "rates.csv": rowsOf("rates.csv"),
    "refused.csv": rowsOf("refused.csv"),
    "cases.csv": rowsOf("cases.csv"),
  };
}

/** Rows whatever their order. */
export const unordered = (files: Readonly<Record<File, Rows>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(files).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).toSorted()]),
  );
