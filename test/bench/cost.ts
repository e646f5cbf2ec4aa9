import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** What a command cost that ran to its end. */
export interface Cost {
  /** In the process and in the system for it, all threads. */
  readonly cpuMillis: number;
  readonly wallMillis: number;
  /** The most memory that was resident. */
  readonly peakBytes: number;
}

/** Loaded into the command before it: says at its end what it used, on a pipe of its own. */
const saying = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));`)}`;

const usage = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() });

const launch = fileURLToPath(new URL("../../infra/launch/launch.js", import.meta.url));

/** Runs a command by its file in the tree. Throws with what it complained of when it does not end well. */
export async function costOf(command: string, given: readonly string[]): Promise<Cost> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", saying, launch, command, ...given], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const said = { complaints: "", usage: "" };
  child.stdio[2]?.on("data", (chunk: Buffer) => {
    said.complaints += chunk.toString("utf8");
  });
  child.stdio[3]?.on("data", (chunk: Buffer) => {
    said.usage += chunk.toString("utf8");
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${said.complaints}`);
  const { userCPUTime, systemCPUTime, maxRSS } = usage.parse(JSON.parse(said.usage));
  return {
    cpuMillis: (userCPUTime + systemCPUTime) / 1000,
    wallMillis: performance.now() - began,
    peakBytes: maxRSS * 1024,
  };
}
