import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { DatabaseError, databaseErrorOf } from "./errors.ts";
import { schema, version } from "./schema.ts";

/**
 * Opens the database's file for this process alone, and makes it the first time. All of it is read through only when
 * the last process did not close it, so that opening does not take longer with what is in it. A file that has lost its
 * end SQLite finds by itself; what else was damaged since it was closed is found where it is read.
 *
 * @throws DatabaseError when the file is in use, not writable, damaged, no database, or of another version
 */
export function openFile(path: string, synchronous: "FULL" | "NORMAL" | "OFF"): DatabaseSync {
  try {
    const hasLog = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const sqlite = new DatabaseSync(path);
    try {
      // The exclusive lock keeps a second process out. In memory it is without effect.
      sqlite.exec("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL");
      sqlite.exec(
        `PRAGMA synchronous = ${synchronous}; PRAGMA wal_autocheckpoint = 8000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536`,
      );
      const found = Number(sqlite.prepare("PRAGMA user_version").get()?.user_version ?? 0);
      if (found > version) throw new DatabaseError("newer", path);
      if (found > 0 && found < version) throw new DatabaseError("older", path);
      if (hasLog || found === 0 || !wasClosed(sqlite)) readThrough(sqlite, path);
      sqlite.exec(`BEGIN IMMEDIATE; ${schema} PRAGMA user_version = ${version}; ${markOpen}; COMMIT`);
      return sqlite;
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    throw databaseErrorOf(path, error);
  }
}

/** Closes a file in which nothing was found to be damaged. */
export function closeFile(sqlite: DatabaseSync): void {
  try {
    sqlite.exec(markClosed);
  } catch {
    // Then the next process reads all of it.
  }
  sqlite.close();
}

/** A file that was copied beside a running process says that it is open, too. */
const markOpen = "DELETE FROM setting WHERE name = 'closed'";
const markClosed = "INSERT OR REPLACE INTO setting (name, value) VALUES ('closed', 'yes')";

const wasClosed = (sqlite: DatabaseSync): boolean =>
  sqlite.prepare("SELECT value FROM setting WHERE name = 'closed'").get() !== undefined;

/** Looks at every page: half a second of CPU a gigabyte, once the disk has given it. */
function readThrough(sqlite: DatabaseSync, path: string): void {
  const said = sqlite.prepare("PRAGMA quick_check(1)").get()?.quick_check;
  if (said !== "ok") throw new DatabaseError("damaged", path, { cause: new Error(String(said)) });
}
