/** Raise it with every change of the tables or of what their rows say. */
export const journalVersion = 1;

/** A frame's row has the number of its execution times this, plus its own: each frame writes at least one event. */
export const framesPerExecution = 65_536;

/**
 * `execution` lists all that ever ran; `frame` holds only what is on its way, so that opening does not take longer
 * with what has ended; `history` is appended to and read on demand.
 */
export const schema = `
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
