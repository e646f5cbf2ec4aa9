import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { silentLog } from "../../../functions/log.ts";
import { entryKey } from "../../../functions/store/keys.ts";
import { stillClock } from "../../../infra/local/clock.ts";
import { ask } from "../../../infra/local/gateway.ts";
import { type LocalHouse, openHouse } from "../../../infra/local/house.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { demoCall } from "../../functions/demo-house.ts";
import { enterPath } from "../../functions/web/enter.ts";

const now = "2027-02-22T10:00:00.000Z";
const callRef = `call#${demoCall.id}`;

let folder: string;
let local: LocalHouse;

async function open(): Promise<void> {
  local = await openHouse({
    dataFolder: folder,
    clock: stillClock(now, join(folder, "clock.json")),
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-ranking-"));
  await open();
});
afterEach(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

const enter = (id: string, score: number, position: number) =>
  local.house.table.put({
    ...entryKey(demoCall.id, `case#${id}`),
    ref: `case#${id}`,
    state: "awaitingRanking",
    ended: false,
    submittedAt: now,
    bid: {
      score: points(score),
      applicant: id,
      travelledBefore: false,
      rural: true,
      submittedAt: now,
      preferences: ["IE"],
    },
    decision: { kind: "reserve", position },
  });

const get = (target: string, cookie: readonly string[] = [], method: "GET" | "POST" = "GET") =>
  ask(local.functions, {
    method,
    target,
    headers: { host: ["localhost:4000"], ...(cookie.length > 0 ? { cookie: [...cookie] } : {}) },
    body: Buffer.alloc(0),
    sourceIp: "127.0.0.1",
    at: Date.parse(now),
  });

/** The cookie that a coordinator comes back with. */
async function enterConsole(): Promise<string> {
  const { linkSecret } = local.house.config;
  const until = Date.parse("2027-03-01T00:00:00.000Z") / 1000;
  const { headers } = await get(enterPath(linkSecret, demoCall.staff.coordinator.email, until), [], "POST");
  const [, cookie = ""] = headers.find(([name]) => name === "set-cookie") ?? [];
  return cookie.split(";")[0] ?? "";
}

test("a published ranking is there to download, whole and in order, and still after a restart", async () => {
  await publishCall(local.house, demoCall);
  await enter("third", 70, 3);
  await enter("first", 90, 1);
  await enter("second", 80, 2);
  await local.functions.call("RunStep", { ref: callRef, state: "publication", visit: 5 });
  const download = async () => {
    const { status, body } = await get(`/console/calls/${demoCall.id}/ranking.json`, [await enterConsole()]);
    expect(status).toBe(200);
    return Buffer.from(body).toString();
  };
  const before = await download();
  expect(JSON.parse(before)).toMatchObject({
    call: demoCall.id,
    entries: [{ ref: "case#first" }, { ref: "case#second" }, { ref: "case#third" }],
  });
  await local.close();
  await open();
  expect(await download()).toBe(before);
});
