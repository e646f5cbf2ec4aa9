/** The journal cannot be used; the message says what to do. */
export class JournalError extends Error {
  constructor(name: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = name;
  }
}

export class JournalFromNewerVersion extends JournalError {
  constructor(path: string, found: number, known: number) {
    super(
      "JournalFromNewerVersion",
      `The journal ${path} was written by a newer version of this program (format ${found}, this one reads up to ${known}). Update the program, or start with another data folder.`,
    );
  }
}

/** SQLITE_IOERR_LOCK, https://www.sqlite.org/rescode.html#ioerr_lock */
const lockRefused = 3850;

/** What SQLite says when a journal cannot be opened, in words that help. */
export function journalErrorOf(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("errcode" in error)) return error;
  const code = Number(error.errcode);
  // A file that may only be read cannot be locked for writing.
  switch (code === lockRefused ? 8 : code & 0xff) {
    case 5:
    case 6:
      return new JournalError(
        "JournalLocked",
        `The journal ${path} is in use by another process. Stop that one first.`,
        error,
      );
    case 8:
    case 14:
      return new JournalError(
        "JournalNotWritable",
        `The journal ${path} cannot be written. Check that its folder exists and may be written to.`,
        error,
      );
    case 11:
    case 26:
      return new JournalError("JournalUnreadable", `The file ${path} is no journal, or is damaged.`, error);
    default:
      return error;
  }
}
