import type { StatementSync } from "node:sqlite";
import type { Item, Key, Table } from "../../../functions/adapters/table.ts";
import { expiringPartitions } from "../../../functions/store/expiring.ts";
import type { Database } from "../database/database.ts";
import { changed, checkChange, holds } from "./change.ts";
import { type ChangedRef, ChangeLog } from "./change-log.ts";
import { checkKey, type Stored, storedOf, ValidationException } from "./item.ts";
import { KnownItems } from "./known-items.ts";
import { Rows } from "./rows.ts";

/** A write that was made. */
export interface Write {
  readonly pk: string;
  readonly sk: string;
  /** On which list the item waits to leave the table, and since when (UTC instant), as it is after the write. */
  readonly pending?: string;
  readonly pendingAt?: string;
}

export type WriteListener = (write: Write) => void;

export interface LocalTable extends Table {
  /** Calls the listener after every write that was made, before its caller is told. */
  readonly onWrite: (listener: WriteListener) => void;
  /** Cases and calls that were written to and not forgotten since, the longest unchanged first; so many at most. */
  readonly changedRefs: (limit: number) => Promise<readonly ChangedRef[]>;
  /** Forgets that a case or call was changed, unless it was changed again after it was listed so. */
  readonly forget: (changed: ChangedRef) => Promise<void>;
  /** Takes away what has expired by an instant (UTC), as the service does by itself; how many. */
  readonly expire: (now: string) => Promise<number>;
  /** Every item, in the order of keys. */
  readonly all: () => readonly Item[];
}

/**
 * The one table on SQLite, behind the interface that the adapter of DynamoDB implements. What DynamoDB would refuse is
 * refused with a `ValidationException`; a database that takes no more, with a `DatabaseError`. An answer comes once
 * everything that it rests on is committed.
 */
export function openTable(database: Database): LocalTable {
  const rows = new Rows(database);
  const known = KnownItems.of(database);
  const log = new ChangeLog(database);
  const store = database.prepare(
    `INSERT INTO item (pk, sk, body, size, pending, pendingAt, inbox, dueAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pk, sk) DO UPDATE SET body = excluded.body, size = excluded.size, pending = excluded.pending,
       pendingAt = excluded.pendingAt, inbox = excluded.inbox, dueAt = excluded.dueAt`,
  );
  const remove = database.prepare("DELETE FROM item WHERE pk = ? AND sk = ?");
  // Of these partitions alone: no other item expires. `$` comes right after the `#` with which their names end.
  const expire = database.prepare(
    "DELETE FROM item WHERE pk >= ? AND pk < ? AND json_extract(body, '$.expiresAt') <= ?",
  );
  const listeners: WriteListener[] = [];

  /** What was read may be part of a group that is taken back; then the reader is told so, too. */
  const settled = async <Found>(found: Found): Promise<Found> => {
    if (database.isChanging) await database.committed();
    return found;
  };
  const read = async <Found>(find: () => Found): Promise<Found> => settled(database.read(find));
  const write = async (key: Key, stored: Stored): Promise<void> => {
    database.change(() => {
      put(store, key, stored);
      log.note(key);
      known.wrote(key, stored.item);
    });
    await told(writeOf(key, stored.item));
  };
  const told = async (made: Write): Promise<void> => {
    await database.committed();
    for (const listener of listeners) listener(made);
  };

  return {
    onWrite: (listener) => void listeners.push(listener),
    changedRefs: async (limit) => read(() => log.list(limit)),
    forget: async (ref) => {
      log.forget(ref);
      await database.committed();
    },
    expire: async (now) => {
      let gone = 0;
      for (const prefix of expiringPartitions) {
        const seconds = Date.parse(now) / 1000;
        database.change(() => {
          gone += Number(expire.run(prefix, `${prefix.slice(0, -1)}$`, seconds).changes);
        });
        known.forgetAll();
      }
      await database.committed();
      return gone;
    },
    all: () => database.read(() => rows.all()),

    async get(key) {
      checkKey(key);
      return read(() => rows.get(key));
    },
    async getMany(keys) {
      keys.forEach(checkKey);
      if (new Set(keys.map(({ pk, sk }) => JSON.stringify([pk, sk]))).size < keys.length)
        throw new ValidationException("a key is named twice");
      return read(() => keys.map((key) => rows.get(key)));
    },
    query: async (pk, prefix) => read(() => rows.query(pk, prefix)),
    page: async (pk, options) => read(() => rows.page(pk, options)),
    index: async (name, key, options) => read(() => rows.index(name, key, options)),
    indexPage: async (name, key, options) => read(() => rows.indexPage(name, key, options)),

    async put(item, options) {
      const stored = storedOf(item);
      if (options?.ifAbsent && database.read(() => rows.has(item))) return settled("exists");
      await write(item, stored);
      return "stored";
    },
    async change(key, change) {
      checkKey(key);
      checkChange(change);
      const before = database.read(() => rows.get(key));
      if (!holds(before, change.when)) return settled({ outcome: "refused" });
      const stored = storedOf(changed(before, key, change));
      await write(key, stored);
      return { outcome: "changed", item: stored.item };
    },
    async delete(key) {
      checkKey(key);
      database.change(() => {
        remove.run(key.pk, key.sk);
        log.note(key);
        known.removed(key);
      });
      await told({ pk: key.pk, sk: key.sk });
    },
  };
}

function put(statement: StatementSync, { pk, sk }: Key, { item, size }: Stored): void {
  const { pending, pendingAt, inbox, dueAt } = item;
  const column = (value: unknown): string | null => (typeof value === "string" ? value : null);
  const columns = [pending, pendingAt, inbox, dueAt].map(column);
  statement.run(pk, sk, JSON.stringify(item), size, ...columns);
}

function writeOf({ pk, sk }: Key, { pending, pendingAt }: Item): Write {
  const waits = typeof pending === "string" && typeof pendingAt === "string";
  return { pk, sk, ...(waits ? { pending, pendingAt } : {}) };
}
