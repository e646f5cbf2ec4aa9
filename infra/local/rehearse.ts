import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishCall } from "../../functions/calls/publish.ts";
import { refOfCall } from "../../functions/store/keys.ts";
import type { CallFile } from "../../workflows/foreign-internship/call.ts";
import { vilniusInstant } from "../../workflows/kernel/facts/calendar.ts";
import { readArguments } from "./rehearse/arguments.ts";
import { readCallFile } from "./rehearse/call-file.ts";
import { type EventRow, readEventsFile } from "./rehearse/events-file.ts";
import { groupProcesses, rehearseGroups } from "./rehearse/groups/rehearse.ts";
import { openLedger } from "./rehearse/ledger.ts";
import { ledgerTable } from "./rehearse/ledger-table.ts";
import { describeRun } from "./rehearse/machine.ts";
import { callIn } from "./rehearse/on-the-side.ts";
import { writeOutputs } from "./rehearse/outputs.ts";
import { paymentsXml } from "./rehearse/payments.ts";
import { inOrderOfApplying, type PersonRow, readPeopleFile } from "./rehearse/people-file.ts";
import { placeProcesses, rehearsePlaces } from "./rehearse/places/rehearse.ts";
import { play } from "./rehearse/play.ts";
import { ledgerRows } from "./rehearse/postings.ts";
import { openProgress } from "./rehearse/progress.ts";
import type { Reading } from "./rehearse/reading.ts";
import { caseRows, mailRows } from "./rehearse/results.ts";
import { summarize } from "./rehearse/summary.ts";
import { closingTable } from "./rehearse/table.ts";
import { openWorld } from "./rehearse/world.ts";

/** Plays a whole call from two files, in virtual time, through the real handlers and the real state machines. */
async function rehearse(given: readonly string[]): Promise<number> {
  const options = readArguments(given);
  if (options.outcome === "faulty") return refuse(options.faults);
  const { call: callPath, people: peoplePath, events: eventsPath, out, seed } = options.value;
  const groups = callIn(callPath, groupProcesses);
  const places = callIn(callPath, placeProcesses);
  const settings = { people: peoplePath, out };
  if (groups) return refuse(await rehearseGroups(groups, settings));
  if (places) return refuse(await rehearsePlaces(places, settings));
  const call = await readCallFile(callPath);
  if (call.outcome === "faulty") return refuse(call.faults);
  const people = readPeopleFile(peoplePath, call.value);
  if (people.outcome === "faulty") return refuse(people.faults);
  const events = eventsPath === undefined ? noEvents : readEventsFile(eventsPath, call.value);
  if (events.outcome === "faulty") return refuse(events.faults);
  const fingerprint = createHash("sha256")
    .update(readFileSync(callPath))
    .update(readFileSync(peoplePath))
    .update(eventsPath === undefined ? "" : readFileSync(eventsPath))
    .update(String(seed))
    .digest("hex");
  const played = { call: call.value, people: people.value, events: events.value };
  await run(played, prepare(out, fingerprint, seed), out);
  return 0;
}

const noEvents: Reading<readonly EventRow[]> = { outcome: "read", value: [] };

interface Played {
  readonly call: CallFile;
  readonly people: readonly PersonRow[];
  readonly events: readonly EventRow[];
}

async function run({ call, people, events }: Played, folder: string, out: string): Promise<void> {
  const began = performance.now();
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const opens = vilniusInstant(call.opens).toString({ smallestUnit: "millisecond" });
  const world = await openWorld(folder, opens, ledger);
  const progress = openProgress(people.length);
  try {
    await publishCall(world.house, call);
    await play(world, {
      callId: call.id,
      people: inOrderOfApplying(people),
      events,
      ledger,
      onProgress: progress.show,
    });
    progress.close();
    const parts = { house: world.house, ledger, transitionsOf: world.transitionsOf };
    const cases = await caseRows(parts, people);
    const mails = await mailRows(parts, people, call);
    const postings = await ledgerRows(parts, people);
    const payments = await paymentsXml(parts, people, call);
    const totals = {
      virtualDays: Math.ceil((Date.parse(world.house.clock.now()) - Date.parse(opens)) / 86_400_000),
      transitions: sum(cases.map((row) => row.transitions)) + world.transitionsOf(refOfCall(call.id)),
      items: sum(cases.map((row) => row.itemsWritten)),
    };
    const wallSeconds = (performance.now() - began) / 1000;
    writeOutputs(out, { call, cases, mails, postings, payments, totals, run: describeRun(wallSeconds) });
    process.stdout.write(closingTable(summarize(call, cases, totals)));
    process.stdout.write(ledgerTable(postings));
  } finally {
    progress.close();
    await world.close();
  }
  rmSync(folder, { recursive: true, force: true });
}

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/**
 * The folder in which the same rehearsal goes on after a kill; what another one left there is thrown away. From the
 * seed comes the secret from which links and the codes of cases are derived, and so who reviews whom.
 */
function prepare(out: string, fingerprint: string, seed: number): string {
  const folder = join(out, ".unfinished");
  const mark = join(folder, "fingerprint");
  const known = existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
  if (known !== fingerprint) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, fingerprint);
  writeFileSync(join(folder, "secret"), createHash("sha256").update(`rehearsal ${seed}`).digest("hex"));
  return folder;
}

/** Says what is wrong with the files, if anything is; the exit code. */
function refuse(faults: readonly string[]): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = await rehearse(process.argv.slice(2));
