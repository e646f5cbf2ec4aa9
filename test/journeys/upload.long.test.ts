import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { taskPath } from "../../functions/links.ts";
import { openStage, type Stage } from "../infra/local/stage.ts";
import { openBrowser } from "./browser.ts";
import { servePages } from "./stage-server.ts";

let stage: Stage;
let browser: Browser;
let page: Page;
let served: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  served = await servePages(stage.world);
  page = await browser.newPage({ locale: "lt-LT" });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await stage?.close();
});

test("a file that is too large is told of before it is sent, and one that is not goes", async () => {
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, "report");
  const task = await stage.openTask(ref, "report");
  const address = `${taskPath(stage.world.house.config.linkSecret, task)}/upload/attachment1`;
  await page.goto(`${served.address}${address}`);
  let sent = 0;
  await page.route(/\/uploads$/, (route) => {
    sent++;
    return route.fulfill({ status: 200, body: "taken" });
  });
  const choose = (bytes: number) =>
    page.setInputFiles("#file", { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(bytes) });
  await choose(4_000_001);
  await page.getByRole("button", { name: "Siųsti failą" }).click();
  expect(await page.textContent("#file-error")).toBe("Failas per didelis. Įkelkite mažesnį.");
  expect(new URL(page.url()).pathname).toBe(address);
  expect(sent).toBe(0);
  await choose(4_000_000);
  expect(await page.isVisible("#file-error")).toBe(false);
  await page.getByRole("button", { name: "Siųsti failą" }).click();
  await page.waitForURL(/\/uploads$/);
  expect(sent).toBe(1);
});
