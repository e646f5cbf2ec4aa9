import { mkdirSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type Page } from "playwright-core";

/** Quiet: none of the browser's own requests leave the machine. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = async (): Promise<Browser> =>
  driver.launch({ executablePath: await chromium.executablePath(), args: flags, headless: true });

/** Where pictures of the journey go, to be looked at; without `KELIAS_SCREENS` none are taken. */
const folder = process.env.KELIAS_SCREENS;

export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

export type Typed = Readonly<Record<string, string>>;

/**
 * Fills the form of a page as a person does and sends it: radios and boxes are ticked, days typed in three parts,
 * everything else typed. Only what the page shows can be filled; what is folded is opened.
 */
export async function fillAndSend(page: Page, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const radio = page.locator(`input[type=radio][name="${name}"][value="${value}"]`);
    const box = page.locator(`input[type=checkbox][name="${name}"]`);
    const year = page.locator(`input[name="${name}-year"]`);
    const lists = page.locator(`select[name="${name}"]`);
    if ((await radio.count()) > 0) await radio.check();
    else if ((await box.count()) > 0) await box.check();
    else if ((await year.count()) > 0) await typeDay(page, name, value);
    else if ((await lists.count()) > 0) {
      for (const [index, option] of value.split(";").entries()) await lists.nth(index).selectOption(option);
    } else {
      const closed = page.locator(`details:not([open]):has([name="${name}"]) > summary`);
      if ((await closed.count()) > 0) await closed.click();
      await page.fill(`[name="${name}"]`, value);
    }
  }
  await send(page);
}

/** Presses a button, the page's first where none is named, and waits for the page that follows. */
export async function send(
  page: Page,
  button = "main form:not([action$='/code']) button[type=submit]:not([hidden]):not([name=upload], [name=search], [name=more])",
): Promise<void> {
  const followed = page.waitForEvent("load");
  await page.locator(button).first().click();
  await followed;
}

/** Loads a page anew until it shows what is counted in the background, some seconds after it happened. */
export async function reloadUntil(page: Page, selector: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if ((await page.locator(selector).count()) > 0) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  throw new Error(`${page.url()}: ${selector} does not appear`);
}

/** Brings a file for a field of the page, and comes back to the page. */
export async function upload(page: Page, field: string, content: string, name: string): Promise<void> {
  await send(page, `button[name=upload][value="${field}"]`);
  await picture(page, `${name}-form`);
  await page.setInputFiles("input[type=file]", {
    name: "pažymėjimas.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(content, "latin1"),
  });
  await send(page);
  await picture(page, name);
}

async function typeDay(page: Page, name: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  await page.fill(`input[name="${name}-year"]`, year);
  await page.fill(`input[name="${name}-month"]`, month);
  await page.fill(`input[name="${name}-day"]`, date);
}
