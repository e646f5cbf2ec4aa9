import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callForm } from "../../workflows/foreign-internship/call-form.ts";
import { enterPath } from "../functions/web/enter.ts";
import { openStage, type Stage } from "../infra/local/stage.ts";
import { typedInternshipCall } from "../workflows/foreign-internship/typed-call.ts";
import { application } from "./application.ts";
import { fillAndSend, openBrowser, picture, send, type Typed } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { servePages } from "./stage-server.ts";

let stage: Stage;
let browser: Browser;
let page: Page;
let served: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  served = await servePages(stage.world);
  page = await browser.newPage({ viewport: { width: 1100, height: 900 }, locale: "lt-LT" });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await stage?.close();
});

const typed = typedInternshipCall;
const here = () => new URL(page.url()).pathname;

/** One row of a field as its inputs are called. */
const inRow = (field: string, row: number, said: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(said).map(([column, value]) => [`${field}-${row}-${column}`, String(value)]),
  );

/** Types rows one after another, as many as there are: each time the page is asked for room for another. */
async function typeRows(field: string): Promise<void> {
  const rows = Array.isArray(typed[field]) ? typed[field] : [];
  for (const [index, row] of rows.entries()) {
    if (index > 0) await send(page, `button[name=more][value=${field}]`);
    await type(inRow(field, index + 1, row));
  }
}

async function type(said: Typed): Promise<void> {
  for (const [name, value] of Object.entries(said)) {
    const radios = page.locator(`input[type=radio][name="${name}"]`);
    const list = page.locator(`select[name="${name}"]`);
    const year = page.locator(`input[name="${name}-year"]`);
    if ((await radios.count()) > 0) await radios.and(page.locator(`[value="${value}"]`)).check();
    else if ((await list.count()) > 0) await list.selectOption(value);
    else if ((await year.count()) > 0) {
      const parts = value.split("-");
      for (const [index, part] of ["year", "month", "day"].entries())
        await page.fill(`input[name="${name}-${part}"]`, parts[index] ?? "");
    } else await page.fill(`[name="${name}"]`, value);
  }
}

/** Takes people of a list as a table of a spreadsheet, and goes back to the page on which the list is. */
async function bringPeople(list: string): Promise<void> {
  await send(page, `button[name=people][value=${list}]`);
  await page.getByRole("link", { name: "Įkelti iš lentelės" }).click();
  await page.fill("#text", String(typed[list]));
  await send(page);
  await send(page, "button[name=do][value=take]");
  await picture(page, `call-draft-people-${list}`);
  await page.getByRole("link", { name: "Atgal" }).click();
}

describe("a coordinator makes a call in the console", () => {
  test("from a template, part by part", async () => {
    const until = Date.parse("2028-01-01T00:00:00Z") / 1000;
    const { linkSecret } = stage.world.house.config;
    await comeIn(page, served.address + enterPath(linkSecret, "coordinator@agency.example", until));
    await page.getByRole("link", { name: "Naujas kvietimas" }).click();
    await page.locator("select[name=source]").selectOption("template:foreign-internship");
    await picture(page, "new-call");
    await send(page);
    await picture(page, "call-draft");
    await page.getByRole("link", { name: "Pavadinimas ir tekstai" }).click();
    for (const { id, fields } of callForm.form.pages) {
      expect(here()).toMatch(new RegExp(`/${id}$`));
      for (const name of fields) {
        if ((await page.locator(`button[name=people][value=${name}]`).count()) > 0) await bringPeople(name);
        else if (Array.isArray(typed[name]) && callForm.form.fields[name]?.columns) await typeRows(name);
        else if (name !== "conflicts") await type({ [name]: String(typed[name] ?? "") });
      }
      await picture(page, `call-draft-${id}`);
      await send(page, "main form button[type=submit][data-prevent-double-click]");
    }
    expect(here()).toMatch(/\/check$/);
    expect(await page.locator(".govuk-error-summary").count()).toBe(0);
    await picture(page, "call-check");
  });

  test("looks at it as an applicant will", async () => {
    for (const [language, title] of [
      ["Lietuvių", "Pavasario kvietimas"],
      ["English", "Call of spring"],
    ] as const) {
      await page.locator("main").getByRole("link", { name: language, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await picture(page, `call-preview-${language}`);
      expect(await page.locator("main form, main input:not([disabled])").count()).toBe(0);
      await page.goBack();
    }
  });

  test("publishes it, and a teacher applies to it", async () => {
    await page.getByRole("button", { name: "Skelbti kvietimą" }).click();
    await page.waitForURL(/\/console\/calls\/pavasaris-2027$/);
    const teacher = await (await browser.newContext({ locale: "lt-LT" })).newPage();
    await teacher.goto(`${served.address}/`);
    await teacher.getByRole("link", { name: "Pavasario kvietimas" }).click();
    await picture(teacher, "made-call");
    await teacher.getByRole("button", { name: "Pradėti paraišką" }).click();
    await teacher.waitForURL(/\/drafts\//);
    for (const [at, said] of Object.entries(application)) {
      expect(new URL(teacher.url()).pathname).toMatch(new RegExp(`/${at}$`));
      await fillAndSend(teacher, said);
    }
    await send(teacher);
    expect(await teacher.textContent("main")).toContain("Paraiška pateikta");
    expect(await stage.world.house.table.query("call#pavasaris-2027", "entry#")).toHaveLength(1);
  });

  test("moves its last day, and the page of the call says so", async () => {
    await page.reload();
    await page.getByRole("link", { name: "Keisti paskelbtą kvietimą" }).click();
    await page.getByRole("link", { name: "Datos" }).click();
    await type({ closesOn: "2027-02-15", reason: "Mokyklos paprašė daugiau laiko." });
    await picture(page, "call-change");
    await send(page, "main form button[type=submit][data-prevent-double-click]");
    await picture(page, "call-changed");
    expect(await page.textContent("main")).toContain("Mokyklos paprašė daugiau laiko.");
    await page.goto(`${served.address}/calls/pavasaris-2027`);
    expect(await page.textContent("main")).toContain("2027 m. vasario 15 d.");
  });
});
