import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { publishCall } from "../../functions/calls/publish.ts";
import { submitApplication } from "../../functions/cases/applications/submit.ts";
import { addressIdOf, casePath } from "../../functions/links.ts";
import { idOf } from "../../functions/store/keys.ts";
import { openFunctions } from "../../infra/local/functions.ts";
import { ask, openGateway } from "../../infra/local/gateway.ts";
import { demoApplication, demoCall, demoHouse } from "../functions/demo-house.ts";
import { enterPath } from "../functions/web/enter.ts";
import { openBrowser } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { faultsAt, lookAt } from "./looking.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let browser: Browser;
let page: Page;
let at: string;
let close: () => Promise<void>;
let own: string;
let id: string;
const house = demoHouse();

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ bypassCSP: true });
  await publishCall(house, demoCall);
  const raw = { ...demoApplication };
  const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "d" });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  await house.keepLines();
  id = idOf(sent.ref);
  own = casePath(house.config.linkSecret, sent.ref);
  const functions = openFunctions(Promise.resolve(house));
  const millis = () => Date.parse(house.clock.now());
  const gateway = await openGateway({
    port: 0,
    clock: { millis },
    answer: (asked) => ask(functions, asked),
  });
  close = gateway.close;
  at = `http://127.0.0.1:${gateway.port}`;
  const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
  await comeIn(page, at + enterPath(house.config.linkSecret, "coordinator@agency.example", until));
});
afterAll(async () => {
  await browser?.close();
  await close?.();
});

/** Goes on by the keyboard alone: to the first thing of that kind after where one is, and presses it. */
async function pressButton(name: string, value: string): Promise<void> {
  await page.focus(`main button[name=${name}][value=${value}]`);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

test("texts of a call's mails are changed by the keyboard, seen by a real case, and have no faults by axe", async () => {
  const text = `${at}/console/calls/demo/mails/foreign-internship/mail.received`;
  const wrong = [...(await lookAt(page, `${at}/console/calls/demo/mails`)), ...(await lookAt(page, text))];
  await page.goto(`${text}?lang=lt`);
  await page.focus('[name="body.lt"]');
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Ačiū! Kvietimas „{call}“.");
  await pressButton("do", "preview");
  expect(await page.textContent("main")).toContain("Ačiū! Kvietimas „Stažuotės užsienyje“.");
  wrong.push(...(await faultsAt(page, [1100, 320])));
  await page.fill('[name="body.lt"]', "Ačiū, {kas");
  await pressButton("do", "keep");
  wrong.push(...(await faultsAt(page, [1100, 320])));
  await page.click(".govuk-error-summary a");
  expect(await page.evaluate("document.activeElement.name")).toBe("body.lt");
  await page.fill('[name="body.lt"]', "Ačiū! Kvietimas „{call}“.");
  await pressButton("do", "keep");
  expect(await page.textContent("[role=status]")).toContain("Tekstas įrašytas.");
  wrong.push(...(await faultsAt(page, [1100, 320])));
  wrong.push(...(await lookAt(page, `${at}/console/calls/demo/messages/new`)));
  expect(wrong).toEqual([]);
});

test("a question is asked and answered in the browser", async () => {
  const wrong = [...(await lookAt(page, `${at}${own}/question`))];
  await page.fill("#text", "Ar galiu keisti šalį?");
  await page.click("main form button[type=submit]");
  await page.waitForURL(/#questions$/);
  wrong.push(...(await faultsAt(page, [1100, 320])));
  for (const address of ["/console", `/console/cases/${id}`, `/console/cases/${id}/questions`])
    wrong.push(...(await lookAt(page, at + address)));
  await page.fill("#text-1", "Taip, galite.");
  await Promise.all([page.waitForEvent("load"), page.click("main form button[type=submit]")]);
  wrong.push(...(await faultsAt(page, [1100, 320])));
  wrong.push(...(await lookAt(page, `${at}${own}`)));
  expect(wrong).toEqual([]);
});

test("people are added and taken from a file in the browser", async () => {
  const people = `${at}/console/calls/demo/people`;
  const person = addressIdOf(house.config.linkSecret, "first@agency.example");
  const wrong: string[] = [];
  for (const address of [people, `${people}/reviewers/of/new`, `${people}/reviewers/of/${person}`])
    wrong.push(...(await lookAt(page, address)));
  wrong.push(...(await lookAt(page, `${people}/reviewers/import`)));
  await page.goto(`${people}/reviewers/import?lang=lt`);
  const file = (text: string) => ({ name: "e.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.setInputFiles("#file", file("Vardas ir pavardė;El. paštas\nOna;ona"));
  await Promise.all([page.waitForEvent("load"), page.click("main form button[type=submit]")]);
  expect(await page.textContent("main")).toContain("Ką pataisyti");
  wrong.push(...(await faultsAt(page, [1100, 320])));
  await page.setInputFiles("#file", file("Vardas ir pavardė;El. paštas\nOna Onaitė;ona@ekspertai.example"));
  await Promise.all([page.waitForEvent("load"), page.click("main form button[type=submit]")]);
  expect(await page.textContent("main")).toContain("Bus pridėta: 1; atnaujinta: 0.");
  wrong.push(...(await faultsAt(page, [1100, 320])));
  await page.fill("#reason", "Trūksta ekspertų.");
  await pressButton("do", "take");
  await page.waitForURL(/#reviewers$/);
  expect(await page.textContent("main")).toContain("ona@ekspertai.example");
  expect(wrong).toEqual([]);
});

test("staff are taken from lines in the browser, by keyboard", async () => {
  const staff = `${at}/console/calls/demo/staff/import`;
  const wrong = [...(await lookAt(page, staff))];
  await page.goto(`${staff}?lang=lt`);
  const send = async (text: string): Promise<string | null> => {
    await page.fill("#text", text);
    await page.focus("main form button[type=submit]");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    wrong.push(...(await faultsAt(page, [1100, 320])));
    return page.textContent("main");
  };
  expect(await send("finance;Fausta;coordinator@agency.example")).toContain("Ką pataisyti");
  expect(await send("Finansininkas;Fausta;fausta@agency.example")).toContain("Pradeda dirbti su šiuo");
  await page.fill("#reason", "Fausta pakeičia kolegą.");
  await pressButton("do", "take");
  await page.waitForURL(/\/people$/);
  expect(await page.textContent("main")).toContain("fausta@agency.example");
  wrong.push(...(await faultsAt(page, [1100, 320])));
  expect(wrong).toEqual([]);
});
