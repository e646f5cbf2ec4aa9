import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { publishCall } from "../../functions/calls/publish.ts";
import { faultsOfTexts } from "../../functions/reading/text-faults.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { readArguments } from "./rehearse/arguments.ts";
import { type ReadCall, readCallFile } from "./rehearse/call-file.ts";
import { type EventRow, readEventsFile } from "./rehearse/events-file.ts";
import { layOutExample } from "./rehearse/example-files.ts";
import { openLedger } from "./rehearse/ledger.ts";
import { ledgerTable } from "./rehearse/ledger-table.ts";
import { describeRun } from "./rehearse/machine.ts";
import { writeOutputs } from "./rehearse/outputs.ts";
import { readPeopleFile } from "./rehearse/people-file.ts";
import { type Part, play } from "./rehearse/play.ts";
import { openProgress } from "./rehearse/progress.ts";
import type { Reading } from "./rehearse/reading.ts";
import { endOf } from "./rehearse/roads.ts";
import { closingTable } from "./rehearse/table.ts";
import { UnsentMails } from "./rehearse/unsent.ts";
import { openingOf, openWorld } from "./rehearse/world.ts";

/**
 * Plays a whole call from two files, in virtual time, through the real handlers and the real state machines. What is of one
 * process, its columns, its answers and its output files, that process says.
 */
async function rehearse(given: readonly string[]): Promise<number> {
  const options = readArguments(given);
  if (options.outcome === "faulty") return refuse(options.faults);
  const { call: callPath, people: peoplePath, events: eventsPath, example, out, seed } = options.value;
  if (example !== undefined) {
    const laidOut = await layOutExample(example, { call: callPath, people: peoplePath });
    if (laidOut.outcome === "faulty") return refuse(laidOut.faults);
  }
  const read = await readCallFile(callPath);
  if (read.outcome === "faulty") return refuse(read.faults);
  const people = readPeopleFile(peoplePath, read.value.call);
  if (people.outcome === "faulty") return refuse(people.faults);
  const events =
    eventsPath === undefined ? noEvents : await readEventsFile(eventsPath, read.value, people.value);
  if (events.outcome === "faulty") return refuse(events.faults);
  const unsaid = (await Promise.all((await everyProcess()).map(faultsOfTexts))).flat();
  if (unsaid.length > 0) return refuse(unsaid);
  const fingerprint = createHash("sha256")
    .update(readFileSync(callPath))
    .update(readFileSync(peoplePath))
    .update(eventsPath === undefined ? "" : readFileSync(eventsPath))
    .update(String(seed))
    .digest("hex");
  const part = { call: read.value.call, cast: people.value, events: events.value };
  const folder = prepare(out, fingerprint, seed);
  try {
    await run(read.value, part, folder, out);
    return 0;
  } catch (error) {
    if (!(error instanceof UnsentMails)) throw error;
    // Whoever has mended the text rehearses from the beginning.
    rmSync(folder, { recursive: true, force: true });
    return refuse(error.faults);
  }
}

const noEvents: Reading<readonly EventRow[]> = { outcome: "read", value: [] };

const titled = z.object({
  title: z.object({ lt: z.string(), en: z.string() }),
  closes: z.string().exactOptional(),
});

async function run({ call }: ReadCall, part: Part, folder: string, out: string): Promise<void> {
  const began = performance.now();
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const opens = openingOf(part.cast);
  const world = await openWorld(folder, opens, ledger);
  const progress = openProgress(part.cast.rows.length);
  try {
    await publishCall(world.house, part.cast.given);
    await play(world, { parts: [part], ledger, onProgress: progress.show });
    progress.close();
    const ended = await endOf(world, part, ledger, opens);
    const reported = { id: call.id, opens: part.cast.opens, ...titled.parse(call.given) };
    const wallSeconds = (performance.now() - began) / 1000;
    writeOutputs(out, { ...ended, call: reported, run: describeRun(wallSeconds) });
    process.stdout.write(closingTable(ended));
    process.stdout.write(ledgerTable(ended.moved));
  } finally {
    progress.close();
    await world.close();
  }
  rmSync(folder, { recursive: true, force: true });
}

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
