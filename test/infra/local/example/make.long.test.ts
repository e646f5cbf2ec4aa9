import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allCalls } from "../../../../functions/calls/calls.ts";
import { comparedPlaces } from "../../../../functions/compared/figures.ts";
import { silentLog } from "../../../../functions/log.ts";
import { entryItem } from "../../../../functions/store/items.ts";
import { stillClock } from "../../../../infra/local/clock.ts";
import { makeExample } from "../../../../infra/local/example/make.ts";
import { roomForExample, unfinished } from "../../../../infra/local/example/unfinished.ts";
import { type LocalHouse, openHouse } from "../../../../infra/local/house.ts";
import { mailDrop } from "../../../../infra/local/mail-drop.ts";
import { readMailFile } from "../../../../infra/local/mail-file.ts";
import { peopleOf } from "../../../../infra/local/own/people.ts";
import { everyProcess } from "../../../../workflows/catalogue.ts";

const now = "2026-11-30T08:00:00.000Z";
let folder: string;
let local: LocalHouse;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-living-"));
  await makeExample(folder, { portalUrl: "http://localhost:4000", now, onProgress: () => undefined });
  local = await openHouse({
    dataFolder: folder,
    clock: stillClock(now, join(folder, "clock.json")),
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
  });
}, 600_000);
afterAll(async () => {
  await local?.close();
  rmSync(folder, { recursive: true });
});

describe("the programme that the first start makes", () => {
  test("has a call of every process that brings an example, which has opened by today", async () => {
    const calls = await allCalls(local.house);
    for (const { id, rehearsal } of await everyProcess())
      if (rehearsal) expect(calls.map(({ pk }) => pk)).toContain(`call#${id}`);
    expect(local.house.clock.now()).toBe(now);
  });

  test("has people in many places: some on the road, some at its end", async () => {
    const entries = [];
    for (const { pk } of await allCalls(local.house))
      entries.push(...(await local.house.table.query(pk, "entry#")).map((item) => entryItem.parse(item)));
    expect(entries.length).toBeGreaterThan(60);
    expect(new Set(entries.map(({ state }) => state)).size).toBeGreaterThan(25);
    expect(entries.filter(({ ended }) => ended).length).toBeGreaterThan(10);
    expect(entries.filter(({ ended }) => !ended).length).toBeGreaterThan(30);
  });

  test("has something to do for people of several roles", async () => {
    const people = await peopleOf(local.house, { language: "lt", registered: "Programos darbuotojas" });
    const asked = people.filter(({ tasks }) => tasks.length > 0);
    expect(new Set(asked.map(({ role }) => role)).size).toBeGreaterThan(2);
    expect(people.some(({ isStaff, tasks }) => isStaff && tasks.length > 0)).toBe(true);
  });

  test("has asked whoever has gone through a form how it was, and asks again after months", async () => {
    const calls = await allCalls(local.house);
    expect(calls.filter(({ data }) => data?.followUpMonths !== 6).map(({ pk }) => pk)).toEqual([]);
    const asked = await comparedPlaces(local.house);
    expect(asked.length).toBeGreaterThan(0);
  });

  test("has sent its mails, none of which is later than today, and leaves nothing of its making", () => {
    const mails = readMailFile(join(folder, "mail.jsonl"));
    expect(mails.length).toBeGreaterThan(200);
    expect(Math.max(...mails.map(({ at }) => at))).toBeLessThanOrEqual(Date.parse(now) / 1000);
    expect(existsSync(unfinished(folder))).toBe(false);
    expect(roomForExample(folder)).toBe("taken");
  });
});
