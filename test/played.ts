import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ended } from "../infra/local/rehearse/roads.ts";
import type { Example } from "../workflows/kernel/rehearsal.ts";
import { readExample } from "./examples.ts";
import { playInLives } from "./infra/local/rehearse/lives.ts";

/**
 * Plays the files of a rehearsal through the real handlers and machines, in virtual time, in a folder that is thrown away. `lives`
 * says after how many leaps of time each life but the last ends. Throws with every fault of the files.
 */
export async function played(files: Example, lives: readonly number[] = []): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-played-"));
  try {
    const [ended] = await playInLives(folder, [await readExample(files)], lives);
    if (!ended) throw new Error("nothing came of it");
    return ended;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of an output file by the columns that a specification names, as text, in the order of the file. */
export function cellsOf(
  { told }: Pick<Ended, "told">,
  name: string,
  columns: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  const table = told.tables.find((one) => one.name === name);
  if (!table) throw new Error(`no ${name} was written`);
  return table.rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, String(row[table.columns.indexOf(column)] ?? "")])),
  );
}
