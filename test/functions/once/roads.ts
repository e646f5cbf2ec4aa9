import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { composeIBAN } from "ibantools";
import { publishCall } from "../../../functions/calls/publish.ts";
import { readCallFile } from "../../../infra/local/rehearse/call-file.ts";
import { playGroups } from "../../../infra/local/rehearse/groups/play.ts";
import { readGroupRows } from "../../../infra/local/rehearse/groups/rows-file.ts";
import type { Ledger } from "../../../infra/local/rehearse/ledger.ts";
import { inOrderOfApplying, readPeopleFile } from "../../../infra/local/rehearse/people-file.ts";
import { playPlaces } from "../../../infra/local/rehearse/places/play.ts";
import { readPlaceRows } from "../../../infra/local/rehearse/places/rows-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";
import { randomRehearsal } from "../../infra/local/rehearse/random-rehearsal.ts";
import { layOut } from "../../infra/local/rehearse/run-rehearsal.ts";
import { times } from "../../thoroughness.ts";

/** A call of one process with its people, to be lived from its opening to the end of the last road. */
export interface Road {
  /** Local time in Vilnius. */
  readonly opens: string;
  readonly live: (world: OpenedWorld, ledger: Ledger) => Promise<void>;
}

/** Every process that can be rehearsed: internships abroad, three kinds of groups, internships in Lithuania. */
export const roadNames = [
  "foreign-internship",
  "supervision",
  "mini-training",
  "peer-coaching",
  "national-internship",
] as const;
export type RoadName = (typeof roadNames)[number];

interface Size {
  /** Of those who are there by chance. */
  readonly people?: number;
  readonly groups?: number;
}

/** `folder` takes the files of those who are there by chance. */
export function roadOf(
  name: RoadName,
  folder: string,
  { people = times(14, 40), groups = times(1, 3) }: Size = {},
): Promise<Road> {
  switch (name) {
    case "foreign-internship":
      return abroad(folder, people);
    case "national-internship":
      return inLithuania();
    default:
      return inGroups(name, groups);
  }
}

const onProgress = () => undefined;
const shipped = (process: string, file: string): string =>
  fileURLToPath(new URL(`../../data/rehearsal/${process}/${file}`, import.meta.url));

/** Everybody has an account of their own: of two who share one, which is asked about it hangs on who signs first at one instant. */
function accountOf(number: number): string {
  const iban = composeIBAN({ countryCode: "LT", bban: `10000${String(number).padStart(11, "0")}` });
  if (iban === null) throw new Error(`${number}: no account`);
  return iban;
}

async function abroad(folder: string, many: number): Promise<Road> {
  const files = layOut(join(folder, "random"), randomRehearsal(16, many));
  const call = await readCallFile(files.call);
  if (call.outcome === "faulty") throw new Error(call.faults.join());
  const read = readPeopleFile(files.people, call.value);
  if (read.outcome === "faulty") throw new Error(read.faults.join());
  const people = inOrderOfApplying(read.value).map((person, number) => ({
    ...person,
    iban: accountOf(number),
  }));
  return {
    opens: call.value.opens,
    live: async (world, ledger) => {
      await publishCall(world.house, call.value);
      await play(world, { callId: call.value.id, people, events: [], ledger, onProgress });
    },
  };
}

async function inGroups(process: RoadName, many: number): Promise<Road> {
  const given = JSON.parse(readFileSync(shipped(process, "call.json"), "utf8"));
  const read = readGroupRows(shipped(process, "people.csv"));
  if (read.outcome === "faulty") throw new Error(read.faults.join());
  const names = [...new Set(read.value.map(({ group }) => group))].slice(0, many);
  const rows = read.value.filter(({ group }) => names.includes(group));
  return {
    opens: given.opens,
    live: async (world, ledger) => {
      await publishCall(world.house, given);
      await playGroups(world, { callId: given.id, process: given.process, ledger, onProgress }, rows);
    },
  };
}

async function inLithuania(): Promise<Road> {
  const { internships, ...given } = JSON.parse(
    readFileSync(shipped("national-internship", "call.json"), "utf8"),
  );
  const { opens, ...announcement } = internships;
  const read = readPlaceRows(shipped("national-internship", "people.csv"));
  if (read.outcome === "faulty") throw new Error(read.faults.join());
  const interns = read.value.filter(({ kind }) => kind !== "offers");
  const rows = read.value.filter((row) => !interns.includes(row) || interns.indexOf(row) < times(6, 60));
  const coordinator = given.staff.coordinator.email;
  return {
    opens: given.opens,
    live: async (world, ledger) => {
      await publishCall(world.house, given);
      const all = { callId: given.id, announcement, announced: opens, coordinator, ledger, onProgress };
      await playPlaces(world, all, rows);
    },
  };
}
