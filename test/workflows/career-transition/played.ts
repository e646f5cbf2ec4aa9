import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import type { Ended } from "../../../infra/local/rehearse/roads.ts";
import { playInLives } from "../../infra/local/rehearse/lives.ts";
import type { Cells, Line } from "./model.ts";

/** A call and its people, as files of a rehearsal have them. */
interface Made {
  readonly call: Readonly<Record<string, unknown>>;
  readonly people: readonly Line[];
}

/** The files of a rehearsal as the product reads them. Throws with every fault. */
export async function readMade({ call, people }: Made) {
  const read = await checkCall(JSON.stringify(call));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  const text = stringify([...people], { header: true });
  const cast = readPeople(Buffer.from(text), read.value.call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join("\n"));
  return { read: read.value, part: { call: read.value.call, cast: cast.value, events: [] } };
}

/** Plays a call through the real product, in virtual time. */
export async function played(made: Made, lives: readonly number[] = []): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-transition-"));
  try {
    const [ended] = await playInLives(folder, [await readMade(made)], lives);
    if (!ended) throw new Error("nothing came of it");
    return ended;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of an output file, with the columns that a specification names, in an order of their own. */
export function rowsOf({ told }: Ended, name: string, columns: readonly string[]): readonly Cells[] {
  const table = told.tables.find((one) => one.name === name);
  if (!table) throw new Error(`no ${name}`);
  return inOrder(
    table.rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, String(row[table.columns.indexOf(column)] ?? "")])),
    ),
  );
}

export const inOrder = (rows: readonly Cells[]): readonly Cells[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
