import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { keptClock } from "./clock.ts";
import { pagesInLog } from "./database/log-pages.ts";
import { leastLog, logOf, sizeOf } from "./database/open-mark.ts";
import { wholeFolder } from "./database/schema.ts";
import { keptDigests } from "./kept-digests.ts";
import { mailsOnly } from "./mail-file.ts";
import { isSecret } from "./secret.ts";
import { StartFault } from "./start-fault.ts";

/** What a data folder holds that lasts; the database first, which is made before all others. */
export const dataFiles = [
  "kelias.sqlite",
  "secret",
  "clock.json",
  "digests.json",
  "documents.sqlite",
  "mail.jsonl",
] as const;
type DataFile = (typeof dataFiles)[number];

/**
 * Looks, without writing anything, whether a folder has what its data need: beside a file that is missing or was cut off nothing may
 * start, or what was stored would be gone without a word. A folder without data is fine.
 *
 * Throws a `StartFault` that names the file.
 */
export function examineFolder(folder: string): void {
  const present = dataFiles.filter((name) => existsSync(join(folder, name)));
  // A secret alone was put there by whoever wants that one: every other file is made after the database.
  if (present.every((name) => name === "secret")) return;
  const database = join(folder, "kelias.sqlite");
  if (!present.includes("kelias.sqlite")) throw missing(database);
  const isWhole = headerOf(database)?.applicationId === wholeFolder;
  const wasKilled = leastLog(database) !== undefined || sizeOf(logOf(database)) > 0;
  for (const name of present) {
    const path = join(folder, name);
    // Before a folder was whole, one without mails had an empty file of them.
    const isBegun = isWhole || name !== "mail.jsonl" || sizeOf(path) > 0;
    if (isBegun && !isReadable[name](path, wasKilled)) throw damaged(path);
  }
  examineLog(database);
  if (!isWhole) return;
  for (const name of dataFiles) if (!present.includes(name)) throw missing(join(folder, name));
}

/** What was committed last is in the log, until the database is closed. */
function examineLog(database: string): void {
  const log = logOf(database);
  const least = leastLog(database);
  const size = sizeOf(log);
  if (least !== undefined && size === 0) throw missing(log);
  if (size < (least ?? 0) || (size > 0 && !isLog(log))) throw damaged(log);
}

const missing = (file: string) => new StartFault("fileMissing", { detail: file });
const damaged = (file: string) => new StartFault("fileDamaged", { detail: file });

const isReadable: Readonly<Record<DataFile, (path: string, wasKilled: boolean) => boolean>> = {
  "kelias.sqlite": isDatabase,
  secret: (path) => isSecret(readFileSync(path, "utf8").trim()),
  "clock.json": (path) => keptClock.safeParse(jsonIn(path)).success,
  "digests.json": (path) => keptDigests.safeParse(jsonIn(path)).success,
  "documents.sqlite": isDatabase,
  "mail.jsonl": (path, wasKilled) => mailsOnly(readFileSync(path, "utf8"), wasKilled),
};

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * A file of SQLite that is as long as it says [SQLite, "Database File Format", 1.3]. One that was killed while it took over its log says
 * how long it will be before it is: what it has not got yet is in the log still.
 */
function isDatabase(path: string): boolean {
  const header = headerOf(path);
  if (header === undefined) return false;
  const whole = Math.floor(sizeOf(path) / header.pageSize);
  if (whole >= header.pages) return true;
  const logged = pagesInLog(logOf(path));
  for (let page = whole + 1; page <= header.pages; page++) if (!logged.has(page)) return false;
  return true;
}

function headerOf(path: string) {
  const bytes = beginningOf(path, 100);
  if (bytes.length < 100 || bytes.toString("latin1", 0, 15) !== "SQLite format 3") return undefined;
  const pageSize = bytes.readUInt16BE(16);
  return {
    pageSize: pageSize === 1 ? 65_536 : pageSize,
    pages: bytes.readUInt32BE(28),
    applicationId: bytes.readUInt32BE(68),
  };
}

/** [SQLite, "Write-Ahead Log file format", 4.1] */
function isLog(path: string): boolean {
  const bytes = beginningOf(path, 32);
  return bytes.length === 32 && [0x377f0682, 0x377f0683].includes(bytes.readUInt32BE(0));
}

function beginningOf(path: string, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
