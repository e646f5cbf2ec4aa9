import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { publishCall } from "../../functions/calls/publish.ts";
import { loadCase } from "../../functions/cases/load.ts";
import { taskPath } from "../../functions/links.ts";
import { silentLog } from "../../functions/log.ts";
import { type Task, taskItem } from "../../functions/store/items.ts";
import { openLedger } from "../../infra/local/rehearse/ledger.ts";
import { play } from "../../infra/local/rehearse/play.ts";
import { watchedTable } from "../../infra/local/rehearse/watched-table.ts";
import { type OpenedWorld, openingOf, openWorld } from "../../infra/local/rehearse/world.ts";
import { schoolInitiative } from "../../workflows/school-initiative/process.ts";
import { readExample } from "../examples.ts";
import { openBrowser, picture, send } from "./browser.ts";
import { faultsOn } from "./looking.ts";
import { servePages } from "./stage-server.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Until somebody is asked for a report, a call of initiatives is played as its example says; then everything stands still. */
class Asked extends Error {
  constructor(readonly task: Task) {
    super("somebody is asked");
  }
}

async function playToReport(folder: string): Promise<{ readonly world: OpenedWorld; readonly task: Task }> {
  const rehearsal = await schoolInitiative.rehearsal?.();
  if (!rehearsal) throw new Error("no example");
  const { read, part } = await readExample(await rehearsal.example());
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const refs = new Set<string>();
  const world = await openWorld(folder, openingOf(read.call), ledger, silentLog, {
    watch: (table) =>
      watchedTable(table, {
        onWrite: () => undefined,
        onItem: (item) => item.sk === "head" && refs.add(String(item.pk)),
      }),
  });
  await publishCall(world.house, part.cast.given);
  const stops = async (): Promise<void> => {
    await world.settle();
    for (const ref of refs)
      for (const item of await world.house.table.query(ref, "task#")) {
        const task = taskItem.parse(item);
        if (task.state === "milestoneReport" && task.status === "open") throw new Asked(task);
      }
  };
  try {
    await play({ ...world, settle: stops }, { parts: [part], ledger, onProgress: () => undefined });
  } catch (asked) {
    if (asked instanceof Asked) return { world, task: asked.task };
    throw asked;
  }
  throw new Error("nobody was asked for a report");
}

let folder: string;
let world: OpenedWorld;
let task: Task;
let browser: Browser;
let phone: Page;
let desk: Page;
let address: string;
let stop: () => void;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-report-"));
  [{ world, task }, browser] = await Promise.all([playToReport(folder), openBrowser()]);
  const served = await servePages(world);
  stop = served.close;
  address = `${served.address}${taskPath(world.house.config.linkSecret, task)}`;
  phone = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: "lt-LT", bypassCSP: true });
  desk = await browser.newPage({ viewport: { width: 1200, height: 900 }, locale: "lt-LT" });
});
afterAll(async () => {
  await browser?.close();
  stop?.();
  await world?.close();
  rmSync(folder, { recursive: true });
});

const reports = async () =>
  ((await loadCase(world.house, task.pk))?.file.answers ?? []).filter(({ form }) => form === "progress");
const typed = (page: Page, name: string) => page.inputValue(`[name=${name}]`);

describe("the report of a milestone, on a phone and beside it on a desk", () => {
  test("says which kinds of costs there are, and each fault by its row", async () => {
    await phone.goto(address);
    expect(await phone.textContent("#costs-order")).toContain("Darbo užmokestis, ");
    await phone.fill("[name=done]", "Parengėme pirmąsias pamokas.");
    await phone.fill(
      "[name=costs]",
      "Įranga; 450,50; 2027-09-15; SF-7; projektorius\nAlga; daug; rytoj; SF-8; x",
    );
    await phone.fill("[name=coSpentCents]", "-5");
    await send(phone);
    const summary = await phone.textContent(".govuk-error-summary");
    expect(summary).toMatch(/2/);
    expect(await phone.locator(".govuk-error-summary a").count()).toBeGreaterThan(2);
    expect(await typed(phone, "costs")).toContain("Įranga; 450,50");
    expect(await faultsOn(phone)).toEqual([]);
    expect(await reports()).toEqual([]);
    await picture(phone, "ataskaita-klaidos");
  });

  test("adds up what was typed, each sum with what it is, without the page being wider than the phone", async () => {
    await phone.fill("[name=costs]", "Įranga; 450,50; 2027-09-15; SF-7; projektorius");
    await phone.fill("[name=coSpentCents]", "100");
    await send(phone, "button[name=more][value=costs]");
    expect((await phone.textContent("#costs-sums"))?.replaceAll("\u00a0", " ")).toMatch(
      /Įranga\s*450,50 Eur/,
    );
    expect(await typed(phone, "costs")).toBe("Įranga; 450,50; 2027-09-15; SF-7; projektorius");
    expect(await faultsOn(phone)).toEqual([]);
    await picture(phone, "ataskaita-suma");
  });

  test("is taken once from two browsers: the second is told, and sees what it has typed", async () => {
    await desk.goto(address);
    await desk.fill("[name=done]", "Kita ranka.");
    await desk.fill("[name=coSpentCents]", "100");
    await send(phone);
    expect(phone.url()).toContain("?done");
    await send(desk);
    const told = await desk.textContent("main");
    expect(told).toContain("Į šią užduotį jau atsakyta");
    expect(told).toContain("Kita ranka.");
    const [report, ...others] = await reports();
    expect(others).toEqual([]);
    expect(report?.values.costs).toEqual([
      { category: "equipment", cents: 45_050, paidOn: "2027-09-15", document: "SF-7", what: "projektorius" },
    ]);
  });

  test("is not sent again by going back and pressing once more, nor by opening its link again", async () => {
    await desk.goBack();
    const again = "main form button[type=submit]:not([name]):not([hidden])";
    if ((await desk.locator(again).count()) > 0) await send(desk, again);
    expect(await desk.textContent("main")).toContain("Į šią užduotį jau atsakyta");
    await phone.goto(address);
    expect(await phone.textContent("main")).toContain("Į šią užduotį jau atsakyta");
    expect(await reports()).toHaveLength(1);
  });
});
