import { backup, type DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";

/** So many pages are copied before others have their turn: some milliseconds. */
const pagesAtOnce = 500;

/** A writer is in the way of about every third try at most. */
const mostTries = 100;

/**
 * Copies a database to a file while it is used; what is changed meanwhile is in the copy, too. `onCopied` hears of pages.
 *
 * Its first step may meet a change that is not committed yet (SQLITE_BUSY). Later steps are tried again by Node, but not the first: it
 * rejects with "not an error", code 0. Nothing was copied then, and the copy is begun again.
 */
export async function copyDatabase(
  sqlite: DatabaseSync,
  path: string,
  onCopied: (done: number, total: number) => void,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await backup(sqlite, path, {
        rate: pagesAtOnce,
        progress: ({ totalPages, remainingPages }) => onCopied(totalPages - remainingPages, totalPages),
      });
      return;
    } catch (error) {
      if (!metWriter(error) || tries === mostTries) throw error;
      await setImmediate();
    }
  }
}

const metWriter = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === 0;
