import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCall } from "../../../functions/calls/publish.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { textsOf } from "../../../infra/local/rehearse/example-files.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { type Ended, endOf } from "../../../infra/local/rehearse/roads.ts";
import { openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import { type Call, columns, type Row } from "./rules.ts";

/** A call and its people as files, by the shapes that the specification names and no more. */
const filesOf = (call: object, rows: readonly Row[]) =>
  textsOf({
    call: {
      id: "iniciatyvos",
      process: "school-initiative",
      opens: "2027-01-04T09:00",
      terminateDays: 60,
      ...call,
    },
    people: rows,
  });

/** Reads the files as whoever rehearses does. Throws with every fault that is told. */
export async function readFiles(call: object, rows: readonly Row[]) {
  const { callText, peopleText } = filesOf(call, rows);
  const read = await checkCall(callText);
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  const cast = readPeople(Buffer.from(peopleText), read.value.call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join("\n"));
  return { call: read.value.call, cast: cast.value, events: [] };
}

/** Plays a call through the whole product, which stays open. */
export async function openRehearsal(folder: string, said: object, rows: readonly Row[]) {
  const part = await readFiles(said, rows);
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const opens = openingOf(part.call);
  const world = await openWorld(folder, opens, ledger);
  await publishCall(world.house, part.cast.given);
  await play(world, { parts: [part], ledger, onProgress: () => undefined });
  return { world, ended: await endOf(world, part, ledger, opens) };
}

/** What a call came to. */
async function rehearsed(call: object, rows: readonly Row[]): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-initiative-"));
  const { world, ended } = await openRehearsal(folder, call, rows);
  await world.close();
  rmSync(folder, { recursive: true });
  return ended;
}

/** The cells of `cases.csv` that the specification names, as text, and what is left of the budget. */
export async function cellsOf(call: Call, rows: readonly Row[]) {
  const { told } = await rehearsed(call, rows);
  const table = told.tables.find(({ name }) => name === "cases.csv");
  if (!table) throw new Error("no cases.csv was written");
  return {
    cases: table.rows.map((row) =>
      Object.fromEntries(columns.map((name) => [name, String(row[table.columns.indexOf(name)] ?? "")])),
    ),
    unspentCents: told.summary?.unspentCents,
  };
}
