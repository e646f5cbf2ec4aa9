import { publishCall } from "../../../functions/calls/publish.ts";
import { inRepository } from "../../machine-file.ts";
import { readCallFile } from "../rehearse/call-file.ts";
import { playGroups } from "../rehearse/groups/play.ts";
import { groupProcesses } from "../rehearse/groups/rehearse.ts";
import { readGroupRows } from "../rehearse/groups/rows-file.ts";
import { callIn, inOwnWorld, type RehearsedCall } from "../rehearse/on-the-side.ts";
import { inOrderOfApplying, readPeopleFile } from "../rehearse/people-file.ts";
import { playPlaces } from "../rehearse/places/play.ts";
import { announced, placeProcesses } from "../rehearse/places/rehearse.ts";
import { readPlaceRows } from "../rehearse/places/rows-file.ts";
import { play } from "../rehearse/play.ts";
import type { Reading } from "../rehearse/reading.ts";
import type { OpenedWorld } from "../rehearse/world.ts";
import type { Counts } from "./counts.ts";
import { openTally } from "./tally.ts";

/** Whose rehearsals are counted: the process that a call is named by, and the folder of its files. */
const rehearsed = {
  "foreign-internship": "",
  "national-internship": "national-internship/",
  "mini-training": "mini-training/",
  "peer-coaching": "peer-coaching/",
  supervision: "supervision/",
} as const;

type Player = (world: OpenedWorld, ledger: Parameters<Parameters<typeof inOwnWorld>[2]>[1]) => Promise<void>;

/** Plays the rehearsal of each process whose files are shipped, and counts what it asks of services. */
export async function countAll(onPlayed: (process: string) => void): Promise<Counts> {
  const counts: Record<string, Counts[string]> = {};
  for (const [process, folder] of Object.entries(rehearsed)) {
    counts[process] = await count(inRepository(`test/data/rehearsal/${folder}`));
    onPlayed(process);
  }
  return counts;
}

async function count(folder: string): Promise<Counts[string]> {
  const { given, cases, player } = await readPlay(`${folder}call.json`, `${folder}people.csv`);
  const tally = openTally();
  let transitions = 0;
  let executions = 0;
  await inOwnWorld(
    given,
    cases,
    async (world, ledger) => {
      await player(world, ledger);
      for (const { executionArn } of world.local.engine.listExecutions()) {
        executions++;
        transitions += world.local.engine.transitions(executionArn);
      }
    },
    tally,
  );
  return { cases, executions, transitions, ...tally.counted() };
}

async function readPlay(
  callPath: string,
  peoplePath: string,
): Promise<{ readonly given: RehearsedCall; readonly cases: number; readonly player: Player }> {
  const onProgress = () => {};
  const groups = callIn(callPath, groupProcesses);
  if (groups) {
    const rows = readOrThrow(readGroupRows(peoplePath));
    return {
      given: groups,
      cases: rows.length,
      player: async (world, ledger) => {
        await publishCall(world.house, groups);
        await playGroups(world, { callId: groups.id, process: groups.process, ledger, onProgress }, rows);
      },
    };
  }
  const places = callIn(callPath, placeProcesses);
  if (places) {
    const { internships, staff } = announced.parse(places);
    const { internships: _, ...given } = places;
    const rows = readOrThrow(readPlaceRows(peoplePath));
    const { opens, ...announcement } = internships;
    const coordinator = staff.coordinator.email;
    return {
      given,
      cases: rows.length,
      player: async (world, ledger) => {
        await publishCall(world.house, given);
        const playing = { callId: given.id, announcement, announced: opens, coordinator, ledger, onProgress };
        await playPlaces(world, playing, rows);
      },
    };
  }
  const call = readOrThrow(await readCallFile(callPath));
  const people = inOrderOfApplying(readOrThrow(readPeopleFile(peoplePath, call)));
  return {
    given: call,
    cases: people.length,
    player: async (world, ledger) => {
      await publishCall(world.house, call);
      await play(world, { callId: call.id, people, events: [], ledger, onProgress });
    },
  };
}

function readOrThrow<T>(reading: Reading<T>): T {
  if (reading.outcome === "faulty") throw new Error(reading.faults.join("\n"));
  return reading.value;
}
