import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../functions/addresses/paths.ts";
import { publishCall } from "../../functions/calls/publish.ts";
import { loadCase } from "../../functions/cases/load.ts";
import { ownPathOf } from "../../functions/cases/people/own-path.ts";
import { refOfCall } from "../../functions/store/keys.ts";
import { checkCall } from "../../infra/local/rehearse/call-file.ts";
import { inOwnWorld } from "../../infra/local/rehearse/world.ts";
import { rehearsal } from "../../workflows/assessment-campaign/rehearsal.ts";
import { openBrowser, picture, send } from "./browser.ts";
import { faultsOn } from "./looking.ts";
import { servePages } from "./stage-server.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };

/** What has the keyboard, and whether one sees where it is. */
const focused = (page: Page): Promise<{ name: string; tag: string; isSeen: boolean; isWhole: boolean }> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const beside = at.nextElementSibling ? getComputedStyle(at.nextElementSibling, "::before") : style;
    const shown = (s) => (s.outlineStyle !== "none" && s.outlineWidth !== "0px") || s.boxShadow !== "none";
    const { left, right } = at.getBoundingClientRect();
    return {
      name: at.name ?? "", tag: at.tagName.toLowerCase(), isSeen: shown(style) || shown(beside),
      isWhole: left >= 0 && right <= window.innerWidth,
    };
  })()`);

/** By Tab to a question or to the button of the page; whatever has the keyboard on the way can be seen. */
async function tabTo(page: Page, wanted: (at: { name: string; tag: string }) => boolean): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    expect([at.name || at.tag, at.isSeen, at.isWhole]).toEqual([at.name || at.tag, true, true]);
    if (wanted(at)) return;
  }
  throw new Error("nobody gets there by the keyboard");
}

test("a school makes its codes, and somebody answers a questionnaire on a phone by the keyboard alone, in either language", async () => {
  const { call } = await rehearsal.example();
  const study = { ...Object(call), sample: { seed: "2027", schools: 3000 } };
  const read = await checkCall(JSON.stringify(study));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  await inOwnWorld(read.value.call, async (world) => {
    const { house } = world;
    await publishCall(house, read.value.call.given);
    await world.advanceTo("2027-03-02T10:00:00.000Z");
    const entries = await house.table.query(refOfCall(read.value.call.id), "entry#");
    const served = await servePages(world);
    const open = async (viewport: typeof phone, locale: "lt" | "en") =>
      (await browser.newContext({ viewport, locale, baseURL: served.address })).newPage();
    try {
      const own = await loadCase(house, String(entries[0]?.ref));
      if (!own) throw new Error("no school was invited");
      const [, , id = "", secret = ""] = ownPathOf(house.config.linkSecret, own).split("/");
      const school = await open(desk, "lt");
      await school.goto(ownPathOf(house.config.linkSecret, own));
      expect(await faultsOn(school)).toEqual([]);
      await picture(school, "campaign-own-lt");
      await school.goto(paths.slips(id, secret));
      expect(await faultsOn(school)).toEqual([]);
      await picture(school, "campaign-slips-lt");
      await send(school, "main form button[type=submit]");
      expect(await faultsOn(school)).toEqual([]);
      await picture(school, "campaign-sheet-lt");
      const links = (await school.locator(".kelias-slips__slip span").allTextContents()).filter((text) =>
        text.includes("/a/"),
      );
      const pseudonyms = await school.locator("main table tbody th").allTextContents();
      expect(pseudonyms.length).toBe(links.length);

      for (const [index, language] of (["lt", "en"] as const).entries()) {
        const somebody = await open(phone, language);
        const { pathname } = new URL(links[index] ?? "");
        await somebody.goto(`${pathname}?lang=${language}`);
        expect(await faultsOn(somebody)).toEqual([]);
        await picture(somebody, `campaign-questions-${language}`);
        // A slip of the pen first: the page says so where it is, and keeps what was chosen.
        await tabTo(somebody, ({ name }) => name === "pseudonym");
        await somebody.keyboard.type("XK7Q");
        await tabTo(somebody, ({ name }) => name === "item.safe");
        await somebody.keyboard.press("Space");
        await somebody.keyboard.press("ArrowRight");
        await tabTo(somebody, ({ tag, name }) => tag === "button" && name === "");
        await Promise.all([somebody.waitForEvent("load"), somebody.keyboard.press("Enter")]);
        expect(await faultsOn(somebody)).toEqual([]);
        await picture(somebody, `campaign-wrong-${language}`);
        expect(await somebody.locator("#pseudonym-error").count()).toBe(1);
        expect(await somebody.locator("input[name='item.safe']:checked").inputValue()).toBe("2");
        await tabTo(somebody, ({ name }) => name === "pseudonym");
        await somebody.keyboard.press("Control+A");
        await somebody.keyboard.type((pseudonyms[index] ?? "").toLowerCase());
        await tabTo(somebody, ({ tag, name }) => tag === "button" && name === "");
        await Promise.all([somebody.waitForEvent("load"), somebody.keyboard.press("Enter")]);
        await somebody.waitForSelector("h1");
        expect(await faultsOn(somebody)).toEqual([]);
        await picture(somebody, `campaign-done-${language}`);
        expect(await somebody.textContent("h1")).toMatch(/Ačiū|Thank you/);
      }
      const given = world.local.answers.all().filter(({ values }) => values !== undefined);
      expect(given.map(({ values }) => values)).toEqual([{ safe: 2 }, { safe: 2 }]);
    } finally {
      await served.close();
    }
  });
});
