import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { lineKey, listPartition } from "../../../functions/lines/keys.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";
import { differencesOf } from "./kept-lines.ts";

let folder: string;
let ref: string;
const open = (): Promise<OpenedWorld> =>
  openWorld(folder, "2027-01-10T08:00:00.000Z", openLedger(join(folder, "applications.jsonl")));
const inWorld = async <T>(work: (world: OpenedWorld) => Promise<T>): Promise<T> => {
  const world = await open();
  try {
    return await work(world);
  } finally {
    await world.close();
  }
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-lines-"));
  await inWorld(async (world) => {
    await publishCall(world.house, demoCall);
    const key = { "idempotency-key": "application-of-the-first" };
    const { body } = await world.request("POST", "/api/calls/demo/applications", demoApplication, key);
    ref = typeof body === "object" && body && "ref" in body ? String(body.ref) : "";
    await world.settle();
    await world.house.keepLines();
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...given: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["infra/launch/launch.js", "infra/local/lines.ts", ...given],
    { env: { ...process.env, KELIAS_DATA: folder }, encoding: "utf8" },
  );
  return { status, stdout, stderr };
};

test("npm run lines says what differs and changes nothing with --check, and makes everything anew without", async () => {
  await inWorld(async ({ house: { table } }) => {
    await table.put({ pk: listPartition("demo", "ended"), sk: "yes#nobody" });
    await table.delete(lineKey("demo", ref));
  });
  const found = run("--check");
  expect(found).toMatchObject({ status: 1, stderr: "" });
  expect(found.stdout).toContain(`demo: the line is not what its case says: ${ref}\n`);
  expect(found.stdout).toContain("demo: an entry is too many: lines#demo#ended yes#nobody\n");
  expect(run("--check")).toEqual(found);

  expect(run()).toEqual({
    status: 0,
    stdout: "lists and figures of 1 cases in 1 calls were made anew\n",
    stderr: "",
  });
  expect(run("--check")).toEqual({ status: 0, stdout: "1 cases in 1 calls: nothing differs\n", stderr: "" });
  expect(await inWorld(({ house }) => differencesOf(house, "demo"))).toEqual([]);
});

test("what the product itself would bring up to date is no difference", async () => {
  await inWorld(async ({ house: { table } }) => {
    await table.change({ pk: ref, sk: "head" }, { set: { "data.fullName": "Kita Pavardė" } });
    await table.change({ pk: ref, sk: "head" }, { remove: ["data.fullName"] });
    await table.delete(lineKey("demo", ref));
  });
  const { status, stdout } = run("--check");
  expect(status).toBe(0);
  expect(stdout).toContain("npm start brings them up to date by itself\n");
});

test("says in a sentence why it cannot be done", async () => {
  await inWorld(async () => {
    expect(run()).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("is in use by") });
  });
  expect(run("--chek")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("npm run -s lines -- [--check]"),
  });
  const nowhere = spawnSync(process.execPath, ["infra/launch/launch.js", "infra/local/lines.ts"], {
    env: { ...process.env, KELIAS_DATA: join(folder, "nowhere") },
    encoding: "utf8",
  });
  expect(nowhere).toMatchObject({ status: 2, stderr: expect.stringContaining("there are no data") });
});
