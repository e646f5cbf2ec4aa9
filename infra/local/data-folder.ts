import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Database, type DatabaseOptions } from "./database/database.ts";
import { DatabaseError, type DatabaseTrouble } from "./database/errors.ts";
import { examineFolder } from "./examine-folder.ts";
import { type Fault, StartFault } from "./start-fault.ts";

/**
 * Makes the folder that holds everything that lasts, or looks whether one that is there has all of it. Throws a `StartFault` when
 * nothing can be written there, or something is missing.
 */
export function makeFolder(folder: string): void {
  const trial = join(folder, ".writable");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(trial, "");
    rmSync(trial);
  } catch (error) {
    throw new StartFault("folderNotWritable", { detail: folder, cause: error });
  }
  if (!isOfEarlierVersion(folder)) examineFolder(folder);
}

/** Where table and journal were before they shared a database. */
const filesOfEarlierVersion = ["table", "journal.sqlite"];

const databasePath = (folder: string): string => join(folder, "kelias.sqlite");

const isOfEarlierVersion = (folder: string): boolean =>
  filesOfEarlierVersion.some((name) => existsSync(join(folder, name)));

/** Whether anything was ever stored in a folder, by this version or another. */
export const hasData = (folder: string): boolean =>
  existsSync(databasePath(folder)) || isOfEarlierVersion(folder);

/** Opens the database of a folder, and makes it there the first time. Throws a `StartFault` when it cannot be used. */
export function openDatabase(folder: string, options: DatabaseOptions): Database {
  if (isOfEarlierVersion(folder)) throw new StartFault("dataOfEarlierVersion", { detail: folder });
  examineFolder(folder);
  try {
    return new Database(databasePath(folder), options);
  } catch (error) {
    throw error instanceof DatabaseError ? startFaultOf(error, folder) : error;
  }
}

const faults: Readonly<Record<DatabaseTrouble, Fault>> = {
  newer: "dataOfNewerVersion",
  older: "dataOfEarlierVersion",
  inUse: "folderInUse",
  notWritable: "folderNotWritable",
  damaged: "dataDamaged",
  contradictory: "dataDamaged",
  full: "diskFull",
};

/** What the trouble of a folder's database is to whoever starts the product on it. */
export const startFaultOf = (error: DatabaseError, folder: string): StartFault =>
  new StartFault(faults[error.trouble], { detail: folder, cause: error });
