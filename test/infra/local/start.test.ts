import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listen, portOf } from "../../../infra/local/listen.ts";
import { startProduct } from "../../../infra/local/product.ts";
import { adviceOn, StartFault } from "../../../infra/local/start-fault.ts";
import { publishDemonstration } from "./demonstration.ts";

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-start-"));
});
afterEach(() => {
  for (const process of started.splice(0)) process.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Resolves when the addresses are there, or the process has ended. */
  readonly settled: Promise<unknown>;
  readonly ended: Promise<number | null>;
}

/** The real command in a process of its own, without the example. */
function start(settings: Readonly<Record<string, string>> = {}, words = ["--empty"]): Started {
  const child = spawn(process.execPath, ["infra/launch/launch.js", "infra/local/start.ts", ...words], {
    env: { ...process.env, PORT: "0", INBOX_PORT: "0", KELIAS_DATA: folder, ...settings },
  });
  started.push(child);
  let said = "";
  const spoken = Promise.withResolvers<void>();
  const hear = (chunk: unknown): void => {
    said += String(chunk);
    if (said.includes("Ctrl+C")) spoken.resolve();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = once(child, "close").then(([code]) => (typeof code === "number" ? code : null));
  return { process: child, said: () => said, settled: Promise.race([spoken.promise, ended]), ended };
}

const addressOf = (of: Started, name: "portal" | "console" | "inbox"): string => {
  const [, address] = new RegExp(`${name} +(http\\S+)`).exec(of.said()) ?? [];
  if (!address) throw new Error(`no address of the ${name} in: ${of.said()}`);
  return address.replace("localhost", "127.0.0.1");
};

/** What the command says where it cannot start, without a process of its own. */
async function refused(
  settings: Readonly<Record<string, string>> = {},
  words: readonly string[] = ["--empty"],
): Promise<string> {
  const environment = { PORT: "0", INBOX_PORT: "0", KELIAS_DATA: folder, ...settings };
  const fault: unknown = await startProduct(environment, words).catch((error: unknown) => error);
  if (!(fault instanceof StartFault)) throw fault;
  expect(adviceOn(fault).split("\n")).toHaveLength(1);
  return adviceOn(fault);
}

describe("what keeps the product from starting is said in one paragraph, with what to do", () => {
  test.each(["PORT", "INBOX_PORT"])("%s is taken", async (name) => {
    const other = createServer();
    await listen(other, 0);
    const port = String(portOf(other));
    const said = await refused({ [name]: port });
    other.close();
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).toContain("PORT=4100 INBOX_PORT=4101 npm start");
  });

  test("the data folder cannot be written", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const said = await refused({ KELIAS_DATA: join(file, "data") });
    expect(said).toContain(`${join(file, "data")} cannot be written`);
    expect(said).toContain("KELIAS_DATA=/another/folder npm start");
  });

  const inDatabase = (sql: string): void => {
    const database = new DatabaseSync(join(folder, "kelias.sqlite"));
    database.exec(sql);
    database.close();
  };

  test("the data are of a newer version", async () => {
    inDatabase("PRAGMA user_version = 999");
    expect(await refused()).toContain("were written by a newer version of Kelias");
  });

  test.each(["table", "journal.sqlite"])("the data are of the version that kept them in %s", async (name) => {
    writeFileSync(join(folder, name), "");
    expect(await refused()).toContain("were written by an earlier version of Kelias");
  });

  test("the data are of an earlier version of the database", async () => {
    inDatabase("PRAGMA user_version = 1");
    expect(await refused()).toContain("were written by an earlier version of Kelias");
  });

  test("the database is none", async () => {
    writeFileSync(join(folder, "kelias.sqlite"), "Gerbiamieji, ".repeat(1000));
    expect(await refused()).toContain(`The file ${join(folder, "kelias.sqlite")} was cut off`);
  });

  test("a setting cannot be read", async () => {
    expect(await refused({ PORT: "four thousand" })).toContain("The setting PORT cannot be read");
  });

  test("a word is none of its own: the command says so and ends with 1", async () => {
    const begun = start({}, ["--emtpy"]);
    expect(await begun.ended).toBe(1);
    expect(begun.said().trim()).toBe(
      "npm start knows no --emtpy. It takes --empty, which begins without the example: npm start -- --empty",
    );
  });
});

/** Processes are dear, so one story has three of them. */
test("a start prints three addresses; kill -9 loses nothing; a stop by a signal ends with 0", async () => {
  await publishDemonstration(folder);
  const first = start();
  await first.settled;
  const portal = await fetch(addressOf(first, "portal"));
  expect(portal.status).toBe(200);
  expect(await portal.text()).toContain("Mokytojų stažuotės užsienyje");
  const console = await fetch(addressOf(first, "console"), { redirect: "manual" });
  expect(console.status).toBe(200);
  const enter = () => fetch(addressOf(first, "console"), { method: "POST", redirect: "manual" });
  expect((await enter()).headers.getSetCookie().join()).toContain("kelias-session=");
  expect((await enter()).status).toBe(403);
  // Whoever starts a second one beside it is refused, and the first goes on undisturbed.
  expect(await refused()).toContain(`${folder} is in use by another running Kelias`);
  expect((await fetch(`${addressOf(first, "inbox")}store`)).status).toBe(200);

  first.process.kill("SIGKILL");
  await first.ended;
  const log = join(folder, "kelias.sqlite-wal");
  const held = readFileSync(log);
  rmSync(log);
  expect(await refused()).toContain(`The file ${log} is missing`);
  writeFileSync(log, held);

  const second = start();
  await second.settled;
  const calls = await (await fetch(`${addressOf(second, "portal")}api/calls`)).json();
  expect(JSON.stringify(calls)).toContain("stazuotes-uzsienyje");
  second.process.kill("SIGTERM");
  expect(await second.ended).toBe(0);

  const third = start();
  await third.settled;
  third.process.kill("SIGINT");
  expect(await third.ended).toBe(0);

  const secret = join(folder, "secret");
  rmSync(secret);
  expect(await refused()).toContain(`The file ${secret} is missing`);
  expect(existsSync(secret)).toBe(false);
});
