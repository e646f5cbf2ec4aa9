import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { faultsAt, faultsOn } from "./looking.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1100, height: 900 }, bypassCSP: true });
});
afterAll(() => browser.close());

const draw = (main: string): Promise<void> =>
  page.setContent(`<!doctype html><html lang="lt"><title>Kelias</title><main>${main}</main></html>`);

test("a page with a picture without words, grey on white, and a form whose field has no name is told each fault", async () => {
  await draw(`<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color: #bbb">pilka</p><input>`);
  const faults = await faultsOn(page);
  for (const rule of ["image-alt", "color-contrast", "label"])
    expect(faults.filter((fault) => fault.startsWith(`${rule}: `))).toHaveLength(1);
  expect(faults).toHaveLength(3);
});

test("what is wrong at one width alone is told of that width", async () => {
  const small = "<style>@media (max-width: 500px) { b { color: #bbb } }</style>";
  await draw(`${small}<p style="width: 600px">Kelias</p><b>siaura</b>`);
  expect(await faultsAt(page, [1100, 320])).toEqual([
    expect.stringMatching(/^320: color-contrast: .*siaura/),
    "320: the page is wider than the window",
  ]);
});

test("a page of which nothing is wrong has no faults", async () => {
  await draw("<h1>Kelias</h1><p>Visi dokumentai vienoje vietoje.</p>");
  expect(await faultsAt(page, [1100, 320])).toEqual([]);
});
