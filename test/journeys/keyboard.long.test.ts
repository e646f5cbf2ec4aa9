import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoApplication } from "../functions/demo-house.ts";
import { openStage, type Stage } from "../infra/local/stage.ts";
import { openBrowser } from "./browser.ts";
import { faultsOn } from "./looking.ts";
import { servePages } from "./stage-server.ts";

let stage: Stage;
let browser: Browser;
let served: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  served = await servePages(stage.world);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await stage?.close();
});

interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  /** Can one see where one is? */
  readonly isSeen: boolean;
  readonly isInMain: boolean;
}

/** Where the keyboard is, and whether it can be seen: an outline, a shadow, or another background. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const beside = at.nextElementSibling ? getComputedStyle(at.nextElementSibling, "::before") : style;
    const shown = (s) => (s.outlineStyle !== "none" && s.outlineWidth !== "0px") || s.boxShadow !== "none";
    return {
      tag: at.tagName.toLowerCase(), type: at.type ?? "", name: at.name ?? "", value: at.value ?? "",
      isSeen: shown(style) || shown(beside), isInMain: at.closest("main") !== null,
    };
  })()`);

const answers: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(demoApplication).filter(
      (entry): entry is [string, Exclude<(typeof entry)[1], readonly string[]>] =>
        typeof entry[1] === "string",
    ),
  ),
  email: "klaviatura@mokykla.example",
};

/** One page of the form by Tab, typing, arrows, Space and Enter alone; says what was focused without being seen. */
async function fillPage(page: Page): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let tabs = 0; tabs < 80; tabs++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at.isSeen) unseen.push(`${at.tag} ${at.name}`);
    if (!at.isInMain) continue;
    if (at.tag === "button" && at.type === "submit" && at.name === "") {
      const followed = page.waitForEvent("load");
      await page.keyboard.press("Enter");
      await followed;
      return unseen;
    }
    await fill(page, at);
  }
  throw new Error("no button was reached by the keyboard");
}

async function fill(page: Page, { tag, type, name, value }: Focused): Promise<void> {
  if (tag === "select") {
    // The first letters choose in a list.
    if (name === "countries" && value === "") await page.keyboard.type("Suo");
    if (name === "languageLevel") await page.keyboard.type("B2");
    return;
  }
  // Behind it a school is entered that is in no list.
  if (tag === "summary") await page.keyboard.press("Enter");
  const said = answers[name];
  if (said === undefined) return;
  if (type === "radio") {
    await page.keyboard.press("Space");
    for (let moves = 0; moves < 7 && (await focused(page)).value !== said; moves++)
      await page.keyboard.press("ArrowDown");
  } else if (type === "checkbox") await page.keyboard.press("Space");
  else if (value === "") await page.keyboard.type(said);
}

describe("a whole application", () => {
  test("is written and sent by the keyboard alone, and one always sees where one is", async () => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(`${served.address}/calls/demo?lang=lt`);
    const unseen: string[] = [];
    for (let pages = 0; pages < 14 && !page.url().includes("/c/"); pages++) {
      unseen.push(...(await fillPage(page)));
      expect(await page.locator(".govuk-error-summary").allTextContents()).toEqual([]);
    }
    expect(await page.textContent("h1")).toContain("Paraiška pateikta");
    expect(unseen).toEqual([]);
  });

  test("leads the keyboard to what is wrong, and past the header by its first key", async () => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(`${served.address}/calls/demo?lang=lt`);
    await fillPage(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(page.url()).toContain("#main-content");
    const followed = page.waitForEvent("load");
    await page.locator("main form button[type=submit]").first().press("Enter");
    await followed;
    expect(await page.evaluate("document.activeElement.className")).toContain("govuk-error-summary");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect((await focused(page)).name).toBe("fullName");
  });
});

describe("a page with a form", () => {
  test("comes in another language with what was typed, without any script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.address}/calls/demo?lang=lt`);
    await page.locator("main form button").click();
    await page.locator("[name=fullName]").fill("Ona Šimkutė");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.getAttribute("html", "lang")).toBe("en");
    expect(await page.inputValue("[name=fullName]")).toBe("Ona Šimkutė");
    await page.locator("[name=fullName]").press("Enter");
    expect(await page.textContent(".govuk-error-summary")).toContain("E-mail");
    await context.close();
  });
});

describe("the pages", () => {
  const shown = ["/", "/calls/demo", "/certificates"];

  test.each([
    ["in high contrast", { forcedColors: "active" as const }],
    ["in a dark scheme", { colorScheme: "dark" as const }],
    ["with motion reduced", { reducedMotion: "reduce" as const }],
  ])("are without faults %s", async (_, more) => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, bypassCSP: true, ...more });
    for (const path of shown) {
      await page.goto(`${served.address}${path}?lang=lt`);
      expect(await faultsOn(page)).toEqual([]);
    }
  });

  test("move nothing by themselves when motion is to be reduced", async () => {
    const page = await browser.newPage({ reducedMotion: "reduce", bypassCSP: true });
    await page.goto(`${served.address}/calls/demo?lang=lt`);
    const moving = await page.evaluate(`[...document.querySelectorAll("*")].filter((e) => {
      const s = getComputedStyle(e);
      return s.animationName !== "none" || parseFloat(s.transitionDuration) > 0;
    }).map((e) => e.tagName + "." + e.className)`);
    expect(moving).toEqual([]);
  });

  test("can be read at 200 % zoom, which halves the room, without moving sideways", async () => {
    const page = await browser.newPage({
      viewport: { width: 640, height: 450 },
      deviceScaleFactor: 2,
      bypassCSP: true,
    });
    for (const path of shown) {
      await page.goto(`${served.address}${path}?lang=lt`);
      expect(await faultsOn(page)).toEqual([]);
    }
  });
});
