import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDbos } from "./engine/dbos.ts";
import { measureLocalStepFunctions } from "./engine/local-stepfunctions.ts";
import { oursByPackage } from "./engine/machines.ts";
import { journalBytes, measureOpening, measureOurs } from "./engine/ours.ts";
import type { PeerEngine } from "./engine/peer.ts";
import { openRestate } from "./engine/restate.ts";
import { median } from "./medians.ts";
import { startPostgres, withoutPostgres } from "./peers/postgres.ts";
import { type Report, type Row, row } from "./report.ts";

const runs = 5;
const executions = 1000;
const clients = 50;
const waiting = 10_000;

/** Both durabilities, for one client who waits for each execution and for fifty. */
const lives = [
  { what: "one client, survives a power cut", survives: "powerCut", clients: 1, executions: 50 },
  { what: "one client, survives the process", survives: "process", clients: 1, executions: 50 },
  { what: "fifty clients, survives a power cut", survives: "powerCut", clients, executions },
  { what: "fifty clients, survives the process", survives: "process", clients, executions },
] as const;

/**
 * Executions a second of a machine with twelve steps (four each of Pass, Choice and Task). Ours runs with both durabilities
 * beside DBOS on PostgreSQL and Restate, where they can be had, and without a power cut in mind beside
 * aws-local-stepfunctions, which keeps nothing. Those who are compared take turns, so that a bad moment of a shared machine
 * meets all of them.
 */
export async function measure(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-engine-"));
  try {
    const alone = await besideOneThatKeepsNothing(folder);
    const both = await besideDurableOnes(folder);
    const bytes = await journalBytes(join(folder, "bytes"), executions);
    const opening = await measureOpening(join(folder, "waiting"), waiting);
    return {
      rows: [
        ...both.rows,
        ...alone,
        row("journal of an execution", `${Math.round(bytes)} bytes`, bytes),
        row(`opening a journal with ${waiting} waiting`, `${Math.round(opening)} ms`, opening),
      ],
      notes: [
        `${executions} executions of twelve steps a run, fifty for a single client; medians of ${runs} runs.`,
        "What survives a power cut: ours with synchronous=FULL, PostgreSQL with synchronous_commit=on, Restate with its write-ahead log flushed to the disk; what survives the process: NORMAL, off, not flushed. DBOS and Restate keep the four calls of a road, ours keeps all twelve steps.",
        ...both.notes,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function besideOneThatKeepsNothing(folder: string): Promise<readonly Row[]> {
  const rates: Record<"inFile" | "byPackage" | "inMemory" | "other", number[]> = {
    inFile: [],
    byPackage: [],
    inMemory: [],
    other: [],
  };
  const load = { executions, clients };
  for (let run = 0; run < runs; run += 1) {
    const file = (name: string): string => join(folder, `${run}.${name}`);
    rates.inFile.push(await measureOurs({ ...load, journal: file("journal") }));
    rates.byPackage.push(await measureOurs({ ...load, journal: file("package"), definition: oursByPackage }));
    rates.inMemory.push(await measureOurs({ ...load, journal: ":memory:" }));
    rates.other.push(await measureLocalStepFunctions(executions, clients));
  }
  const other = median(rates.other);
  const against = (what: string, values: readonly number[]): Row =>
    row(`ours, ${what}, against it`, timesOf(median(values), other), median(values) / other);
  return [
    row("aws-local-stepfunctions, which keeps nothing", rateText(other), other),
    against("journal in a file", rates.inFile),
    against("sums that only the jsonata package can do", rates.byPackage),
    against("journal in memory", rates.inMemory),
  ];
}

/** The peers of one durability, with the names that their rows have. */
type Peers = ReadonlyMap<string, PeerEngine>;

async function besideDurableOnes(folder: string): Promise<Pick<Report, "notes" | "rows">> {
  const rows: Row[] = [];
  const notes = new Set<string>();
  for (const survives of ["powerCut", "process"] as const) {
    const stops: (() => unknown)[] = [];
    try {
      const peers = new Map<string, PeerEngine>();
      const postgres = await startPostgres(survives);
      if (postgres) {
        stops.push(postgres.stop);
        peers.set("DBOS", await openDbos(postgres.url));
      } else notes.add(withoutPostgres);
      peers.set("Restate", await openRestate(survives));
      stops.push(...[...peers.values()].map(({ stop }) => stop));
      for (const life of lives.filter((one) => one.survives === survives)) {
        rows.push(...(await inTurns(folder, life, peers)));
      }
    } finally {
      for (const stop of stops.toReversed()) await stop();
    }
  }
  return { rows, notes: [...notes] };
}

/** Everybody's rate in one life. Each runs once before it counts. */
async function inTurns(folder: string, life: (typeof lives)[number], peers: Peers): Promise<readonly Row[]> {
  const own: number[] = [];
  const theirs = new Map([...peers.keys()].map((name) => [name, [] as number[]]));
  for (let run = -1; run < runs; run += 1) {
    const journal = join(folder, `${life.survives}-${life.clients}-${run}.sqlite`);
    const rate = await measureOurs({ ...life, journal });
    if (run >= 0) own.push(rate);
    for (const [name, peer] of peers) {
      const rateOfPeer = await peer.measure(life.executions, life.clients);
      if (run >= 0) theirs.get(name)?.push(rateOfPeer);
    }
  }
  const ours = median(own);
  return [
    row(`ours, ${life.what}`, rateText(ours), ours),
    ...[...theirs].map(([name, rates]) => {
      const peer = median(rates);
      return row(`against ${name}, ${life.what}`, `${timesOf(ours, peer)} (${rateText(peer)})`, ours / peer);
    }),
  ];
}

const rateText = (rate: number): string => `${Math.round(rate)} executions/s`;
const timesOf = (one: number, other: number): string => `${(one / other).toFixed(2)} ×`;
