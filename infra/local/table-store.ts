import { dirname } from "node:path";
import { Readable } from "node:stream";
import dynalite from "dynalite/db/index.js";
import { StartFault } from "./start-fault.ts";

/**
 * Opens dynalite's store in a folder, with two of its habits changed:
 *
 * - An item and its index entries go to the disk in one batch. Dynalite writes them one after the other, so a process
 *   killed in between would lose an item from an index, and what is pending would never be delivered.
 * - Reads ask LevelDB at once instead of through its threads, and ranges are read by the hundred: measured in
 *   docs/decisions/0004-embedded-default.md.
 *
 * A write is safe from the death of the process when its answer is there; from a power cut only as far as the
 * operating system had written its files.
 *
 * Throws a `StartFault` when another process has the folder open.
 */
export async function openStore(folder: string): Promise<DynaliteStore> {
  const store = dynalite.create({ path: folder, createTableMs: 0 });
  try {
    await store.db.open();
  } catch (error) {
    if (isLocked(error)) throw new StartFault("folderInUse", { detail: dirname(folder), cause: error });
    throw error;
  }
  writeAtOnce(store.db);
  readQuickly(store.db);
  return store;
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && error.code === "LEVEL_LOCKED") ||
    (error.cause !== undefined && isLocked(error.cause)));

/**
 * Dynalite writes the index entries of an item, each with its own callback, and then the item. Held entries wait for
 * their item within one synchronous run, so no other item's writes can come between.
 */
function writeAtOnce(db: DynaliteDatabase): void {
  const { put, del, batch } = db;
  const held: { type: "put" | "del"; key: string; value?: unknown }[] = [];
  db.put = (key, value, callback) => {
    if (key.startsWith("index-")) {
      held.push({ type: "put", key, value });
      callback(null);
    } else if (key.startsWith("item-")) batch([...held.splice(0), { type: "put", key, value }], callback);
    else put(key, value, callback);
  };
  db.del = (key, callback) => {
    if (key.startsWith("index-")) {
      held.push({ type: "del", key });
      callback(null);
    } else if (key.startsWith("item-")) batch([...held.splice(0), { type: "del", key }], callback);
    else del(key, callback);
  };
}

function readQuickly(db: DynaliteDatabase): void {
  db.get = (key, callback) => callback(null, db.getSync(key));
  db.createValueStream = (range) => Readable.from(valuesOf(db, range), { highWaterMark: 200 });
}

async function* valuesOf(db: DynaliteDatabase, range: unknown): AsyncGenerator<unknown> {
  const values = db.values(range);
  try {
    for (;;) {
      const some = await values.nextv(100);
      if (some.length === 0) return;
      yield* some;
    }
  } finally {
    await values.close();
  }
}
