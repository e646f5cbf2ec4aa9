import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { writeExample } from "./example-files.ts";
import { type Files, type ReadFiles, readFiles } from "./files.ts";
import { faulty, type Reading } from "./reading.ts";

/** A call of a programme, by the name of its folder. */
export interface ProgrammeCall extends ReadFiles {
  readonly name: string;
  readonly files: Files;
}

/** Where there is no such folder yet, lays out the example of every process in it, for whoever wants to see a programme and change it. */
export async function layOutProgramme(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  for (const { id, rehearsal } of await everyProcess()) {
    const example = await (await rehearsal?.())?.example();
    const within = join(folder, id);
    const files = { call: join(within, "call.json"), people: join(within, "people.csv") };
    // Several bring a call of the same name; whoever has gone through any of them is asked the same.
    const call = { ...example?.call, id, followUpMonths: 6 };
    if (example) writeExample({ ...example, call }, files);
  }
}

/**
 * Reads every call of a programme: each folder in `folder` that holds a `call.json`, with its `people.csv`, and `events.csv` where it
 * is there, in the order of their names. Faults are those of all calls.
 */
export async function readProgramme(folder: string): Promise<Reading<readonly ProgrammeCall[]>> {
  const named = foldersIn(folder);
  if (named.length === 0)
    return faulty(
      `${folder}: expected a folder for each call, with its call.json and people.csv, found none`,
    );
  const calls: ProgrammeCall[] = [];
  const faults: string[] = [];
  for (const { name, files } of named) {
    const read = await readFiles(files);
    if (read.outcome === "faulty") faults.push(...read.faults);
    else calls.push({ name, files, ...read.value });
  }
  for (const [index, { files, part }] of calls.entries()) {
    const first = calls.findIndex((other) => other.part.call.id === part.call.id);
    if (first < index)
      faults.push(
        `${files.call}: id: expected one of its own, found "${part.call.id}", which ${calls[first]?.name} has`,
      );
  }
  return faults.length > 0 ? faulty(...faults) : { outcome: "read", value: calls };
}

function foldersIn(folder: string): readonly { readonly name: string; readonly files: Files }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, within: join(folder, name) }))
    .filter(({ within }) => existsSync(join(within, "call.json")))
    .map(({ name, within }) => {
      const events = join(within, "events.csv");
      return {
        name,
        files: {
          call: join(within, "call.json"),
          people: join(within, "people.csv"),
          ...(existsSync(events) ? { events } : {}),
        },
      };
    });
}
