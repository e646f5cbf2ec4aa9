import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { silentLog } from "../../../functions/log.ts";
import { stillClock } from "../../../infra/local/clock.ts";
import { ask } from "../../../infra/local/gateway.ts";
import type { Answer } from "../../../infra/local/gateway-answer.ts";
import { type LocalHouse, openHouse } from "../../../infra/local/house.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";
import { openRuntime } from "../../../infra/local/runtime.ts";
import { openTable } from "../../../infra/local/table/table.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";

let folder: string;
let local: LocalHouse;

const open = async (): Promise<void> => {
  local = await openHouse({
    dataFolder: folder,
    clock: stillClock("2027-01-10T08:00:00.000Z", join(folder, "clock.json")),
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
  });
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-full-"));
  await open();
  await publishCall(local.house, demoCall);
});
afterEach(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

const room = (pages: number) => local.database.rows(`PRAGMA max_page_count = ${pages}`);

const send = (method: "GET" | "POST", target: string, body?: unknown, key = "-"): Promise<Answer> =>
  ask(local.functions, {
    method,
    target,
    headers: {
      host: ["localhost:4000"],
      "content-type": ["application/json"],
      "idempotency-key": [`application-of-${key}`],
    },
    body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
    sourceIp: "127.0.0.1",
    at: local.clock.millis(),
  });
const apply = (email: string): Promise<Answer> =>
  send(
    "POST",
    "/api/calls/demo/applications",
    { ...demoApplication, email, sharingPlan: "Pasidalysiu su kolegomis. ".repeat(70) },
    email.replaceAll(/\W/g, "-"),
  );
const cases = () =>
  openTable(local.database)
    .all()
    .filter(({ pk, sk }) => String(pk).startsWith("case#") && sk === "head")
    .map(({ pk }) => pk);

test("whoever applies while the disk is full is told to send it again, and what was told before is kept", async () => {
  expect((await apply("ona@mokykla.example")).status).toBe(201);
  await openRuntime(local).settle();
  const before = cases();

  room(1);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, each) => apply(`nobody${each}@mokykla.example`)),
  );
  const told = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status !== 503 && status !== 201)).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
  const [refused] = told;
  expect(JSON.parse(Buffer.from(refused?.body ?? "").toString("utf8"))).toMatchObject({
    status: 503,
    title: expect.stringContaining("what was confirmed before is safe. Send the request again later"),
  });
  expect(cases()).toHaveLength(before.length + answers.length - told.length);
  expect((await send("GET", "/api/calls")).status).toBe(200);

  room(1_000_000);
  for (const [each, { status }] of answers.entries())
    if (status === 503) expect((await apply(`nobody${each}@mokykla.example`)).status).toBe(201);
  await openRuntime(local).settle();
  await local.close();
  await open();
  expect(cases()).toEqual(expect.arrayContaining(before));
  expect(cases()).toHaveLength(13);
  const running = local.engine.listExecutions(undefined, "RUNNING").length;
  expect(running).toBeGreaterThanOrEqual(13);
});
