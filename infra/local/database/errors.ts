/** What is the matter with the database of a data folder. */
export type DatabaseTrouble =
  | "newer"
  | "older"
  | "inUse"
  | "notWritable"
  | "damaged"
  | "contradictory"
  | "full";

const sentences: Readonly<Record<DatabaseTrouble, (detail: string) => string>> = {
  newer: (path) =>
    `The database ${path} was written by a newer version of this program. Update the program, or start with another data folder.`,
  older: (path) =>
    `The database ${path} was written by an earlier version of this program, whose data this one does not read. Start with another data folder, or go on with the earlier version.`,
  inUse: (path) => `The database ${path} is in use by another process. Stop that one first.`,
  notWritable: (path) =>
    `The database ${path} cannot be written. Check that its folder exists and may be written to.`,
  damaged: (path) =>
    `The file ${path} is no database of this program, or is damaged. Put a copy of the data folder in its place, or start with another one.`,
  contradictory: (what) =>
    `The database contradicts itself: it has ${what}. Put a copy of the data folder in its place, or start with another one.`,
  full: (path) =>
    `The database ${path} could not be written: its disk is full or failing. Make room; what was stored before is safe, and it goes on by itself.`,
};

/**
 * The database cannot be used, or did not take a change; the message says what to do. It bears what the SDK's own
 * errors bear, so that whoever tells a service that is down from a defect takes it for the former.
 */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly trouble: DatabaseTrouble;
  readonly $fault = "server";
  readonly $metadata = { httpStatusCode: 503 };

  /** `detail`: the path of the database, or what in it is contradictory. */
  constructor(trouble: DatabaseTrouble, detail: string, options: { readonly cause?: unknown } = {}) {
    super(sentences[trouble](detail), options);
    this.trouble = trouble;
  }
}

/** SQLITE_IOERR_LOCK, https://www.sqlite.org/rescode.html#ioerr_lock */
const lockRefused = 3850;

/** What SQLite says, in words that help; errors of any other kind stay as they are. */
export function databaseErrorOf(path: string, error: unknown): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error) || !("errcode" in error)) return error;
  const code = Number(error.errcode);
  // A file that may only be read cannot be locked for writing.
  const trouble = code === lockRefused ? "notWritable" : troubles.get(code & 0xff);
  return trouble === undefined ? error : new DatabaseError(trouble, path, { cause: error });
}

/** Primary result codes, https://www.sqlite.org/rescode.html */
const troubles = new Map<number, DatabaseTrouble>([
  [5, "inUse"],
  [6, "inUse"],
  [8, "notWritable"],
  [10, "full"],
  [11, "damaged"],
  [13, "full"],
  [14, "notWritable"],
  [26, "damaged"],
]);
