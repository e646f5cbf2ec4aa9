/** Raise it with every change of the tables or of what their rows say. */
export const version = 2;

/** SQLite's application_id of a database in whose folder every other file was made as well: none of them may be missing. */
export const wholeFolder = 0x4b656c69;

/** A frame's row has the number of its execution times this, plus its own: each frame writes at least one event. */
export const framesPerExecution = 65_536;

/**
 * The product's one table, with its two sparse indexes and what of it a read model has yet to follow (decision 0031).
 * Strings are compared by their UTF-8 bytes, as DynamoDB does. Items are not in the tree of their keys, where most of
 * their bodies would overflow.
 */
const table = `
  CREATE TABLE IF NOT EXISTS item (
    pk TEXT NOT NULL, sk TEXT NOT NULL, body TEXT NOT NULL, size INTEGER NOT NULL,
    pending TEXT, pendingAt TEXT, inbox TEXT, dueAt TEXT,
    PRIMARY KEY (pk, sk)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS item_pending ON item (pending, pendingAt, pk, sk)
    WHERE pending IS NOT NULL AND pendingAt IS NOT NULL;
  CREATE INDEX IF NOT EXISTS item_inbox ON item (inbox, dueAt, pk, sk)
    WHERE inbox IS NOT NULL AND dueAt IS NOT NULL;
  CREATE TABLE IF NOT EXISTS changed (ref TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS changed_seq ON changed (seq);
`;

/**
 * The engine's journal: `execution` lists all that ever ran; `frame` holds only what is on its way, so that opening
 * does not take longer with what has ended; `history` is appended to and read on demand.
 */
const journal = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS machine (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, definition TEXT NOT NULL, created INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS machine_name ON machine (name, id);
  CREATE TABLE IF NOT EXISTS execution (
    id INTEGER PRIMARY KEY, machine_name TEXT NOT NULL, name TEXT NOT NULL, machine INTEGER NOT NULL,
    input TEXT NOT NULL, started INTEGER NOT NULL, deadline INTEGER NOT NULL, deadline_sequence INTEGER NOT NULL,
    status TEXT NOT NULL, stopped INTEGER, output TEXT, error TEXT, cause TEXT, transitions INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS execution_name ON execution (machine_name, name);
  CREATE TABLE IF NOT EXISTS frame (id INTEGER PRIMARY KEY, record TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS history (
    id INTEGER PRIMARY KEY, execution INTEGER NOT NULL, transitions INTEGER NOT NULL, events TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS history_execution ON history (execution, id);
`;

export const schema = `${table}${journal}`;
