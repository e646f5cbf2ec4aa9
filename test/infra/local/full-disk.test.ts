import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { silentLog } from "../../../functions/log.ts";
import { isServiceFault } from "../../../functions/middleware/service-fault.ts";
import { stillClock } from "../../../infra/local/clock.ts";
import { DatabaseError } from "../../../infra/local/database/errors.ts";
import { openDocumentFile } from "../../../infra/local/document-file.ts";
import { documentsWire } from "../../../infra/local/documents-wire.ts";
import { ask } from "../../../infra/local/gateway.ts";
import type { Answer } from "../../../infra/local/gateway-answer.ts";
import { type LocalHouse, openHouse } from "../../../infra/local/house.ts";
import { localClient } from "../../../infra/local/local-client.ts";
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

test("cases go on by themselves once there is room again", async () => {
  expect((await apply("ona@mokykla.example")).status).toBe(201);
  const full = () => {
    throw new DatabaseError("full", "kelias.sqlite");
  };
  const writes = [
    vi.spyOn(local.database, "change").mockImplementation(full),
    vi.spyOn(local.database, "changeAtOnce").mockImplementation(full),
  ];
  const runtime = openRuntime(local);
  runtime.live();
  const told = vi.spyOn(console, "error").mockReturnValue();
  const [ref = ""] = cases();
  const tasks = () =>
    openTable(local.database)
      .all()
      .filter(({ pk, sk }) => pk === ref && String(sk).startsWith("task#"));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(tasks()).toEqual([]);
  for (const write of writes) write.mockRestore();
  const isAsked = () => {
    local.clock.moveTo(local.clock.millis() + 61_000);
    expect(tasks()).toHaveLength(1);
  };
  await vi.waitFor(isAsked, { timeout: 20_000, interval: 250 });
  await runtime.close();
  told.mockRestore();
});

test("a document that the full disk does not take is kept later: its step fails by what passes", async () => {
  const full = Object.assign(new Error("database or disk is full"), { errcode: 13 });
  const kept = openDocumentFile(":memory:");
  const takesNothing = () => {
    throw full;
  };
  const handler = documentsWire("kelias-documents", { ...kept, add: takesNothing });
  const { s3Documents } = await import("../../../functions/adapters/s3-documents.ts");
  const { S3Client } = await import("@aws-sdk/client-s3");
  const client = new S3Client({ ...localClient, forcePathStyle: true, requestHandler: handler });
  const error = await s3Documents(client, "kelias-documents")
    .keep("calls/demo/a.json", "{}", "application/json")
    .catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "DatabaseError", trouble: "full" });
  expect(await isServiceFault(error)).toBe(true);
});
