import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a bundle was made from: the first line of its file. */
export interface BundleRecord {
  /** The tree, in whose files the bundle looks for what it reads. Absolute. */
  readonly top: string;
  /** Each source by its path in the tree, with what it was. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Records sources as they are now. */
export const recordOf = (sources: readonly string[], top: string): BundleRecord => ({
  top,
  sources: Object.fromEntries(sources.map((path) => [path, stateOf(join(top, path))])),
});

/** Is everything what it was? A tree that was moved or copied is another one. */
export const isAsRecorded = ({ top, sources }: BundleRecord, now: string): boolean =>
  top === now && Object.entries(sources).every(([path, state]) => stateOf(join(now, path)) === state);

/**
 * The moment of the last change stands beside size and date, because nobody can set it: a file put there by a copy
 * or out of an archive may have the size and the date of the one before.
 */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : "none";
}

/** Was anything changed from a moment on (milliseconds since 1970)? */
export const hasChangedSince = (moment: number, { top, sources }: BundleRecord): boolean =>
  Object.keys(sources).some((path) => {
    const stats = statSync(join(top, path), { throwIfNoEntry: false });
    return stats !== undefined && stats.ctimeMs >= moment;
  });

const mark = "// made from ";

/** The record as a bundle's first line, without its end. */
export const lineOf = (record: BundleRecord): string => `${mark}${JSON.stringify(record)}`;

/** The record at the head of a bundle; undefined where there is none. */
export function recordIn(path: string): BundleRecord | undefined {
  const line = firstLine(path);
  return line?.startsWith(mark) ? JSON.parse(line.slice(mark.length)) : undefined;
}

function firstLine(path: string): string | undefined {
  if (!statSync(path, { throwIfNoEntry: false })) return undefined;
  const file = openSync(path, "r");
  try {
    const parts: Buffer[] = [];
    for (;;) {
      const part = Buffer.alloc(2 ** 16);
      const length = readSync(file, part);
      const end = part.indexOf("\n");
      parts.push(part.subarray(0, end === -1 ? length : end));
      if (end !== -1 || length === 0) return Buffer.concat(parts).toString("utf8");
    }
  } finally {
    closeSync(file);
  }
}
