import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders beside this file, each with packages for one trade and a lock of their own. */
export const trades = ["bench", "deploy", "facts", "lint"] as const;
export type Trade = (typeof trades)[number];

const build = fileURLToPath(new URL("../../build/tools/", import.meta.url));

/** Where the packages of a trade are pinned. Absolute. */
export const pinsOf = (trade: Trade): string => fileURLToPath(new URL(`${trade}/`, import.meta.url));

/**
 * The folder (absolute) in which the packages of a trade are installed as its lock says, checksums and all; the first
 * time they are fetched, which is told on standard error. The folder is named by the lock and comes into being in one
 * step, so that two commands at once, a kill in the middle and another version of the lock do no harm.
 *
 * Throws an `Error` of one sentence when npm cannot install them.
 */
export function installed(trade: Trade): string {
  const pins = pinsOf(trade);
  const lock = readFileSync(join(pins, "package-lock.json"));
  const folder = join(build, `${trade}-${createHash("sha256").update(lock).digest("hex").slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  process.stderr.write(`Installing what "${trade}" needs; this happens once ...\n`);
  mkdirSync(build, { recursive: true });
  const fresh = mkdtempSync(join(build, `.${trade}-`));
  try {
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(pins, file), join(fresh, file));
    install(fresh, trade);
    putInPlace(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

function install(folder: string, trade: Trade): void {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error, stdout, stderr } = spawnSync("npm", ["ci", ...quiet, "--prefix", folder], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const why = error?.message ?? `${stderr}${stdout}`;
  throw new Error(`npm could not install what "${trade}" needs; is there a network? ${why}`);
}

/** Whoever was first has the same packages. */
function putInPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
