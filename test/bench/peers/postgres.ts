import { execFileSync } from "node:child_process";
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port.ts";

/** A PostgreSQL server with an empty cluster of its own. */
export interface Postgres {
  /** Of its only database, as clients take it. */
  readonly url: string;
  /** The server's process, whose children serve the clients. */
  readonly pid: number;
  readonly stop: () => void;
}

/** Said where a peer could not be measured. */
export const withoutPostgres =
  "PostgreSQL is not installed here (Debian: apt-get install postgresql), so it was not measured.";

/**
 * Starts the PostgreSQL that is installed on this machine, on a new cluster in a temporary folder, with its own settings but for
 * what a commit survives. `undefined` where none is installed. Its server refuses to run as root, so root starts it as the
 * user whom its package made.
 */
export async function startPostgres(survives: "powerCut" | "process"): Promise<Postgres | undefined> {
  const bin = binaries();
  if (bin === undefined) return undefined;
  const owner = process.getuid?.() === 0 ? userNamed("postgres") : undefined;
  const folder = mkdtempSync(join(tmpdir(), "kelias-postgres-"));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const run = (command: string, args: readonly string[]): void => {
    execFileSync(join(bin, command), args, { ...owner, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  };
  run("initdb", ["--pgdata", data, "--auth", "trust", "--username", "bench", "--encoding", "UTF8"]);
  const port = await freePort();
  const commit = survives === "powerCut" ? "on" : "off";
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c synchronous_commit=${commit}`;
  run("pg_ctl", ["--pgdata", data, "--log", join(folder, "log"), "--options", settings, "--wait", "start"]);
  return {
    url: `postgresql://bench@127.0.0.1:${port}/postgres`,
    pid: Number.parseInt(readFileSync(join(data, "postmaster.pid"), "utf8"), 10),
    stop: () => {
      run("pg_ctl", ["--pgdata", data, "--mode", "immediate", "stop"]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Where its binaries are: Debian keeps a folder for each version, beside the path. */
function binaries(): string | undefined {
  const ofVersions = globSync("/usr/lib/postgresql/*/bin").sort((a, b) =>
    b.localeCompare(a, "en", { numeric: true }),
  );
  const folders = [...ofVersions, ...(process.env.PATH ?? "").split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
}

function userNamed(name: string): { uid: number; gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`this machine has no user ${name}`);
  return { uid: Number(uid), gid: Number(gid) };
}
