import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allCalls } from "../../../../functions/calls/calls.ts";
import { loadCase } from "../../../../functions/cases/load.ts";
import { comparedPlaces } from "../../../../functions/compared/figures.ts";
import { silentLog } from "../../../../functions/log.ts";
import { pageOfShelf } from "../../../../functions/public/read.ts";
import { entryItem } from "../../../../functions/store/items.ts";
import { stillClock } from "../../../../infra/local/clock.ts";
import { makeExample } from "../../../../infra/local/example/make.ts";
import { roomForExample, unfinished } from "../../../../infra/local/example/unfinished.ts";
import { ask } from "../../../../infra/local/gateway.ts";
import { type LocalHouse, openHouse } from "../../../../infra/local/house.ts";
import { mailDrop } from "../../../../infra/local/mail-drop.ts";
import { readMailFile } from "../../../../infra/local/mail-file.ts";
import { peopleOf } from "../../../../infra/local/own/people.ts";
import { peopleDoor } from "../../../../infra/local/own/people-door.ts";
import { everyProcess } from "../../../../workflows/catalogue.ts";
import { askOwn, headerOf } from "../own/ask-own.ts";

const now = "2026-11-30T08:00:00.000Z";
/** The thirteen processes, by the names that the specification gives them (processes.md, and the five that were there before). */
const processes = [
  ...["foreign-internship", "national-internship", "supervision", "mini-training", "peer-coaching"],
  ...["school-initiative", "creative-partnership", "community-event", "assessment-campaign"],
  ...["university-module", "first-year", "way-into-teaching", "career-transition"],
];
/** Some have a machine of their own for whoever takes part, or offers a place. */
const isOf = (name: string, id: string): boolean => id === name || id.startsWith(`${name}-`);

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

  test.each(processes)("has about ten cases of %s, in different states", async (name) => {
    const entries = [];
    for (const { pk } of await allCalls(local.house))
      entries.push(...(await local.house.table.query(pk, "entry#")).map((item) => entryItem.parse(item)));
    const heads = await Promise.all(
      entries.map(async (entry) => ({ entry, loaded: await loadCase(local.house, entry.ref) })),
    );
    const own = heads
      .filter(({ loaded }) => loaded && isOf(name, loaded.process.id))
      .map(({ entry }) => entry);
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(new Set(own.map(({ state }) => state)).size).toBeGreaterThanOrEqual(4);
    expect(own.some(({ ended }) => ended)).toBe(true);
    expect(own.some(({ ended }) => !ended)).toBe(true);
  });

  test("has something to do for people of several roles", async () => {
    const people = await peopleOf(local.house, { language: "lt", registered: "Programos darbuotojas" });
    const asked = people.filter(({ tasks }) => tasks.length > 0);
    expect(new Set(asked.map(({ role }) => role)).size).toBeGreaterThan(2);
    expect(people.some(({ isStaff, tasks }) => isStaff && tasks.length > 0)).toBe(true);
    // A question that names something of its case names it here, too: "session 1", and not "session –".
    const said = people.flatMap(({ tasks }) => tasks.map((task) => task.said));
    expect(said.filter((title) => title.includes("–"))).toEqual([]);
    expect(said.some((title) => /Nr\. \d/.test(title))).toBe(true);
  });

  test("opens everybody's place, road and task by one click", async () => {
    const people = await peopleOf(local.house, { language: "lt", registered: "Programos darbuotojas" });
    const door = peopleDoor(local.house, () => ({ all: () => [] }));
    const get = (path: string, cookie: string) =>
      ask(local.functions, {
        method: "GET",
        target: path,
        headers: { host: ["127.0.0.1"], cookie: [cookie] },
        body: Buffer.alloc(0),
        sourceIp: "127.0.0.1",
        at: Date.parse(now),
      });
    const opened: { readonly email: string; readonly path: string; readonly status: number }[] = [];
    for (const { email, isStaff, roads, tasks } of people) {
      const body = String(new URLSearchParams({ email, to: isStaff ? "console" : "my" }));
      const entered = await askOwn(door, "/example", { method: "POST", body });
      const cookie = headerOf(entered, "set-cookie")?.split(";")[0] ?? "";
      for (const path of [
        headerOf(entered, "location") ?? "",
        ...[...roads, ...tasks].map((near) => near.path),
      ])
        opened.push({ email, path, status: (await get(path, cookie)).status });
    }
    expect(opened.filter(({ status }) => status !== 200)).toEqual([]);
    expect(opened.length).toBeGreaterThan(people.length);
  });

  test("has asked whoever has gone through a form how it was, and asks again after months", async () => {
    const calls = await allCalls(local.house);
    expect(calls.filter(({ data }) => data?.followUpMonths !== 6).map(({ pk }) => pk)).toEqual([]);
    const asked = await comparedPlaces(local.house);
    expect(asked.length).toBeGreaterThan(0);
  });

  test("has a library, in which people give what they made to everybody, on topics of their own", async () => {
    const { shown } = await pageOfShelf(local.house, { library: true });
    expect(shown.length).toBeGreaterThanOrEqual(5);
    expect(
      new Set(shown.flatMap(({ row }) => (row.says?.as === "publication" ? row.says.tags : []))).size,
    ).toBeGreaterThanOrEqual(4);
  });

  test("has sent its mails, none of which is later than today, and leaves nothing of its making", () => {
    const mails = readMailFile(join(folder, "mail.jsonl"));
    expect(mails.length).toBeGreaterThan(200);
    expect(Math.max(...mails.map(({ at }) => at))).toBeLessThanOrEqual(Date.parse(now) / 1000);
    expect(existsSync(unfinished(folder))).toBe(false);
    expect(roomForExample(folder)).toBe("taken");
  });
});
