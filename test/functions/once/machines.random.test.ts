import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { Table } from "../../../functions/adapters/table.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { readCallFile } from "../../../infra/local/rehearse/call-file.ts";
import { playGroups } from "../../../infra/local/rehearse/groups/play.ts";
import { readGroupRows } from "../../../infra/local/rehearse/groups/rows-file.ts";
import { type Ledger, openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { inOrderOfApplying, readPeopleFile } from "../../../infra/local/rehearse/people-file.ts";
import { playPlaces } from "../../../infra/local/rehearse/places/play.ts";
import { readPlaceRows } from "../../../infra/local/rehearse/places/rows-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { vilniusInstant } from "../../../workflows/facts/calendar.ts";
import { randomRehearsal } from "../../infra/local/rehearse/random-rehearsal.ts";
import { layOut } from "../../infra/local/rehearse/run-rehearsal.ts";
import { times } from "../../thoroughness.ts";
import { triedAgain } from "./tried-again.ts";
import { TriedTable } from "./tried-table.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-once-"));
afterAll(() => rmSync(folder, { recursive: true }));
const mostCuts = times(2, 1000);
const onProgress = () => undefined;

/** A world in which each function of a machine is cut off and tried again before it counts. */
async function inTriedWorld(
  name: string,
  opens: string,
  live: (world: OpenedWorld, ledger: Ledger) => Promise<void>,
): Promise<void> {
  const ledger = openLedger(join(folder, `${name}.jsonl`));
  let tried: TriedTable | undefined;
  const watch = (table: Table): Table => {
    tried = new TriedTable(table);
    return tried.seen();
  };
  let tries: ReturnType<typeof triedAgain> | undefined;
  const start = vilniusInstant(opens).toString({ smallestUnit: "millisecond" });
  const world = await openWorld(join(folder, name), start, ledger, undefined, {
    watch,
    between: (call) => (called, event) => {
      if (!tried) throw new Error("no table");
      tries ??= triedAgain(tried, mostCuts);
      return tries.between(call)(called, event);
    },
  });
  try {
    await live(world, ledger);
  } finally {
    await world.close();
  }
  expect(tries?.wrong.slice(0, 5)).toEqual([]);
  expect(tries?.counted.tries).toBeGreaterThan(100);
  if (tries) process.stdout.write(`${name}: ${JSON.stringify(tries.counted)}\n`);
}

const shipped = (process: string, file: string): string =>
  fileURLToPath(new URL(`../../data/rehearsal/${process}/${file}`, import.meta.url));

it("internships abroad and their ranking: a function that is cut off after any write and called again comes to the same", async () => {
  const files = layOut(join(folder, "random"), randomRehearsal(16, times(14, 40)));
  const call = await readCallFile(files.call);
  if (call.outcome === "faulty") throw new Error(call.faults.join());
  const people = readPeopleFile(files.people, call.value);
  if (people.outcome === "faulty") throw new Error(people.faults.join());
  await inTriedWorld("abroad", call.value.opens, async (world, ledger) => {
    await publishCall(world.house, call.value);
    const all = {
      callId: call.value.id,
      people: inOrderOfApplying(people.value),
      events: [],
      ledger,
      onProgress,
    };
    await play(world, all);
  });
});

it.each(["supervision", "mini-training", "peer-coaching"])("%s and its groups: the same", async (process) => {
  const given = JSON.parse(readFileSync(shipped(process, "call.json"), "utf8"));
  const rows = readGroupRows(shipped(process, "people.csv"));
  if (rows.outcome === "faulty") throw new Error(rows.faults.join());
  const names = [...new Set(rows.value.map(({ group }) => group))].slice(0, times(1, 3));
  await inTriedWorld(process, given.opens, async (world, ledger) => {
    await publishCall(world.house, given);
    const all = { callId: given.id, process: given.process, ledger, onProgress };
    await playGroups(
      world,
      all,
      rows.value.filter(({ group }) => names.includes(group)),
    );
  });
});

it("internships in Lithuania, their places and their matching: the same", async () => {
  const { internships, ...given } = JSON.parse(
    readFileSync(shipped("national-internship", "call.json"), "utf8"),
  );
  const { opens, ...announcement } = internships;
  const rows = readPlaceRows(shipped("national-internship", "people.csv"));
  if (rows.outcome === "faulty") throw new Error(rows.faults.join());
  const interns = rows.value.filter(({ kind }) => kind !== "offers");
  const some = rows.value.filter((row) => !interns.includes(row) || interns.indexOf(row) < times(6, 60));
  await inTriedWorld("national", given.opens, async (world, ledger) => {
    await publishCall(world.house, given);
    const coordinator = given.staff.coordinator.email;
    const all = { callId: given.id, announcement, announced: opens, coordinator, ledger, onProgress };
    await playPlaces(world, all, some);
  });
});
