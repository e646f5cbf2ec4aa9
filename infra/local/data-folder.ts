import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartFault } from "./start-fault.ts";

/** Makes the folder that holds everything that lasts. Throws a `StartFault` when nothing can be written there. */
export function makeFolder(folder: string): void {
  const trial = join(folder, ".writable");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(trial, "");
    rmSync(trial);
  } catch (error) {
    throw new StartFault("folderNotWritable", { detail: folder, cause: error });
  }
}
