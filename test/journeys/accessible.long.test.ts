import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { paths } from "../../functions/addresses/paths.ts";
import { startCallDraft } from "../../functions/calls/call-drafts.ts";
import { casePath, taskPath } from "../../functions/links.ts";
import { callForm } from "../../workflows/foreign-internship/call-form.ts";
import { enterPath } from "../functions/web/enter.ts";
import {
  call,
  host,
  intern,
  internships,
  type NationalStage,
  openNationalStage,
} from "../infra/local/national-stage.ts";
import { typedInternshipCall } from "../workflows/foreign-internship/typed-call.ts";
import { openBrowser } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { faultsAt, faultsOn, lookAt, lookAtMails } from "./looking.ts";
import { servePages } from "./stage-server.ts";

let stage: NationalStage;
let browser: Browser;
let page: Page;
let served: Awaited<ReturnType<typeof servePages>>;
let secret: string;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openNationalStage(), openBrowser()]);
  served = await servePages(stage.world);
  secret = stage.world.house.config.linkSecret;
  page = await browser.newPage({ viewport: { width: 1100, height: 900 }, bypassCSP: true });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await stage?.close();
});

/** What was found on the pages that a test has looked at. */
const wrong: string[] = [];
afterEach(() => expect(wrong.splice(0)).toEqual([]));
const look = async (path: string): Promise<void> =>
  void wrong.push(...(await lookAt(page, `${served.address}${path}`)));

const enterConsole = async (): Promise<void> => {
  const until = Date.parse("2028-01-01T00:00:00Z") / 1000;
  await comeIn(page, served.address + enterPath(secret, "coordinator@agency.example", until));
};

const taskAt = async (ref: string, state: string): Promise<string> => {
  const { tasks } = await stage.load(ref);
  const task = tasks.find((one) => one.status === "open" && one.state === state && one.assignee);
  if (!task) throw new Error(`${ref}: nobody is asked ${state}`);
  return taskPath(secret, task);
};

describe("pages in every state of a road, in both languages, at desk width and at 320 pixels", () => {
  let ona: string;
  let jonas: string;
  let moletai: string;

  test("a call that is made, checked, seen beforehand, and changed after publishing", async () => {
    await enterConsole();
    const { house } = stage.world;
    const by = { name: "Rasa", email: "coordinator@agency.example", language: "lt" as const };
    const values = { ...typedInternshipCall, callId: "rudens", titleEn: "Autumn 2027" };
    const begun = { process: "foreign-internship", by };
    const whole = await startCallDraft(house, { ...begun, values });
    const empty = await startCallDraft(house, { ...begun, values: {} });
    await look(paths.newCall());
    for (const id of [whole, empty]) {
      const pages = callForm.form.pages.map((one) => paths.callDraftPage(id, one.id));
      const lists = [
        paths.draftedPeople(id, "reviewers"),
        paths.importDrafted(id, "reviewers"),
        paths.draftedPerson(id, "reviewers", "new"),
      ];
      for (const path of [paths.callDraft(id), ...pages, ...lists, paths.callDraftCheck(id)])
        await look(path);
    }
    for (const language of ["lt", "en"] as const) {
      const preview = `${served.address}${paths.callPreview(whole, language)}`;
      for (const address of [preview, served.address + paths.applicationPreview(whole, language)]) {
        expect((await page.goto(address))?.status()).toBe(200);
        wrong.push(...(await faultsAt(page, [1100, 320])).map((fault) => `${address}, ${fault}`));
      }
    }
    await page.goto(`${served.address}${paths.callDraftPage(empty, "reviewers")}?lang=lt`);
    await page.locator("main form button[data-prevent-double-click]").click();
    await page.locator(".govuk-error-summary").waitFor();
    wrong.push(...(await faultsOn(page)));
    await page.goto(`${served.address}${paths.callDraftCheck(whole)}?lang=lt`);
    await page.getByRole("button", { name: "Skelbti kvietimą" }).click();
    await page.waitForURL(/\/console\/calls\/rudens/);
    await look(paths.changeCall("rudens"));
    for (const part of ["texts", "dates", "places", "budget", "rubric", "reviewers", "rules"])
      await look(paths.changeCallPage("rudens", part));
    await page.goto(`${served.address}${paths.changeCallPage("rudens", "dates")}?lang=lt`);
    await page.fill("input[name=closesOn-year]", "2026");
    await page.fill("textarea[name=reason]", "Taip nutarta.");
    await page.locator("main form button[data-prevent-double-click]").click();
    await page.locator(".govuk-error-summary").waitFor();
    wrong.push(...(await faultsOn(page)));
    await page.goto(`${served.address}${paths.changeCallPage("rudens", "dates")}?lang=lt`);
    await page.fill("input[name=closesOn-year]", "2027");
    await page.fill("input[name=closesOn-month]", "12");
    await page.fill("textarea[name=reason]", "Taip nutarta.");
    await page.locator("main form button[data-prevent-double-click]").click();
    await page.waitForURL(/\/console\/calls\/rudens/);
    await look(paths.consoleCall("rudens"));
  });

  test("a place is offered, approved and announced; the calls and what they offer", async () => {
    moletai = await stage.apply("vietos-2027", host("Molėtų gimnazija"));
    await look(await taskAt(moletai, "approval"));
    await look(casePath(secret, moletai));
    await stage.answer(moletai, "approval", { outcome: "approved" });
    const said = { titleLt: "Stažuotės", titleEn: "Internships", closes: "2027-02-15", places: [moletai] };
    await stage.say("call#vietos-2027", "announced", said);
    await stage.world.settle();
    for (const path of ["/", `/calls/${internships}`, "/certificates", "/calls/vietos-2027"])
      await look(path);
  });

  test("an application page by page, with what is wrong with it, and checked before it is sent", async () => {
    await page.goto(`${served.address}/calls/${internships}?lang=lt`);
    await page.getByRole("button", { name: "Pradėti paraišką" }).click();
    await page.waitForURL(/\/drafts\//);
    const draft = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    for (const name of ["person", "school", "principal", "motivation", "places", "declaration"])
      await look(`${draft}/${name}`);
    await look(`${draft}/check`);
    await page.goto(`${served.address}${draft}/person?lang=lt`);
    await page.locator("main form button[type=submit]").first().click();
    await page.locator(".govuk-error-summary").waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });

  test("the tasks of everybody on the way to a place", async () => {
    ona = await stage.apply(internships, intern("Ona", [moletai]));
    await look(await taskAt(ona, "endorsement"));
    await stage.answer(ona, "endorsement", { outcome: "endorsed" });
    await look(await taskAt(ona, "screening"));
    await enterConsole();
    const id = ona.slice("case#".length);
    const asked = (await stage.load(ona)).tasks.find(({ state }) => state === "screening");
    if (!asked) throw new Error("nobody screens");
    await look(paths.ahead(id));
    await look(paths.consoleCase(id));
    for (const path of [paths.remind(id, asked), paths.extend(id, asked), paths.notes(id)]) await look(path);
    for (const path of [
      paths.corrections(id),
      paths.correction(id, "town"),
      paths.correction(id, "motivation"),
    ])
      await look(path);
    await page.goto(`${served.address}${paths.extend(id, asked)}?lang=lt`);
    await page.locator("main form button[type=submit]").first().click();
    await page.locator(".govuk-error-summary").waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await stage.answer(ona, "screening", { outcome: "supplement", request: "Kokia jūsų patirtis?" });
    await look(await taskAt(ona, "supplement"));
    await stage.answer(ona, "supplement", { answer: "Dvylika metų." });
    await stage.answer(ona, "screening", { outcome: "eligible" });
    jonas = await stage.admitted(intern("Jonas", [moletai], { school: "Zarasų gimnazija" }));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await look(await taskAt(call, "hostOrders"));
    await stage.order(moletai, { first: [ona] });
    await look(await taskAt(call, "approval"));
    await stage.answer(call, "approval", { outcome: "approved" });
    for (const ref of [ona, jonas]) await look(casePath(secret, ref));
    await look(await taskAt(ona, "hostAcceptance"));
    await stage.answer(ona, "hostAcceptance", { outcome: "accepted", contactPerson: "Rūta" });
    await look(await taskAt(ona, "plan"));
    await stage.answer(ona, "plan", {
      goals: "a",
      activities: "b",
      sessionTopic: "c",
      sessionOn: "2027-05-06",
    });
    await look(await taskAt(ona, "planAgreement"));
    await look(`${casePath(secret, ona)}/say/withdrawn`);
    await stage.answer(ona, "planAgreement", { outcome: "agreed" });
  });

  test("the diary, the evaluation, the hosting plan and the report", async () => {
    await stage.passTo("2027-05-04T09:00:00.000Z");
    const diary = `${casePath(secret, ona)}/diary`;
    for (const path of [casePath(secret, ona), diary, `${diary}/2027-05-03`]) await look(path);
    await stage.passTo("2027-05-10T09:00:00.000Z");
    await look(await taskAt(ona, "evaluation"));
    const evaluated = { outcome: "evaluated", daysMissed: 0, sessionHeld: "yes", evaluation: "Puikiai." };
    await stage.answer(ona, "evaluation", evaluated);
    await look(await taskAt(ona, "hostingPlan"));
    const place = { method: "m", offers: "o", starts: "2027-11-08", ends: "2027-11-12", capacity: 1 };
    await stage.answer(ona, "hostingPlan", { organises: "Ona.", ...place });
    await look(await taskAt(ona, "hostingPlanReview"));
    await stage.answer(ona, "hostingPlanReview", { outcome: "accepted" });
    await look(await taskAt(ona, "report"));
    await stage.answer(ona, "report", { learned: "Daug.", use: "Visur." });
    await stage.answer(ona, "reportReview", { outcome: "accepted" });
    await look(casePath(secret, ona));
    const { certificate } = await stage.load(ona);
    await look(`/certificates/${certificate?.number ?? ""}`);
  });

  test("every mail of a place and of who came to it, in both languages", async () => {
    const refs = [moletai, ona, jonas, call, "call#vietos-2027"];
    const roads = await Promise.all(refs.map((ref) => stage.load(ref)));
    const mails = await lookAtMails(page, stage.world.house, roads);
    wrong.push(...mails.wrong);
    expect(mails.looked).toBeGreaterThan(30);
  });

  test("the console of the coordinator", async () => {
    await enterConsole();
    const id = ona.slice("case#".length);
    for (const path of [
      "/console",
      paths.consoleCall("vietos-2027"),
      paths.consoleCall(internships),
      paths.sayOfCall("vietos-2027", "announced"),
      paths.consoleCase(id),
      `${paths.consoleCase(id)}?record=mail`,
      paths.consoleCertificate(id),
      paths.sayOfCall("vietos-2027", "calledOff"),
      paths.stuck(),
    ])
      await look(path);
  });

  test("cases that are stuck, each with what mends it", async () => {
    const late = await stage.apply(
      "vietos-2027",
      host("Zarasų gimnazija", { email: "zarasai@mokykla.example" }),
    );
    const open = (await stage.load(late)).tasks.find(({ status }) => status === "open");
    await stage.world.house.engine.interrupt(open?.token ?? "", "Broken", 1);
    const until = Date.parse(open?.dueAt ?? stage.world.house.clock.now()) + 86_400_000;
    await stage.passTo(new Date(until).toISOString());
    await enterConsole();
    await look(paths.stuck());
    await page.goto(`${served.address}${paths.stuck()}?lang=lt`);
    expect(await page.getByRole("button", { name: "Tęsti iš naujo" }).count()).toBeGreaterThan(0);
  });
});
