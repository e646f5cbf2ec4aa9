import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { casePath } from "../../functions/links.ts";
import { call, host, intern, type NationalStage, openNationalStage } from "../infra/local/national-stage.ts";
import { openBrowser, picture } from "./browser.ts";
import { servePages } from "./stage-server.ts";

let stage: NationalStage;
let browser: Browser;
let page: Page;
let served: Awaited<ReturnType<typeof servePages>>;
let ona: string;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openNationalStage(), openBrowser()]);
  const [moletai = ""] = await stage.toCall(host("Molėtų gimnazija"));
  ona = await stage.admitted(intern("Ona", [moletai]));
  await stage.passTo("2027-02-16T08:00:00.000Z");
  await stage.order(moletai, {});
  await stage.answer(call, "approval", { outcome: "approved" });
  await stage.answer(ona, "hostAcceptance", { outcome: "accepted", contactPerson: "Rūta" });
  await stage.answer(ona, "plan", {
    goals: "a",
    activities: "b",
    sessionTopic: "c",
    sessionOn: "2027-05-06",
  });
  await stage.answer(ona, "planAgreement", { outcome: "agreed" });
  await stage.passTo("2027-05-04T09:00:00.000Z");
  served = await servePages(stage.world);
  page = await browser.newPage({ viewport: { width: 390, height: 800 }, locale: "lt-LT" });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await stage?.close();
});

const diary = () => `${served.address}${casePath(stage.world.house.config.linkSecret, ona)}/diary`;
const pages = async () => (await stage.load(ona)).file.diary.map(({ day, values }) => [day, values.done]);

describe("a diary by phone", () => {
  test("a page is written in a few taps and is there at once", async () => {
    await page.goto(diary());
    await picture(page, "dienorastis");
    await page.getByRole("link", { name: /Šiandien/ }).click();
    await page.fill("[name=done]", "Stebėjau tris pamokas.");
    await picture(page, "dienorascio-puslapis");
    await page.getByRole("button", { name: "Išsaugoti" }).click();
    await page.waitForURL(/saved=2027-05-04/);
    expect(await page.textContent("[role=status]")).toContain("2027 m. gegužės 4 d.");
    expect(await pages()).toEqual([["2027-05-04", "Stebėjau tris pamokas."]]);
  });

  test("without a connection the text stays in the device and is sent by itself when there is one, once", async () => {
    await page.goto(`${diary()}/2027-05-03`);
    await page.context().setOffline(true);
    await page.fill("[name=done]", "Susipažinau su mokykla.");
    await page.getByRole("button", { name: "Išsaugoti" }).click();
    await page.getByText("Ryšio nėra.").waitFor();
    await page.getByRole("button", { name: "Išsaugoti" }).click();
    await picture(page, "dienorastis-be-rysio");
    expect(await pages()).toHaveLength(1);
    await page.context().setOffline(false);
    await page.waitForURL(/saved=2027-05-03/, { timeout: 90_000 });
    expect(await pages()).toEqual([
      ["2027-05-03", "Susipažinau su mokykla."],
      ["2027-05-04", "Stebėjau tris pamokas."],
    ]);
    expect(await stage.world.house.table.query(ona, "diary#")).toMatchObject([
      { version: 1 },
      { version: 1 },
    ]);
  });

  test("what was typed before the page was lost is there again", async () => {
    await page.goto(`${diary()}/2027-05-04`);
    await page.fill("[name=learned]", "Klausimų galia.");
    await page.goto(diary());
    await page.goto(`${diary()}/2027-05-04`);
    expect(await page.inputValue("[name=learned]")).toBe("Klausimų galia.");
    expect(await page.textContent("[role=status]")).toContain("dar neišsaugotas");
    await picture(page, "dienorastis-neissaugota");
  });

  test("without scripts the page works all the same", async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false, locale: "lt-LT" });
    await plain.goto(`${diary()}/2027-05-03`);
    await plain.fill("[name=learned]", "Mokiniai klausia patys.");
    await plain.getByRole("button", { name: "Išsaugoti" }).click();
    await plain.waitForURL(/saved=2027-05-03/);
    expect((await stage.load(ona)).file.diary[0]?.values).toEqual({
      done: "Susipažinau su mokykla.",
      learned: "Mokiniai klausia patys.",
    });
    await plain.close();
  });
});
