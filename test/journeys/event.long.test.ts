import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../functions/addresses/paths.ts";
import { loadCall } from "../../functions/calls/calls.ts";
import { loadCase } from "../../functions/cases/load.ts";
import { staffIn } from "../../functions/cases/people/standing-in.ts";
import { deskPath, registrationIdOf, registrationPath, taskPath } from "../../functions/links.ts";
import { taskItem } from "../../functions/store/items.ts";
import { caseOfSeats, idOf } from "../../functions/store/keys.ts";
import { atEvent, casePathOf, type Event } from "../functions/seats/event.ts";
import { enterPath } from "../functions/web/enter.ts";
import { fillAndSend, openBrowser, picture, send } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { faultsAt, faultsOn } from "./looking.ts";
import { servePages } from "./stage-server.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };

/** An event whose pages the browser opens, in the language and on the window that are asked for. */
const walked = (
  live: (
    event: Event,
    open: (size: typeof phone, language: "lt" | "en", beside?: BrowserContextOptions) => Promise<Page>,
  ) => Promise<void>,
  also: Readonly<Record<string, unknown>> = {},
  approved: Readonly<Record<string, unknown>> = {},
) =>
  atEvent(
    3,
    async (event) => {
      const served = await servePages(event.world);
      const contexts: BrowserContext[] = [];
      try {
        await live(event, async (viewport, language, beside = {}) => {
          const context = await browser.newContext({
            ...{ viewport, locale: language, baseURL: served.address },
            ...beside,
          });
          contexts.push(context);
          return context.newPage();
        });
      } finally {
        for (const context of contexts) await context.close();
        await served.close();
      }
    },
    {},
    also,
    {},
    approved,
  );

const ownPath = ({ world, pk }: Event, email: string) => {
  const { linkSecret } = world.house.config;
  return registrationPath(linkSecret, pk, registrationIdOf(linkSecret, pk, email));
};

const pressed = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes by Tab to what has these words, or this name. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(
      `(document.activeElement?.textContent ?? "").trim() || document.activeElement?.name || ""`,
    );
    const name = await page.evaluate(`document.activeElement?.name ?? ""`);
    if (at === wanted || name === wanted) return;
  }
  throw new Error(`nobody reaches ${wanted} by the keyboard`);
}

test("somebody registers on a phone, is checked in at a desk without a connection and without a camera, and says how it was", async () => {
  await walked(async (event, open) => {
    const { world, pk } = event;
    const { linkSecret } = world.house.config;
    const ona = await open(phone, "lt");
    await ona.goto(paths.seats(idOf(pk)));
    expect(await faultsOn(ona)).toEqual([]);
    await picture(ona, "event-register-lt");
    await fillAndSend(ona, {
      ...{ fullName: "Ona Onaitė", email: "ona@pastas.example", school: "Molėtų gimnazija" },
      ...{ teacher: "yes", toldOfCalls: "yes", truthful: "yes" },
    });
    await ona.waitForSelector("h1:has-text('Vieta jūsų')");
    await picture(ona, "event-registered-lt");
    await event.register("john@pastas.example", { fullName: "John Smith" });
    await ona.goto(ownPath(event, "ona@pastas.example"));
    expect(await faultsOn(ona)).toEqual([]);
    await picture(ona, "event-own-lt");

    await world.advanceTo("2027-04-15T06:50:00.000Z");
    const door = await open(phone, "lt");
    await door.goto(deskPath(linkSecret, pk));
    expect(await faultsOn(door)).toEqual([]);
    await picture(door, "event-desk-lt");
    // There is no camera that one may use: the page says what to do, and goes on.
    await tabTo(door, "Skenuoti kodus");
    await pressed(door, "Enter");
    await door.waitForSelector("[role=status]:has-text('Kameros naudoti negalima')");
    // A number is typed by the keyboard alone while there is no connection.
    await door.context().setOffline(true);
    await tabTo(door, "find");
    await door.keyboard.type("1");
    await pressed(door, "Enter");
    await door.waitForSelector("[data-waiting]:has-text('Ryšio nėra')");
    await picture(door, "event-desk-offline-lt");
    expect(await event.inside()).toEqual([]);
    // What was read outlives a reload, and goes when there is a connection again.
    await door.context().setOffline(false);
    await door.waitForSelector("[role=status]:has-text('Ona Onaitė: atvyko')");
    await door.waitForSelector("#desk-count:has-text('Atvyko 1 iš 2')");
    expect(await event.inside()).toEqual(["Ona Onaitė"]);
    await picture(door, "event-desk-online-lt");
    // By name, with the keyboard alone, at a desk in English; and somebody who never registered.
    const other = await open(desk, "en");
    await other.goto(`${deskPath(linkSecret, pk)}?lang=en`);
    await tabTo(other, "find");
    await other.keyboard.type("smi");
    await Promise.all([other.waitForEvent("load"), pressed(other, "Enter")]);
    expect(await faultsOn(other)).toEqual([]);
    await picture(other, "event-desk-found-en");
    await tabTo(other, "Check in: John Smith");
    await Promise.all([other.waitForEvent("load"), pressed(other, "Enter")]);
    await tabTo(other, "fullName");
    await other.keyboard.type("Walk-in Wanda");
    await Promise.all([other.waitForEvent("load"), pressed(other, "Enter")]);
    await picture(other, "event-desk-walked-in-en");
    expect(await other.textContent("[role=alert]")).toContain("Walk-in Wanda is here");
    // Nobody else can be written down: every seat is taken.
    expect(await other.locator("[name=fullName]").count()).toBe(0);
    expect(await other.textContent("main")).toContain("There is no free seat any more");
    expect(await event.inside()).toEqual(["John Smith", "Ona Onaitė", "Walk-in Wanda"]);

    await world.advanceTo("2027-04-23T07:00:00.000Z");
    await ona.goto(ownPath(event, "ona@pastas.example"));
    await picture(ona, "event-after-lt");
    await ona.click("a:has-text('Kaip pavyko renginys?')");
    expect(await faultsOn(ona)).toEqual([]);
    await picture(ona, "event-feedback-lt");
    await fillAndSend(ona, { expected: "mostly", organised: "well", otherwise: "Daugiau laiko klausimams." });
    await ona.waitForSelector("h1:has-text('Ačiū, atsakymus gavome')");
    const english = await open(desk, "en");
    await english.goto(`${casePathOf(event)}?lang=en`);
    expect(await english.textContent("main")).toContain("Daugiau laiko klausimams.");
    expect(await faultsOn(english)).toEqual([]);
    await picture(english, "event-case-en");
  });
});

test("a registration is given up by the keyboard and without scripts, after a page that says what that means", async () => {
  await walked(async (event, open) => {
    const { world, register } = event;
    for (const name of ["ona", "petras", "ieva", "jonas"]) await register(`${name}@pastas.example`);
    const ona = await open(phone, "lt", { javaScriptEnabled: false });
    await ona.goto(ownPath(event, "ona@pastas.example"));
    await tabTo(ona, "Atšaukti registraciją");
    await Promise.all([ona.waitForEvent("load"), pressed(ona, "Enter")]);
    expect(await ona.textContent("h1")).toBe("Ar tikrai atšaukti registraciją?");
    expect(await ona.textContent("main")).toContain("Jūsų vieta bus iš karto perduota kitam.");
    await picture(ona, "event-cancel-lt");
    // Whoever only looked keeps the seat.
    await tabTo(ona, "Nieko nekeisti");
    await Promise.all([ona.waitForEvent("load"), pressed(ona, "Enter")]);
    await world.settle();
    expect(await event.stands()).toMatchObject({
      "ona@pastas.example": "registered",
      "jonas@pastas.example": "waiting",
    });
    await ona.goBack();
    await tabTo(ona, "Atšaukti registraciją");
    await Promise.all([ona.waitForEvent("load"), pressed(ona, "Enter")]);
    expect(await ona.textContent("main")).toContain("Registracija atšaukta.");
    await world.settle();
    expect(await event.stands()).toMatchObject({
      "ona@pastas.example": "cancelled",
      "jonas@pastas.example": "offered",
    });
    // By a link that was kept nothing is given up twice, and whoever waits reads another sentence.
    const john = await open(desk, "en");
    expect((await john.goto(`${ownPath(event, "ona@pastas.example")}/cancel`))?.status()).toBe(409);
    expect(await faultsOn(john)).toEqual([]);
    await register("rasa@pastas.example");
    await john.goto(`${ownPath(event, "rasa@pastas.example")}/cancel?lang=en`);
    expect(await john.textContent("main")).toContain("You leave the waiting list.");
    expect(await faultsAt(john, [1280, 320])).toEqual([]);
    await picture(john, "event-cancel-en");
  });
});

test("parents of a series see its meetings, and say half a year later what they do at school", async () => {
  const meetings = [{ heldOn: "2027-04-22", heldFrom: "17:00" }];
  const series = { sort: "series", title: "Tėvų vakarai", heldFrom: "17:00", meetings };
  await walked(async (event, open) => {
    const { world, register, scan } = event;
    await register("ieva@pastas.example", { fullName: "Ieva Ievaitė" });
    for (const at of ["2027-04-15T14:00:00.000Z", "2027-04-22T14:00:00.000Z"]) {
      await world.advanceTo(at);
      await scan([{ email: "ieva@pastas.example", at }]);
    }
    const ieva = await open(phone, "lt");
    await ieva.goto(ownPath(event, "ieva@pastas.example"));
    expect(await faultsOn(ieva)).toEqual([]);
    await picture(ieva, "series-own-lt");
    await world.advanceTo("2027-10-22T07:00:00.000Z");
    await ieva.goto(ownPath(event, "ieva@pastas.example"));
    await ieva.click("a:has-text('Ar dalyvaujate mokyklos gyvenime?')");
    expect(await faultsOn(ieva)).toEqual([]);
    await picture(ieva, "series-follow-up-lt");
    await ieva.check("input[name=governs][value=committee]");
    await ieva.check("input[name=programmes][value=clubs]");
    await Promise.all([ieva.waitForEvent("load"), ieva.click("main button[type=submit]")]);
    await ieva.waitForSelector("h1:has-text('Ačiū, atsakymus gavome')");
    const organiser = await open(desk, "lt");
    await organiser.goto(casePathOf(event));
    expect(await faultsOn(organiser)).toEqual([]);
    await picture(organiser, "series-case-lt");
  }, series);
});

/** The page on which whoever is asked about an event now answers. */
async function askedOf({ world, pk }: Event, state: string): Promise<string> {
  const tasks = (await world.house.table.query(caseOfSeats(pk), "task#")).map((item) => taskItem.parse(item));
  const open = tasks.find((task) => task.status === "open" && task.state === state);
  if (!open) throw new Error(`${state}: nobody is asked`);
  return taskPath(world.house.config.linkSecret, open);
}

test("an exchange of teachers gets its small grant once its materials are there, and everybody finds them in the library", async () => {
  const exchange = {
    ...{ sort: "exchange", title: "Atviros pamokos" },
    costs: [{ item: "Kelionė autobusu", cents: 18_050 }],
  };
  const approved = { grantCents: 15_000 };
  await walked(
    async (event, open) => {
      const { world } = event;
      await event.register("ieva@pastas.example", { fullName: "Ieva Ievaitė", teacher: true });
      await world.advanceTo("2027-04-15T07:00:00.000Z");
      await event.scan([{ email: "ieva@pastas.example", at: "2027-04-15T07:00:00.000Z" }]);
      const ona = await open(phone, "lt");
      await ona.goto(await askedOf(event, "begun"));
      expect(await faultsOn(ona)).toEqual([]);
      await picture(ona, "exchange-begun-lt");
      await send(ona);
      await world.settle();
      await ona.goto(await askedOf(event, "materials"));
      expect(await faultsOn(ona)).toEqual([]);
      await picture(ona, "exchange-materials-lt");
      const materials = {
        summary: "Stebėjome šešias pamokas ir aptarėme, kas mokiniams padėjo.",
        ...{ shared: "yes", sharedTitle: "Šešių pamokų stebėjimo lapai" },
      };
      // What is given needs a place and a licence: each is asked for where it stands, and nothing that was typed is lost.
      await fillAndSend(ona, { ...materials, iban: "LT00" });
      expect(await faultsOn(ona)).toEqual([]);
      await picture(ona, "exchange-materials-wrong-lt");
      const wrong = (await ona.textContent(".govuk-error-summary")) ?? "";
      expect(wrong).toContain("sąskait");
      expect(await ona.inputValue("[name=sharedTitle]")).toBe(materials.sharedTitle);
      await fillAndSend(ona, {
        ...{ sharedLink: "https://mokykla.example/stebejimas", sharedLicence: "CC-BY-4.0" },
        iban: "LT121000011101001000",
      });
      await world.settle();
      await ona.goto(casePathOf(event));
      expect(await faultsOn(ona)).toEqual([]);
      await picture(ona, "exchange-case-lt");
      // What was asked for, and what of it was granted.
      for (const cents of ["180,50", "150,00"]) expect(await ona.textContent("main")).toContain(cents);

      const anybody = await open(desk, "en");
      await anybody.goto(`${paths.publicLibrary()}?lang=en`);
      expect(await anybody.textContent("main")).toContain(materials.sharedTitle);
      expect(await faultsOn(anybody)).toEqual([]);
      await picture(anybody, "exchange-library-en");
      const somebody = await open(phone, "lt");
      await somebody.goto(paths.publicLibrary());
      await picture(somebody, "exchange-library-lt");
    },
    exchange,
    approved,
  );
});

test("a plan that came back with remarks is sent again, and whoever decides reads on the case and on the task what was changed", async () => {
  const returned = { outcome: "amendment", reasons: "Parašykite, kurioje salėje." };
  await walked(
    async (event, open) => {
      const { world } = event;
      const ona = await open(phone, "lt");
      await ona.goto(await askedOf(event, "amendment"));
      expect(await faultsOn(ona)).toEqual([]);
      await fillAndSend(ona, { place: "Molėtai, aktų salė" });
      await world.settle();

      const { head } = (await loadCase(world.house, caseOfSeats(event.pk))) ?? {};
      const call = head && (await loadCall(world.house, head.callId));
      const { email } = (call && staffIn(call).get("coordinator")) ?? {};
      if (email === undefined) throw new Error("no coordinator");
      const rasa = await open(phone, "lt");
      const until = Date.parse("2027-12-01T00:00:00.000Z") / 1000;
      await comeIn(rasa, enterPath(world.house.config.linkSecret, email, until));
      await rasa.waitForURL(/\/console/);
      await rasa.goto(paths.consoleCase(idOf(caseOfSeats(event.pk))));
      // Read as it stands, without colour: a heading, and a row with the question, what it says now and what it said before.
      const heading = rasa.locator("#answers h3", { hasText: "Kas pakeista: Pataisytas renginio planas" });
      expect(await heading.count()).toBe(1);
      const rows = rasa.locator("#answers h3 + .kelias-scroll tbody tr");
      expect(await rows.count()).toBe(1);
      expect(await rows.locator("th, td").allTextContents()).toEqual([
        "Kur jis vyks?",
        "Molėtai, aktų salė",
        "Molėtai",
      ]);
      expect(await rows.locator("td").first().getAttribute("data-label")).toMatch(/^Dabar \(2027 m\. /);
      expect(await rows.locator("td").last().getAttribute("data-label")).toMatch(/^Prieš tai \(2027 m\. /);
      expect(await faultsAt(rasa, [1100, 320])).toEqual([]);
      await picture(rasa, "event-changed-lt");
      // Whoever is asked to decide again reads the same above the plan.
      await rasa.goto(await askedOf(event, "approval"));
      const told = rasa.locator("main h3 + .kelias-scroll tbody tr");
      expect(await told.locator("th, td").allTextContents()).toEqual([
        "Kur jis vyks?",
        "Molėtai, aktų salė",
        "Molėtai",
      ]);
      expect(await faultsAt(rasa, [1100, 320])).toEqual([]);
      await picture(rasa, "event-changed-task-lt");
    },
    {},
    returned,
  );
});
