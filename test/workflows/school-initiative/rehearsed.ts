import { join } from "node:path";
import { publishCall } from "../../../functions/calls/publish.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { endOf } from "../../../infra/local/rehearse/roads.ts";
import { openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import { readExample } from "../../examples.ts";
import { cellsOf as cellsIn, played } from "../../played.ts";
import { type Call, columns, type Row } from "./rules.ts";

/** A call and its people as files, by the shapes that the specification names and no more. */
export const filesOf = (call: object, people: readonly Row[]) => ({
  call: {
    id: "iniciatyvos",
    process: "school-initiative",
    opens: "2027-01-04T09:00",
    terminateDays: 60,
    ...call,
  },
  people,
});

/** Reads the files as whoever rehearses does. Throws with every fault that is told. */
const readFiles = async (call: object, rows: readonly Row[]) => (await readExample(filesOf(call, rows))).part;

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

/** The cells of `cases.csv` that the specification names, as text, and what is left of the budget. */
export async function cellsOf(call: Call, rows: readonly Row[]) {
  const ended = await played(filesOf(call, rows));
  return {
    cases: cellsIn(ended, "cases.csv", columns),
    unspentCents: ended.told.summary?.unspentCents,
  };
}
