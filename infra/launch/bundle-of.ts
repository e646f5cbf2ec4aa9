import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAsRecorded, recordIn } from "./record.ts";

export interface Places {
  /** The tree. Absolute. */
  readonly top: string;
  /** Holds the bundles; made when it is not there. Absolute. */
  readonly cache: string;
}

const maker = fileURLToPath(new URL("keep-bundle.ts", import.meta.url));

/** Where the bundle of a command is kept. Absolute. */
export const keptBundle = (entry: string, cache: string): string =>
  join(cache, `${entry.replace(/\.ts$/, "").replaceAll(/[^\w-]/g, "-")}.mjs`);

/**
 * The bundle of a command (`entry`, its file in the tree): an absolute path. When anything that went into the one kept is
 * not what it was, it is made anew, which takes a second, by a process of its own: the bundler would stay in memory.
 * Throws an `Error` when it cannot be made; why then stands on standard error.
 */
export function bundleOf(entry: string, { top, cache }: Places): string {
  const kept = keptBundle(entry, cache);
  const record = recordIn(kept);
  if (record && isAsRecorded(record, top)) return kept;
  const { status, error, stdout } = spawnSync(process.execPath, [maker, entry, top, cache], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw error ?? new Error(`${entry} could not be bundled`);
  if (stdout !== kept) process.once("exit", () => rmSync(dirname(stdout), { recursive: true, force: true }));
  return stdout;
}
