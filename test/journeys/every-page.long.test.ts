import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { paths } from "../../functions/addresses/paths.ts";
import { loadCase } from "../../functions/cases/load.ts";
import { runJobs } from "../../functions/events/run-jobs.ts";
import { saidOfQuery } from "../../functions/exports/cases-file.ts";
import { orderedFile, orderFile } from "../../functions/exports/order.ts";
import type { House } from "../../functions/house.ts";
import { taskPath } from "../../functions/links.ts";
import { renderDigest, renderMail } from "../../functions/mails/render.ts";
import { renderSignIn } from "../../functions/mails/sign-in-mail.ts";
import { exportKey, idOf } from "../../functions/store/keys.ts";
import { routes } from "../../functions/web/portal.ts";
import { openFunctions } from "../../infra/local/functions.ts";
import { ask, openGateway } from "../../infra/local/gateway.ts";
import { lambdaContext } from "../functions/lambda-context.ts";
import { withArticle, withCoach } from "../functions/public/house.ts";
import { enterPath } from "../functions/web/enter.ts";
import { visitor } from "../functions/web/visitor.ts";
import { type Moments, openMoments, rasaComesIn, type Walked, walk } from "../infra/local/moments.ts";
import { openBrowser } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { faultsAt, lookAt } from "./looking.ts";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

let moments: Moments;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [moments, browser] = await Promise.all([openMoments(), openBrowser()]);
  page = await browser.newPage({ bypassCSP: true });
});
afterAll(async () => {
  await browser?.close();
  await moments?.close();
});

async function serve(house: House) {
  const functions = openFunctions(Promise.resolve(house));
  const millis = () => Date.parse(house.clock.now());
  const answer = (asked: Parameters<typeof ask>[1]) => ask(functions, asked);
  const { port, close } = await openGateway({ port: 0, clock: { millis }, answer });
  return { address: `http://127.0.0.1:${port}`, close };
}

/** Two pages of one address are alike when they are built of the same pieces, whatever the words in them. */
const shapeOf = ({ body, pattern }: Walked): string => {
  const main = body.slice(body.indexOf("<main"));
  const pieces = new Set(
    [...main.matchAll(/<\w+[^>]*\sclass="[^"]*"/g)].map(([piece]) =>
      piece.replaceAll(/ (?:id|href|name|value|for|action)="[^"]*"/g, ""),
    ),
  );
  return `${pattern} ${createHash("sha256")
    .update([...pieces].toSorted().join())
    .digest("hex")}`;
};

/** Who asks for these gets a file, or is sent on, or is a program. */
const noPage = /\.\w+$|^\/(api\/|assets|figures\/)|\/(documents|lists|uploads|oidc|enter|content)(\/|$)/;
/** No link of this road leads there: other tests look at them, or at the same page of something else. */
const elsewhere = [
  "/sign-in/code",
  // The test of signing together looks at these.
  "/my/signatures",
  "/my/signatures/together",
  // The walk of records looks at these.
  "/my/schools/{code}",
  "/t/{kind}/{id}/{key}/{secret}/not-me",
  "/t/{kind}/{id}/{key}/{secret}/upload/{field}",
  "/c/{id}/{secret}/hand-over",
  "/c/{id}/{secret}/slips",
  "/a/{call}/{school}/{group}/{code}",
  "/c/{id}/{secret}/diary",
  "/c/{id}/{secret}/diary/{day}",
  // Nobody on this road has published anything, nor stands in a register: the last test looks at those who have, and do.
  "/c/{id}/{secret}/public",
  "/library/{number}",
  "/library/{number}/file",
  "/data/{id}",
  "/registered",
  "/registered/{number}",
  "/credentials",
  // Nobody on this road leads a group.
  "/led/{id}/{secret}",
  "/led/{id}/{secret}/say/{name}",
  "/seats/{id}",
  "/r/{seats}/{id}/{secret}",
  "/r/{seats}/{id}/{secret}/cancel",
  "/r/{seats}/{id}/{secret}/asked/{name}",
  "/desk/{id}/{secret}",
  "/leave/{address}/{secret}",
  // What is searched for is sent: the test of that looks at it.
  "/console/search",
  "/console/bulk",
  // The test of signing together looks at these.
  "/console/signatures/together",
  "/console/calls/{id}/addresses/{address}",
  "/console/calls/{id}/public",
  "/console/calls/{id}/public/{number}",
  // The test of interviews looks at it.
  "/console/calls/{id}/slots",
  "/console/cases/{id}/signatures/{key}/upload/{field}",
  "/console/cases/{id}/public",
  "/console/cases/{id}/public/{number}",
  // A file of which reviewers see a copy has been handed in by nobody on this road.
  "/console/cases/{id}/corrections/{field}/upload/{place}",
  // Nobody on this road asked anything.
  "/console/cases/{id}/questions",
];

/** So many states of one address are looked at. */
const mostStates = 3;

const languagesOf = ({ pattern, page: address }: Walked): readonly ("lt" | "en")[] | undefined =>
  pattern.includes("{language}") ? [address.includes("/preview/en") ? "en" : "lt"] : undefined;

describe("every page to which a link leads, in each state that looks different", () => {
  test("has no faults by axe, in both languages, at desk width and at 320 pixels", async () => {
    const seen = new Map<string, number>();
    const shapes = new Set<string>();
    const wrong: string[] = [];
    for (const moment of moments.main) {
      const { house } = await moments.houseAt(moment);
      const rasa = visitor(house);
      await rasa.post(rasaComesIn(house.config));
      const walked = await walk(rasa, await moments.prepare(house, moment, rasa));
      const served = await serve(house);
      await comeIn(page, served.address + rasaComesIn(house.config));
      for (const one of walked) {
        const often = seen.get(one.pattern) ?? 0;
        if (one.body === "" || shapes.has(shapeOf(one)) || often >= mostStates) continue;
        shapes.add(shapeOf(one));
        seen.set(one.pattern, often + 1);
        const address = `${served.address}${one.page.replace(/[?&]lang=\w+/, "")}`;
        wrong.push(...(await lookAt(page, address, languagesOf(one))));
      }
      await served.close();
    }
    expect(wrong).toEqual([]);
    const all = routes.filter(({ method, pattern }) => method === "GET" && !noPage.test(pattern));
    expect(all.map(({ pattern }) => pattern).filter((pattern) => !seen.has(pattern))).toEqual(elsewhere);
  });

  test("and so have the pages of somebody who signs in by a code", async () => {
    const [moment] = moments.all.slice(-1);
    if (!moment) throw new Error("no end");
    const { house, sent } = await moments.houseAt(moment);
    const served = await serve(house);
    await page.goto(`${served.address}/my`);
    await page.fill("input[name=email]", "ona@mokykla.example");
    await page.locator("main form button[type=submit]").click();
    await page.locator("input[name=code]").waitFor();
    await page.fill("input[name=code]", /\b\d{6}\b/.exec(sent.at(-1)?.text ?? "")?.[0] ?? "");
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/\/my/);
    expect(await lookAt(page, `${served.address}/my`)).toEqual([]);
    await served.close();
  });

  test("shows in its menu where one is, on a phone too, and the names of a case's tabs in one row", async () => {
    const [first, end] = [moments.all[0], moments.all.at(-1)];
    if (!first?.task || !end) throw new Error("no road");
    const { house } = await moments.houseAt(end);
    const served = await serve(house);
    await comeIn(page, served.address + rasaComesIn(house.config));
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["/console/settings", paths.settingsOfCall("demo")]) {
      await page.goto(`${served.address}${path}`);
      const box = await page.locator(".kelias-menu__item[aria-current]").last().boundingBox();
      expect([path, (box?.x ?? 0) + (box?.width ?? 390) <= 390]).toEqual([path, true]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${served.address}${paths.consoleCase(idOf(first.task.pk))}`);
    const tabs = await page.locator(".kelias-tabs [role=tab]").all();
    const rows = await Promise.all(tabs.map(async (tab) => Math.round((await tab.boundingBox())?.y ?? -1)));
    expect(tabs.length).toBeGreaterThan(4);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(10);
    await served.close();
  });

  test("and so has what a search finds, or does not, and what comes of acts on ticked cases", async () => {
    const [first, end] = [moments.all[0], moments.all.at(-1)];
    if (!first?.task || !end) throw new Error("no road");
    const { house } = await moments.houseAt(end);
    const served = await serve(house);
    await comeIn(page, served.address + rasaComesIn(house.config));
    const ticked = `${served.address}${paths.actsOfCall("demo")}?case=${idOf(first.task.pk)}`;
    const wrong: string[] = [];
    for (const text of ["onaite", "nerandama"]) {
      await page.goto(`${served.address}/console`);
      await page.fill("#console-search", text);
      await page.press("#console-search", "Enter");
      await page.waitForURL(/\/console\/search/);
      wrong.push(...(await lookAt(page, page.url().replace(/[?&]lang=\w+/, ""))));
    }
    for (const act of ["remind", "message", "answer", "assign"])
      wrong.push(...(await lookAt(page, `${ticked}&act=${act}`)));
    await served.close();
    expect(wrong).toEqual([]);
  });

  test("and so has the page of a file that was ordered, while it waits, when it is there, and when it did not come", async () => {
    const [moment] = moments.all.slice(-1);
    if (!moment) throw new Error("no end");
    const { house } = await moments.houseAt(moment);
    const said = saidOfQuery({ order: "submitted", isReversed: false });
    const ordered = { callId: "demo", kind: "cases", format: "csv", language: "lt", said } as const;
    const id = await orderFile(house, ordered, 3);
    const served = await serve(house);
    await comeIn(page, served.address + rasaComesIn(house.config));
    const wrong: string[] = [];
    const look = async (status: string): Promise<void> => {
      expect((await orderedFile(house, "demo", id))?.status).toBe(status);
      wrong.push(...(await lookAt(page, `${served.address}${paths.file("demo", id)}`)));
    };
    await look("waiting");
    await runJobs(house)({}, lambdaContext);
    await look("ready");
    await house.table.change(exportKey("demo", id), { set: { status: "failed" } });
    await look("failed");
    await served.close();
    expect(wrong).toEqual([]);
  });

  test("and so have the pages that say no: a link that was used or is not right, no pass, no such page", async () => {
    const [first, end] = [moments.all[0], moments.all.at(-1)];
    if (!first?.task || !end) throw new Error("no road");
    const { house } = await moments.houseAt(end);
    const link = taskPath(house.config.linkSecret, first.task);
    const served = await serve(house);
    const wrong: string[] = [];
    for (const path of [link, `${link}x`, "/console/numbers", "/console/stuck", "/nowhere", "/calls/none"])
      for (const language of ["lt", "en"]) {
        await page.context().clearCookies();
        const answer = await page.goto(`${served.address}${path}?lang=${language}`);
        expect([path, answer?.status()]).toEqual([path, expect.toSatisfy((is) => is >= 400 && is < 500)]);
        wrong.push(...(await faultsAt(page, [1100, 320])).map((fault) => `${path}, ${language}, ${fault}`));
      }
    await served.close();
    expect(wrong).toEqual([]);
  });

  test("and so have the library and the registers, with what a case has published and registered, and what is said about showing it", async () => {
    const {
      house,
      ref: writer,
      own: writersOwn,
    } = await withArticle({
      sharedSummary:
        "Kaip mokiniai tyrinėja reiškinius, kuriuos patys pasirinko, ir ką iš to pasiima į kitas pamokas.",
    });
    const { ref: coach, own: coachsOwn } = await withCoach(house, "Živilė Žukauskaitė-Petrauskienė", {
      listed: "yes",
    });
    const { own: silent } = await withCoach(house, "Ieva Tylė", { listed: "no" });
    const guest = visitor(house);
    // The article came in June, after the coaches.
    house.at("2027-07-01T08:00:00.000Z");
    const linkIn = async (at: string, link: RegExp): Promise<string> => {
      const [, found] = link.exec((await guest.get(at)).body) ?? [];
      if (found === undefined) throw new Error(`${at} shows nothing`);
      return found;
    };
    const served = await serve(house);
    const wrong: string[] = [];
    const look = async (path: string): Promise<void> =>
      void wrong.push(...(await lookAt(page, `${served.address}${path}`)));
    const entry = await linkIn("/registers/coach", /href="(\/registered\/[\d-]{24})"/);
    for (const path of [
      "/library",
      "/library?text=reisk",
      "/library?text=niekas",
      await linkIn("/library", /href="(\/library\/[\d-]{24})"/),
      "/registers",
      "/registers/coach",
      "/registers/coach?text=zuk",
      "/registers/coach?text=niekas",
      entry,
      `${writersOwn}/public`,
      `${coachsOwn}/public`,
      `${silent}/public`,
    ])
      await look(path);
    const until = Date.parse("2028-01-01T00:00:00Z") / 1000;
    for (const [id, email] of [
      [idOf(coach), "rasa.jankauskiene@agentura.example"],
      [idOf(writer), "coordinator@agency.example"],
    ] as const) {
      await page.context().clearCookies();
      await comeIn(page, served.address + enterPath(house.config.linkSecret, email, until));
      const list = paths.publicOfCase(id);
      await look(list);
      await page.goto(`${served.address}${list}`);
      const hiding = await page.locator("main a[href*='/public/']").getAttribute("href");
      await look(hiding ?? "");
      // Without a reason nothing is taken back.
      await page.goto(`${served.address}${hiding}`);
      await page.locator("main form button[type=submit]").click();
      wrong.push(
        ...(await faultsAt(page, [1100, 320])).map((fault) => `${hiding}, without a reason, ${fault}`),
      );
      await page.fill("textarea[name=reason]", "Paprašė telefonu.");
      await page.locator("main form button[type=submit]").click();
      await page.waitForURL(`**${list}`);
      await look(list);
    }
    // The name is gone, and the number says that there is such an entry.
    for (const path of [entry, `${coachsOwn}/public`, "/registers/coach", "/library"]) await look(path);
    for (const language of ["lt", "en"]) {
      expect((await page.goto(`${served.address}/registered?number=1&lang=${language}`))?.status()).toBe(404);
      wrong.push(...(await faultsAt(page, [1100, 320])).map((fault) => `/registered, ${language}, ${fault}`));
    }
    await served.close();
    expect(wrong).toEqual([]);
  });

  test("and so have the morning's mail of several tasks, a reminder that names others, and the mail of a code", async () => {
    const [moment] = moments.main;
    if (!moment?.task?.assignee) throw new Error("nobody is asked");
    const { house } = await moments.houseAt(moment);
    const { config, clock } = house;
    const loaded = await loadCase(house, moment.task.pk);
    const reminder = loaded?.mails.find(({ task }) => task !== undefined);
    if (!loaded || !reminder) throw new Error("nobody was written to");
    const task = { ...moment.task, process: loaded.head.process };
    const other = { task, about: "Ona Šimkutė" };
    const inbox = { tasks: [task, task], count: 1000, overdue: 1000, isMore: true };
    const wrong: string[] = [];
    for (const language of ["lt", "en"] as const) {
      const to = { ...moment.task.assignee, language };
      for (const { html, text } of [
        await renderDigest(
          config,
          to,
          { inbox, lines: [], stranded: { lines: [], isMore: false }, hasConsole: true },
          clock.now(),
        ),
        await renderMail(config, { ...reminder, to }, loaded, { others: [other] }),
        await renderSignIn({ code: "012345", sentAt: clock.now() }, language),
      ]) {
        await page.setContent(html);
        wrong.push(...(await faultsAt(page, [360, 1100])).map((fault) => `${text.slice(0, 60)}, ${fault}`));
      }
    }
    expect(wrong).toEqual([]);
  });
});
