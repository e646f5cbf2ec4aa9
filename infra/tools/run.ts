import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installed, type Trade } from "./installed.ts";

/** Runs a command of a trade's packages with what was given to this process, and ends as it ends. */
export function run(trade: Trade, command: string): void {
  const path = join(installed(trade), "node_modules", ".bin", command);
  const { status, error } = spawnSync(path, process.argv.slice(2), {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw error;
  process.exitCode = status ?? 1;
}
