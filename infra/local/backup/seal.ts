import { chmodSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import packageFile from "../../../package.json" with { type: "json" };
import { version as databaseVersion } from "../database/schema.ts";
import { readKept, writeKept } from "../kept-file.ts";
import { moment, momentName } from "./copy.ts";
import { checksumOf, type Manifest, manifestName } from "./manifest.ts";

/** A copy that is not whole: of which file, and what SQLite says of it. */
export class NotWhole extends Error {
  override readonly name = "NotWhole";
}

/**
 * Reads a fresh copy through, writes down what is in it, and puts it in its place: a copy with a manifest is whole. Throws `NotWhole`.
 */
export async function sealCopy(unfinished: string, to: string): Promise<Manifest> {
  const said = readKept(join(unfinished, momentName), moment);
  if (!said) throw new NotWhole(`${unfinished} was not finished`);
  const names = readdirSync(unfinished).filter((name) => name !== momentName);
  for (const name of names.filter((one) => one.endsWith(".sqlite"))) checkDatabase(join(unfinished, name));
  const files = [];
  for (const name of names.toSorted()) {
    const path = join(unfinished, name);
    chmodSync(path, 0o600);
    files.push({ name, bytes: statSync(path).size, sha256: await checksumOf(path) });
  }
  const manifest: Manifest = {
    kelias: "backup",
    format: 1,
    version: packageFile.version,
    database: databaseVersion,
    at: said.at,
    madeAt: new Date().toISOString(),
    files,
  };
  writeKept(join(unfinished, manifestName), manifest);
  rmSync(join(unfinished, momentName));
  renameSync(unfinished, to);
  return manifest;
}

/** Reads all of a database that nobody uses. Throws `NotWhole`. */
export function checkDatabase(path: string): void {
  try {
    const sqlite = new DatabaseSync(path);
    try {
      // Without a log beside it, so that the copy is this one file.
      sqlite.exec("PRAGMA journal_mode = DELETE");
      const said = sqlite.prepare("PRAGMA integrity_check(1)").get()?.integrity_check;
      if (said !== "ok") throw new NotWhole(`${path}: ${String(said)}`);
    } finally {
      sqlite.close();
    }
  } catch (error) {
    throw error instanceof NotWhole ? error : new NotWhole(`${path}: ${String(error)}`, { cause: error });
  }
}
