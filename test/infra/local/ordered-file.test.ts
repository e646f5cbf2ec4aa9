import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { saidOfQuery } from "../../../functions/exports/cases-file.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";

let folder: string;
let world: OpenedWorld;
const now = "2027-01-10T08:00:00.000Z";
const open = async (): Promise<void> => {
  world = await openWorld(folder, now, openLedger(join(folder, "applications.jsonl")));
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-ordered-"));
  await open();
  await publishCall(world.house, demoCall);
  const key = { "idempotency-key": "application-of-the-first" };
  await world.request("POST", "/api/calls/demo/applications", demoApplication, key);
  await world.settle();
  await world.house.keepLines();
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** The coordinator, beside whom nothing happens by itself. */
async function enter() {
  const browser = visitor({ ...world.house, keepLines: async () => undefined });
  const until = Math.floor(Date.parse(now) / 1000) + 3600;
  await browser.post(enterPath(world.house.config.linkSecret, "coordinator@agency.example", until));
  return browser;
}
const fetched = (location: string) => {
  const { pathname, search } = new URL(location);
  return world.asked({ method: "GET", target: `${pathname}${search}`, headers: {}, body: new Uint8Array() });
};

test("a file that was ordered is made after a restart, and fetched at its address on one machine", async () => {
  const said = saidOfQuery({ order: "name", isReversed: false });
  const order = { kind: "cases", format: "csv", language: "en", said };
  const { location } = await (await enter()).post("/console/calls/demo/files", order);
  await world.close();
  await open();
  const coordinator = await enter();
  expect((await coordinator.get(`${location}/content`)).status).toBe(404);
  await world.house.keepLines();
  const handed = await coordinator.get(`${location}/content`);
  expect(handed.status).toBe(303);
  const { status, headers, body } = await fetched(handed.location);
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="cases-demo.csv"',
  });
  const [header = "", first = ""] = Buffer.from(body).toString("utf8").split("\r\n");
  expect(header.startsWith("\uFEFF")).toBe(true);
  expect(first).toContain(demoApplication.fullName);
  expect((await fetched(handed.location.replace("cases-demo", "cases-other"))).status).toBe(403);
});
