import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import * as z from "zod";
import type { LoadedCase } from "../../functions/cases/load.ts";
import type { House } from "../../functions/house.ts";
import { renderMail } from "../../functions/mails/render.ts";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2, levels A and AA. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const found = z.object({
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
  isWider: z.boolean(),
});

/**
 * The design system says of a radio that reveals questions whether it does, with an attribute that ARIA does not know for
 * radios; screen readers tell it to people, so its makers keep it (alphagov/govuk-frontend, issue 979).
 */
const isKnown = (id: string, html: string): boolean =>
  id === "aria-allowed-attr" && html.includes('type="radio"') && html.includes("aria-expanded");

/** Of what axe finds only what is wrong is put together, and without the paths to it: that is most of its time. */
const examine = `axe
  .run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"], selectors: false })
  .then(({ violations }) => ({
    violations: violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) })),
    isWider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }))`;

/** What is wrong with the page that is open: by axe, and whether it has to be moved sideways. */
export async function faultsOn(page: Page): Promise<readonly string[]> {
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(axe);
  const { violations, isWider } = found.parse(await page.evaluate(examine));
  return [
    ...violations.flatMap(({ id, help, nodes }) =>
      nodes.filter(({ html }) => !isKnown(id, html)).map(({ html }) => `${id}: ${help}: ${html}`),
    ),
    ...(isWider ? ["the page is wider than the window"] : []),
  ];
}

/** The same at several widths of the window, each fault with its width. */
export async function faultsAt(page: Page, widths: readonly number[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await faultsOn(page)).map((fault) => `${width}: ${fault}`));
  }
  return faults;
}

/** Words that stand in every English sentence and in no Lithuanian one. */
const english = /\b(the|and|you|your|please|of|to be|will|with|answer|application(?!\/)|undefined|null)\b/i;

/** A time or an abbreviation that ends with a full stop has ended its sentence, too. */
const twoStopsIn = (text: string): readonly string[] => text.match(/.{0,40}[^.]\.\.(?!\.).{0,20}/g) ?? [];

/** What people read, without what is written for programs or says that it is English. */
const proseOfMain = `(() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const code of main.querySelectorAll('code, pre, [lang="en"]')) code.remove();
  return main.textContent;
})()`;

/**
 * Opens a page in both languages, at desk width and at 320 pixels, which is a phone or a desk at 400 % zoom (WCAG 1.4.10), and
 * says all that is wrong with it. A page whose address says its language is opened in that one.
 */
export async function lookAt(
  page: Page,
  address: string,
  languages: readonly ("lt" | "en")[] = ["lt", "en"],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const language of languages) {
    const answer = await page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
    expect([address, answer?.status()]).toEqual([address, 200]);
    expect([address, await page.getAttribute("html", "lang")]).toEqual([address, language]);
    const where = `${new URL(address).pathname}, ${language}`;
    wrong.push(...(await faultsAt(page, [1100, 320])).map((fault) => `${where}, ${fault}`));
    const text = String(await page.evaluate(proseOfMain));
    const [left] = language === "lt" ? (english.exec(text) ?? []) : [];
    if (left !== undefined) wrong.push(`${where}: “${left}” on a Lithuanian page`);
    wrong.push(...twoStopsIn(text).map((found) => `${where}: ${found}`));
  }
  return wrong;
}

/**
 * Draws the mails of roads as HTML in both languages, on a phone and on a desk, one of each template, and says all that is
 * wrong with them; how many there were.
 */
export async function lookAtMails(
  page: Page,
  { config }: House,
  roads: readonly LoadedCase[],
): Promise<{ readonly looked: number; readonly wrong: readonly string[] }> {
  const looked = new Set<string>();
  const wrong: string[] = [];
  for (const road of roads) {
    for (const mail of road.mails) {
      for (const language of ["lt", "en"] as const) {
        const name = `${mail.template} ${language}`;
        if (looked.has(name)) continue;
        looked.add(name);
        const to = { ...mail.to, language };
        const { html, text, subject } = await renderMail(config, { ...mail, to }, road);
        await page.setContent(html);
        wrong.push(...(await faultsAt(page, [360, 1100])).map((fault) => `${name}, ${fault}`));
        const said = `${subject}\n${text}`.replaceAll(/https?:\S+/g, "");
        const [left] = language === "lt" ? (english.exec(said) ?? []) : [];
        if (left !== undefined) wrong.push(`${name}: “${left}” in a Lithuanian mail`);
        wrong.push(...twoStopsIn(said).map((found) => `${name}: ${found}`));
      }
    }
  }
  return { looked: looked.size, wrong };
}
