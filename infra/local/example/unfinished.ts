import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hasData, openDatabase } from "../data-folder.ts";
import { dataFiles } from "../examine-folder.ts";
import { StartFault } from "../start-fault.ts";

/** What is needed only while the example is made stands in here; while it is there, nobody has entered anything of their own. */
export const unfinished = (dataFolder: string): string => join(dataFolder, "example-unfinished");

/**
 * May the example be made in a folder? Only where nothing was stored. What a start before left half made (`cutOff`) is thrown away
 * first; throws a `StartFault` where it is being made by another process now.
 */
export function roomForExample(dataFolder: string): "empty" | "cutOff" | "taken" {
  if (!existsSync(unfinished(dataFolder))) return hasData(dataFolder) ? "taken" : "empty";
  expectNobody(dataFolder);
  for (const name of readdirSync(dataFolder).filter(isMade))
    rmSync(join(dataFolder, name), { recursive: true });
  return "cutOff";
}

function expectNobody(dataFolder: string): void {
  try {
    openDatabase(dataFolder, { survives: "process" }).close();
  } catch (error) {
    // However else a kill has left it, it is thrown away.
    if (error instanceof StartFault && error.fault === "folderInUse") throw error;
  }
}

/** A secret may have been put there by whoever wants that one. */
const isMade = (name: string): boolean =>
  ["example-unfinished", "answers.sqlite", ...dataFiles]
    .filter((made) => made !== "secret")
    .some((made) => name.startsWith(made));
