import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCall } from "../../../functions/calls/publish.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { textsOf } from "../../../infra/local/rehearse/example-files.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { endOf } from "../../../infra/local/rehearse/roads.ts";
import { openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import { type Call, columns, type File, type Line, type Rows } from "./rules.ts";

/** Reads the files as whoever rehearses does. Throws with every fault that is told. */
export async function readFiles(call: object, lines: readonly Line[]) {
  const { callText, peopleText } = textsOf({
    call: { id: "kampanija", process: "assessment-campaign", opens: "2027-03-01T09:00", ...call },
    people: lines,
  });
  const read = await checkCall(callText);
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  const cast = readPeople(Buffer.from(peopleText), read.value.call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join("\n"));
  return { call: read.value.call, cast: cast.value, events: [] };
}

/** Plays a campaign through the whole product, which stays open; `beside` is where its sheets of codes are kept. */
async function openRehearsal(folder: string, beside: string, said: Call, lines: readonly Line[]) {
  const part = await readFiles(said, lines);
  const ledger = openLedger(join(beside, "applications.jsonl"));
  const opens = openingOf(part.call);
  const world = await openWorld(folder, opens, ledger);
  await publishCall(world.house, part.cast.given);
  await play(world, { parts: [part], ledger, onProgress: () => undefined });
  return { world, part, ended: await endOf(world, part, ledger, opens) };
}

/** The cells of the files that the specification names, as text. */
export async function filesRehearsed(
  call: Call,
  lines: readonly Line[],
): Promise<Readonly<Record<File, Rows>>> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-campaign-"));
  const { world, ended } = await openRehearsal(folder, folder, call, lines);
  await world.close();
  rmSync(folder, { recursive: true });
  const rowsOf = (file: File): Rows => {
    const table = ended.told.tables.find(({ name }) => name === file);
    if (!table) throw new Error(`no ${file} was written`);
    return table.rows.map((row) =>
      Object.fromEntries(columns[file].map((name) => [name, String(row[table.columns.indexOf(name)] ?? "")])),
    );
  };
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
