import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadCall, readCallFile } from "./call-file.ts";
import { type EventRow, readEventsFile } from "./events-file.ts";
import { readPeopleFile } from "./people-file.ts";
import type { Part } from "./play.ts";
import type { Reading } from "./reading.ts";

/** The files that one call is played from, as absolute paths. */
export interface Files {
  readonly call: string;
  readonly people: string;
  /** What breaks in on the roads; without it nothing does. */
  readonly events?: string;
}

/** One call as it was read, with everybody in its file and what breaks in on their roads. */
export interface ReadFiles {
  readonly read: ReadCall;
  readonly part: Part;
}

/** Reads and checks the files of one call. Each fault names its file, and in it what is wrong where and what is expected. */
export async function readFiles({ call, people, events }: Files): Promise<Reading<ReadFiles>> {
  const read = await readCallFile(call);
  if (read.outcome === "faulty") return read;
  const cast = readPeopleFile(people, read.value.call);
  if (cast.outcome === "faulty") return cast;
  const said = events === undefined ? noEvents : await readEventsFile(events, read.value, cast.value);
  if (said.outcome === "faulty") return said;
  const part = { call: read.value.call, cast: cast.value, events: said.value };
  return { outcome: "read", value: { read: read.value, part } };
}

const noEvents: Reading<readonly EventRow[]> = { outcome: "read", value: [] };

/**
 * The folder in which the same rehearsal of the same files goes on after a kill; what another one left there is thrown away. From
 * the seed comes the secret from which links and the codes of cases are derived, and so who reviews whom.
 */
export function prepareFolder(out: string, played: readonly Files[], seed: number): string {
  const folder = join(out, ".unfinished");
  const mark = join(folder, "fingerprint");
  const fingerprint = fingerprintOf(played, seed);
  const known = existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
  if (known !== fingerprint) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, fingerprint);
  writeFileSync(join(folder, "secret"), createHash("sha256").update(`rehearsal ${seed}`).digest("hex"));
  return folder;
}

function fingerprintOf(played: readonly Files[], seed: number): string {
  const hash = createHash("sha256");
  for (const { call, people, events } of played)
    hash
      .update(readFileSync(call))
      .update(readFileSync(people))
      .update(events === undefined ? "" : readFileSync(events));
  return hash.update(String(seed)).digest("hex");
}
