import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import "./closed-pipe.js";
import { keptBundle, type Places } from "./bundle-of.ts";
import { makeBundle } from "./make-bundle.ts";
import { hasChangedSince, lineOf, recordOf } from "./record.ts";

/**
 * Bundles a command anew and writes to standard output where the bundle is: in the cache, or in a folder of its own that
 * is to be removed after use, where the cache cannot be written to or the sources change all the time.
 *
 * A bundle is one file, with the record of what went into it in its first line, and comes into its place in one step:
 * a kill in the middle leaves the old one or the new one, and each of two commands at once finds a whole one.
 */
async function keepBundle(entry: string, { top, cache }: Places): Promise<string> {
  const kept = keptBundle(entry, cache);
  const isWritable = canBeWritten(cache);
  const folder = mkdtempSync(join(isWritable ? cache : tmpdir(), temporary));
  const fresh = join(folder, basename(kept));
  const isWhole = await writeBundle(entry, { top, to: fresh, place: isWritable ? kept : fresh });
  if (!isWritable || !isWhole) return fresh;
  // Two at once, of different sources, may get each other's maps, for which a trace pays and nothing else.
  renameSync(`${fresh}.map`, `${kept}.map`);
  renameSync(fresh, kept);
  rmSync(folder, { recursive: true });
  removeLeft(cache);
  return kept;
}

/** A source may be changed while it is being bundled; when that goes on and on, the last bundle is used this once. */
const attempts = 3;
/** The clock of files may be this far behind ours. */
const clockGapMillis = 20;

interface Writing {
  readonly top: string;
  readonly to: string;
  /** Where the bundle will lie. */
  readonly place: string;
}

/** Writes a bundle into a file; whether it is of its sources as they are. */
async function writeBundle(entry: string, { top, to, place }: Writing): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const began = Date.now() - clockGapMillis;
    const { code, map, sources } = await makeBundle(entry, { top, place });
    const record = recordOf(sources, top);
    writeFileSync(`${to}.map`, map);
    writeFileSync(to, Buffer.concat([Buffer.from(lineOf(record)), code]));
    if (!hasChangedSince(began, record)) return true;
  }
  return false;
}

const temporary = ".making-";

/** Not where an installation belongs to somebody else. */
function canBeWritten(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(join(folder, temporary)), { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** Removes what a command left that was killed while it bundled. */
function removeLeft(cache: string): void {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(cache).filter((found) => found.startsWith(temporary))) {
    const path = join(cache, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && stats.mtimeMs < anHourAgo) rmSync(path, { recursive: true, force: true });
  }
}

const [, , entry = "", top = "", cache = ""] = process.argv;
process.stdout.write(await keepBundle(entry, { top, cache }));
