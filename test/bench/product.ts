import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { hasData } from "../../infra/local/data-folder.ts";
import { publishDemonstration } from "../infra/local/demonstration.ts";

/** The product as `npm start` runs it, in a process of its own. */
export interface Product {
  /** The portal's address. */
  readonly url: string;
  /** The product's own process, below npm's. `undefined` where that cannot be told. */
  readonly pid: number | undefined;
  /** Stops npm and what it started, which share a process group. */
  readonly stop: () => Promise<void>;
}

const entry = "infra/local/start.ts";
const signals = ["SIGINT", "SIGTERM"] as const;

/** Starts it with what is stored in a folder, and with an open call where that is nothing. Throws when it ends before it is there. */
export async function startProduct(folder: string): Promise<Product> {
  if (!hasData(folder)) await publishDemonstration(folder);
  return startAsIs(folder);
}

/** The same with what is stored alone: where that is nothing, it is there once its example is whole. */
export async function startAsIs(folder: string): Promise<Product> {
  const npm = spawn("npm", ["start"], {
    env: { ...process.env, PORT: "0", INBOX_PORT: "0", KELIAS_DATA: folder },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  // It has a process group of its own, which a signal to ours does not reach.
  const abandon = (): void => void stop(npm).then(() => process.exit(1));
  for (const signal of signals) process.once(signal, abandon);
  const url = await portalOf(npm);
  return {
    url,
    pid: npm.pid === undefined ? undefined : productUnder(npm.pid),
    stop: async () => {
      for (const signal of signals) process.off(signal, abandon);
      await stop(npm);
    },
  };
}

/** The address that the product names once it is there. */
function portalOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const [, address] = /portal +(http\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    stdout?.on("end", () => reject(new Error(`the product ended before it was there:\n${said}`)));
  });
}

/** The process that was given the product's entry point. On Linux. */
function productUnder(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  if (readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(entry)) return pid;
  for (const child of childrenOf(pid)) {
    const found = productUnder(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of a process on Linux. */
export const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

async function stop(npm: ChildProcess): Promise<void> {
  if (npm.pid === undefined || npm.exitCode !== null) return;
  const ended = new Promise((resolve) => npm.once("close", resolve));
  process.kill(-npm.pid, "SIGTERM");
  await ended;
}
