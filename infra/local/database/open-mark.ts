import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";

/** SQLite's log beside a database; what was committed last is in it alone until the database is closed. */
export const logOf = (path: string): string => `${path}-wal`;
const markOf = (path: string): string => `${path}-open`;

/** So long a commit may go unnoted: a mark that lags behind its log misses a cut, and never sees one where there is none. */
const lagMillis = 100;
/** So many figures, so that the next mark goes over the last in one write. */
const width = 16;

/** A file beside an open database that says how long its log has grown: it does not shrink while the database is open. */
export interface OpenMark {
  /** Something was committed. */
  readonly grown: () => void;
  /** The database is about to be closed: its log goes with it. */
  readonly clear: () => void;
}

/** Leaves a mark beside a database that was opened just now; where there is no room for one, the log is without it. */
export function leaveMark(path: string): OpenMark {
  let noted = 0;
  let timer: NodeJS.Timeout | undefined;
  const note = (): void => {
    timer = undefined;
    const size = sizeOf(logOf(path));
    if (size <= noted) return;
    try {
      writeFileSync(markOf(path), String(size).padStart(width, "0"), {
        mode: 0o600,
        flag: noted === 0 ? "w" : "r+",
      });
      noted = size;
    } catch {
      // The next commit tries again.
    }
  };
  note();
  return {
    grown: () => {
      timer ??= setTimeout(note, lagMillis).unref();
    },
    clear: () => {
      clearTimeout(timer);
      rmSync(markOf(path), { force: true });
    },
  };
}

/** How long the log of a database must be at least that was not closed; `undefined` for one that was. */
export function leastLog(path: string): number | undefined {
  try {
    return Math.max(1, Number(readFileSync(markOf(path), "utf8")) || 0);
  } catch {
    return undefined;
  }
}

/** Zero for a file that is not there. */
export const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
