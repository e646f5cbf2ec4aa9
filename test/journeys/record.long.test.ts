import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { certifiedCase } from "../functions/certificates/certified-case.ts";
import { visitor } from "../functions/web/visitor.ts";
import { openBrowser, picture } from "./browser.ts";
import { faultsAt } from "./looking.ts";

/** Pages of one's own record, data and of checking, as somebody sees them on a phone and on a desk, with nothing but a browser. */

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

it("are read on a phone and on a desk, and a record that was downloaded is checked by keyboard alone", async () => {
  const { house } = await certifiedCase();
  const somebody = visitor(house);
  await somebody.post("/sign-in", { email: "austeja@mokykla.example" });
  await somebody.post("/sign-in/code", {
    code: /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "",
  });
  await page.route("**/*", async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const posted = Object.fromEntries(new URLSearchParams(route.request().postData() ?? ""));
    const path = `${pathname}${search}`;
    const answer =
      route.request().method() === "POST" ? await somebody.post(path, posted) : await somebody.get(path);
    const { "content-type": contentType = "text/html" } = answer.headers;
    await route.fulfill({ status: answer.status, contentType: String(contentType), body: answer.body });
  });
  const at = (path: string) => page.goto(`https://kelias.example${path}`);
  for (const path of ["/my/record", "/my/data", "/my/schools", "/credentials"])
    for (const language of ["lt", "en"]) {
      await at(`${path}?lang=${language}`);
      expect([path, language, await faultsAt(page, [320, 1280])]).toEqual([path, language, []]);
      await picture(page, `record-${path.split("/").at(-1)}-${language}`);
    }
  const { body } = await somebody.get("/my/record.json");
  await at("/credentials?lang=lt");
  await page.focus("textarea");
  await page.evaluate((text) => {
    const area = document.querySelector("textarea");
    if (area) area.value = text;
  }, body);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Įrašas tikras ir galioja");
  expect(await faultsAt(page, [320, 1280])).toEqual([]);
}, 180_000);
