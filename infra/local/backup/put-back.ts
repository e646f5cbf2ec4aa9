import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { version as databaseVersion } from "../database/schema.ts";
import { checksumOf, type Manifest, readManifest } from "./manifest.ts";
import { checkDatabase } from "./seal.ts";

export type PutBack =
  | { readonly outcome: "restored"; readonly manifest: Manifest }
  | { readonly outcome: "occupied" | "noBackup" }
  | { readonly outcome: "newer"; readonly version: string }
  /** A file of the copy that is missing or is not what it was. */
  | { readonly outcome: "changed"; readonly file: string };

/**
 * Puts a copy where there are no data yet, whole or not at all: nothing is ever written over. Throws `NotWhole` for a copy whose
 * database is damaged although its checksum is right.
 */
export async function putBack(
  from: string,
  folder: string,
  onFile: (name: string, bytes: number) => void,
): Promise<PutBack> {
  const manifest = readManifest(from);
  if (!manifest) return { outcome: "noBackup" };
  if (manifest.database > databaseVersion) return { outcome: "newer", version: manifest.version };
  const isThere = existsSync(folder);
  if (isThere && readdirSync(folder).length > 0) return { outcome: "occupied" };
  const unfinished = `${folder}.restoring`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    const changed = await copyFiles(manifest, from, unfinished, onFile);
    if (changed !== undefined) return { outcome: "changed", file: changed };
    if (isThere) rmdirSync(folder);
    renameSync(unfinished, folder);
    return { outcome: "restored", manifest };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Copies all files; the name of one that is missing or not what it was. */
async function copyFiles(
  { files }: Manifest,
  from: string,
  to: string,
  onFile: (name: string, bytes: number) => void,
): Promise<string | undefined> {
  for (const { name, bytes, sha256 } of files) {
    onFile(name, bytes);
    const [source, copy] = [join(from, basename(name)), join(to, basename(name))];
    if (!existsSync(source)) return name;
    copyFileSync(source, copy);
    if ((await checksumOf(copy)) !== sha256) return name;
    if (name.endsWith(".sqlite")) checkDatabase(copy);
  }
  return undefined;
}
