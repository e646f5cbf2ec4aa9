import { readdirSync } from "node:fs";
import { publishCall } from "../../../functions/calls/publish.ts";
import { inRepository } from "../../machine-file.ts";
import { readCallFile } from "../rehearse/call-file.ts";
import { readPeopleFile } from "../rehearse/people-file.ts";
import { play } from "../rehearse/play.ts";
import type { Reading } from "../rehearse/reading.ts";
import { inOwnWorld } from "../rehearse/world.ts";
import type { Counts } from "./counts.ts";
import { openTally } from "./tally.ts";

const shipped = "test/data/rehearsal";

/** Plays each rehearsal whose files are shipped, and counts what it asks of services. */
export async function countAll(onPlayed: (process: string) => void): Promise<Counts> {
  const counts: Record<string, Counts[string]> = {};
  const folders = readdirSync(inRepository(shipped), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const folder of ["", ...folders.map(({ name }) => name)]) {
    const path = inRepository(`${shipped}/${folder}`);
    if (!readdirSync(path).includes("people.csv")) continue;
    const { process, counted } = await count(path);
    const name = folder === "" ? process : folder;
    counts[name] = counted;
    onPlayed(name);
  }
  return counts;
}

async function count(
  folder: string,
): Promise<{ readonly process: string; readonly counted: Counts[string] }> {
  const { call, process } = readOrThrow(await readCallFile(`${folder}/call.json`));
  const cast = readOrThrow(readPeopleFile(`${folder}/people.csv`, call));
  const tally = openTally();
  let transitions = 0;
  let executions = 0;
  await inOwnWorld(
    cast,
    async (world, ledger) => {
      await publishCall(world.house, cast.given);
      await play(world, { parts: [{ call, cast, events: [] }], ledger, onProgress: () => {} });
      for (const { executionArn } of world.local.engine.listExecutions()) {
        executions++;
        transitions += world.local.engine.transitions(executionArn);
      }
    },
    tally,
  );
  return {
    process: process.id,
    counted: { cases: cast.rows.length, executions, transitions, ...tally.counted() },
  };
}

function readOrThrow<T>(reading: Reading<T>): T {
  if (reading.outcome === "faulty") throw new Error(reading.faults.join("\n"));
  return reading.value;
}
