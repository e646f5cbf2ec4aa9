import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { localDay } from "../../../../workflows/kernel/facts/calendar.ts";
import { type ExpectedCase, expectedCases } from "./oracle.ts";
import { callOf, personsOf } from "./persons.ts";

/** The real command, as `npm run rehearse` starts it, on files of one's own; and what it leaves behind. */

/** The two files and the folder of one rehearsal. Absolute paths. */
export interface RehearsalFolder {
  readonly call: string;
  readonly people: string;
  readonly events?: string;
  readonly out: string;
}

export const launch = fileURLToPath(new URL("../../../../infra/launch/launch.js", import.meta.url));

/** Writes the texts of a rehearsal into a folder, which is made when it is not there. */
export function layOut(
  folder: string,
  { callText, peopleText }: { readonly callText: string; readonly peopleText: string },
): RehearsalFolder {
  mkdirSync(folder, { recursive: true });
  const files = { call: join(folder, "call.json"), people: join(folder, "people.csv") };
  writeFileSync(files.call, callText);
  writeFileSync(files.people, peopleText);
  return { ...files, out: join(folder, "out") };
}

/** Starts a rehearsal as a process of its own. */
export function startRehearsal({ call, people, events, out }: RehearsalFolder): ChildProcess {
  const files = ["--call", call, "--people", people, "--out", out, ...(events ? ["--events", events] : [])];
  return spawn(process.execPath, [launch, "infra/local/rehearse.ts", ...files], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Resolves with how a process ended: its exit code, or `null` when it was killed. Throws what it complained of. */
export function endOf(child: ChildProcess): Promise<number | null> {
  let complaints = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaints += chunk.toString("utf8");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 || code === null) resolve(code);
      else reject(new Error(`the rehearsal ended with ${code}:\n${complaints}`));
    });
  });
}

export async function runRehearsal(files: RehearsalFolder): Promise<void> {
  const code = await endOf(startRehearsal(files));
  if (code !== 0) throw new Error("the rehearsal was killed by somebody else");
}

export const bytesOf = ({ out }: RehearsalFolder, name: string): string =>
  readFileSync(join(out, name), "utf8");

const rows = z.array(z.record(z.string(), z.string()));

/** The rows of `cases.csv` or `mails.csv`, each by the names of its columns. */
export const rowsOf = (
  files: RehearsalFolder,
  name: "cases.csv" | "ledger.csv" | "mails.csv",
): Record<string, string>[] => rows.parse(parse(bytesOf(files, name), { bom: true, columns: true }));

const without = (files: RehearsalFolder, columns: readonly string[]): Record<string, string>[] =>
  rowsOf(files, "cases.csv").map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column))),
  );

/** What became of everyone: `cases.csv` but for the columns that no rule foretells. */
export const casesOf = (files: RehearsalFolder) => without(files, ["mails", "transitions", "items_written"]);

/** What a kill must not change: all of `cases.csv` but for the work that was done twice. */
export const casesAndMailsOf = (files: RehearsalFolder) => without(files, ["transitions", "items_written"]);

/** What should have become of everyone, from the rules alone. */
export async function foretoldFor(files: RehearsalFolder): Promise<ExpectedCase[]> {
  const call = callOf(readFileSync(files.call, "utf8"));
  const people = personsOf(readFileSync(files.people, "utf8"), call);
  return expectedCases(call, people, publishedOn(files));
}

/** The Vilnius day of the first offers; where nobody was offered anything no rule asks for it. */
function publishedOn(files: RehearsalFolder): string {
  const first = rowsOf(files, "mails.csv").find(({ template }) => template === "offer.task");
  return first?.sent_at === undefined
    ? "2000-01-01"
    : localDay(Temporal.Instant.from(first.sent_at)).toString();
}
