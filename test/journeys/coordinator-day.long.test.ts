import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { paths } from "../../functions/addresses/paths.ts";
import { publishCall } from "../../functions/calls/publish.ts";
import { submitApplication } from "../../functions/cases/applications/submit.ts";
import { sweeper } from "../../functions/events/sweeper.ts";
import { casePath } from "../../functions/links.ts";
import { openTask } from "../../functions/steps/open-task.ts";
import { questionItem } from "../../functions/store/question-item.ts";
import { openFunctions } from "../../infra/local/functions.ts";
import { ask, openGateway } from "../../infra/local/gateway.ts";
import { demoApplication, demoCall } from "../functions/demo-house.ts";
import { lambdaContext } from "../functions/lambda-context.ts";
import { payer, payingCall } from "../functions/payments/paying-call.ts";
import { enterPath } from "../functions/web/enter.ts";
import { visitor } from "../functions/web/visitor.ts";
import { openBrowser } from "./browser.ts";
import { type Day, dayOf } from "./day.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/**
 * A day of whoever coordinates thirteen calls, one of them with 800 cases: what is asked on such a day, part by part, and how many clicks
 * each part may take. Whoever needs more has hidden something from somebody who does it daily.
 */
const cases = 800;
const others = 12;

/** Of the 800, by what is asked in them: screening in time and too late, a signature, and of heads of schools to endorse. */
const screened = { from: 0, to: 30 };
const signed = { from: 30, to: 40 };
const late = { from: 40, to: 45 };
const endorsed = { from: 100, to: 220 };

let call: Awaited<ReturnType<typeof payingCall>>;
const refs: string[] = [];
let askers: readonly string[] = [];
let browser: Browser;
let coordinator: Day;
let finance: Day;
let served: { readonly address: string; readonly close: () => Promise<void> };

const main = (day: Day, selector: string): Locator => day.page.locator(`main ${selector}`);
const onMenu = (href: string): Locator => coordinator.page.locator(`.kelias-menu__item[href="${href}"]`);
/** The button that sends what the page asks. */
const button = (day: Day): Locator => main(day, "form[method=post] button[type=submit].govuk-button:visible");
const told = async ({ page }: Day): Promise<string> =>
  ((await page.textContent("main")) ?? "").replaceAll(/\s+/g, " ");
const today = (): Promise<void> => coordinator.press(onMenu("/console"));

beforeAll(async () => {
  const { agency: _, ...staff } = demoCall.staff;
  const own = { staff: { ...staff, agency: demoCall.staff.coordinator }, payer, budgetCents: 9_000_000 };
  call = await payingCall(own);
  const { house } = call;
  for (let number = 1; number <= others; number++)
    await publishCall(house, {
      ...demoCall,
      ...own,
      id: `kita-${number}`,
      title: { lt: `Kita ${number}`, en: `Other ${number}` },
    });
  for (let number = 0; number < cases; number++) refs.push(await apply(number));
  for (const name of ["Ona Ilgė", "Jonas Jonaitis", "Rūta Rūtenytė"]) await call.waitsForAdvance(name);
  await open(screened, "screening", "2027-01-20T21:59:59.000Z");
  await open(signed, "agreement", "2027-01-25T21:59:59.000Z", "agency");
  await open(late, "screening", "2027-01-11T21:59:59.000Z");
  await open(endorsed, "endorsement", "2027-01-25T21:59:59.000Z");
  askers = refs.slice(50, 52);
  for (const asker of askers) {
    const asks = casePath(house.config.linkSecret, asker);
    await visitor(house).post(`${asks}/question`, { text: "Ar galiu keisti šalį?", after: "0" });
    house.at("2027-01-10T09:00:00.000Z");
  }
  house.at("2027-01-13T08:00:00.000Z");
  await house.keepLines();
  const functions = openFunctions(Promise.resolve(house));
  const { port, close } = await openGateway({
    port: 0,
    clock: { millis: () => Date.parse(house.clock.now()) },
    answer: (asked) => ask(functions, asked),
  });
  served = { address: `http://127.0.0.1:${port}`, close };
  browser = await openBrowser();
  [coordinator, finance] = [await dayInBrowser(), await dayInBrowser()];
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Each in a browser of their own. The style's policy would refuse what looks into the page. */
async function dayInBrowser(): Promise<Day> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return dayOf(page);
}

async function apply(number: number): Promise<string> {
  const email = `n${number}@mokykla.example`;
  const raw = { ...demoApplication, fullName: `Žydrė Šimkutė ${number}`, email };
  const submitted = await submitApplication(call.house, {
    callId: "demo",
    language: "lt",
    raw,
    draftId: email,
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  return submitted.ref;
}

async function open(
  { from, to }: { readonly from: number; readonly to: number },
  state: string,
  due: string,
  part?: string,
): Promise<void> {
  for (const ref of refs.slice(from, to)) {
    const token = `${state} ${ref}`;
    await openTask(call.house)({ ref, state, arm: 0, visit: 10, token, due, part }, lambdaContext);
  }
}

async function comeIn(day: Day, { email }: { readonly email: string }): Promise<void> {
  const until = Date.parse("2027-02-10T08:00:00.000Z") / 1000;
  await day.page.goto(served.address + enterPath(call.house.config.linkSecret, email, until));
  await day.press(button(day));
}

/** Those of the 800 whose task of a state is answered so, and by whom. */
function answered(state: string, outcome: string): readonly unknown[] {
  const tasks = call.house.table.all().filter(({ sk }) => String(sk).startsWith("task#"));
  return tasks.filter((task) => task.state === state && task.outcome === outcome).map(({ by }) => by);
}

const codeInMail = (): string => /\b\d{6}\b/.exec(call.house.sent.at(-1)?.text ?? "")?.[0] ?? "";
const listOfCases = async (): Promise<void> => {
  await coordinator.press(onMenu("/console/cases"));
  await coordinator.press(main(coordinator, `a[href="${paths.casesOfCall("demo")}"]`));
};
const actOnWhole = async (act: string): Promise<void> => {
  await coordinator.choose("#which", "whole");
  await coordinator.choose("#act", act);
  await coordinator.press(main(coordinator, "form[action$='/acts'] button[type=submit]"));
};

describe("a day of a coordinator with 800 cases in a call and thirteen calls", () => {
  test("coming in by the link of the morning's mail shows what waits", async () => {
    const took = await coordinator.part("come in", () => comeIn(coordinator, demoCall.staff.coordinator));
    expect(took).toMatchObject({ clicks: 1, typed: 0 });
    expect(await coordinator.page.textContent("h1")).toBe("Mano užduotys");
    expect(await told(coordinator)).toContain("Vėluoja: 5");
  });

  test("what is late is a click away, and says that it cannot be answered any more", async () => {
    const took = await coordinator.part("late", () => coordinator.press(main(coordinator, "a.kelias-late")));
    expect(took.clicks).toBe(1);
    expect(await main(coordinator, "tr:has-text('Laikas atsakyti baigėsi')").count()).toBe(5);
  });

  test("twenty applications are screened at once, and the ten that are left by the next click", async () => {
    const boxes = main(coordinator, "input[name=task]");
    const answer = async () => {
      await coordinator.choose("#outcome", "eligible");
      await coordinator.press(main(coordinator, "form[action='/console/bulk'] button[type=submit]"));
      await coordinator.press(button(coordinator));
    };
    const first = await coordinator.part("screening of twenty", async () => {
      await today();
      await coordinator.press(main(coordinator, `a[href*="call=demo"][href*="kind="]`));
      await coordinator.tick(boxes.nth(0));
      await coordinator.tick(boxes.nth(19), ["Shift"]);
      await answer();
    });
    expect(first.clicks).toBeLessThanOrEqual(7);
    expect(await told(coordinator)).toContain("Atsakyta: 20 iš 20.");
    const rest = await coordinator.part("screening of the rest", async () => {
      await coordinator.press(main(coordinator, "a:has-text('Kitos tokios užduotys: 10')"));
      await coordinator.tick(main(coordinator, ".kelias-tick-all button"));
      await answer();
    });
    expect(rest.clicks).toBeLessThanOrEqual(5);
    expect(await told(coordinator)).toContain("Atsakyta: 10 iš 10.");
    expect(await told(coordinator)).not.toContain("Kitos tokios");
    expect(answered("screening", "eligible")).toEqual(
      refs.slice(screened.from, screened.to).map(() => demoCall.staff.coordinator.email),
    );
  });

  test("ten papers are signed by one code", async () => {
    const took = await coordinator.part("sign ten papers", async () => {
      await today();
      await coordinator.press(main(coordinator, "a:has-text('parašo laukia 10')"));
      await coordinator.press(main(coordinator, "button[name=all]"));
      await coordinator.type("#code", codeInMail());
      await coordinator.press(button(coordinator));
    });
    expect(took).toMatchObject({ clicks: 4, typed: 1 });
    expect(await told(coordinator)).toContain("Pasirašyta 10 iš 10.");
  });

  test("three more reviewers are written down as a list of people", async () => {
    const took = await coordinator.part("three more reviewers", async () => {
      await coordinator.press(onMenu("/console/calls"));
      await coordinator.press(main(coordinator, `a[href="${paths.consoleCall("demo")}"]`));
      await coordinator.press(onMenu(paths.peopleOfCall("demo")));
      await coordinator.press(main(coordinator, 'a[href$="/reviewers/import"]'));
      const lines = ["Ona Viena", "Ona Antra", "Ona Trečia"];
      await coordinator.type(
        "#text",
        lines.map((name, at) => `${name}; nauja${at}@ekspertai.example; lt`).join("\n"),
      );
      await coordinator.press(button(coordinator));
      await coordinator.type("#reason", "Daugiau paraiškų.");
      await coordinator.press(button(coordinator));
    });
    expect(took.clicks).toBeLessThanOrEqual(6);
    for (const name of ["Ona Viena", "Ona Antra", "Ona Trečia"])
      expect(await told(coordinator)).toContain(name);
  });

  test("whoever is waited for is reminded, whatever number of them there is", async () => {
    const took = await coordinator.part("remind all", async () => {
      await listOfCases();
      await coordinator.choose("#stage", "endorsement");
      await coordinator.press(main(coordinator, "form.kelias-filter button[type=submit]"));
      await actOnWhole("remind");
      await coordinator.press(button(coordinator));
      await coordinator.untilDone();
    });
    expect(took.clicks).toBeLessThanOrEqual(8);
    expect(await told(coordinator)).toContain("Atlikta: 120 iš 120.");
  });

  test("questions are answered from where the day begins, one after the other", async () => {
    const answer = async () => {
      await coordinator.type("textarea", "Galite iki kvietimo pabaigos.");
      await coordinator.press(button(coordinator));
    };
    const took = await coordinator.part("answer two questions", async () => {
      await today();
      await coordinator.press(main(coordinator, "a[href*='/questions']"));
      await answer();
      await coordinator.press(main(coordinator, "a:has-text('Kitas klausimas')"));
      await answer();
    });
    expect(took).toMatchObject({ clicks: 5, typed: 2 });
    expect(await told(coordinator)).not.toContain("Kitas klausimas");
    for (const asker of askers) {
      const [question] = await call.house.table.query(asker, "question#");
      expect(questionItem.parse(question).answer?.text).toBe("Galite iki kvietimo pabaigos.");
    }
  });

  test("one mail is written to a list that was filtered", async () => {
    const took = await coordinator.part("write to a list", async () => {
      await listOfCases();
      await coordinator.choose("#stage", "endorsement");
      await coordinator.press(main(coordinator, "form.kelias-filter button[type=submit]"));
      await actOnWhole("message");
      await coordinator.type("#text", "Priminkite vadovui: pritarimo laukiame iki penktadienio.");
      await coordinator.press(button(coordinator));
      await coordinator.press(button(coordinator));
      await coordinator.untilDone();
    });
    expect(took.clicks).toBeLessThanOrEqual(9);
    expect(await told(coordinator)).toContain("Atlikta: 120 iš 120.");
  });

  test("what waits to be paid is put into a run, and finance approves it and says that it was paid", async () => {
    const prepared = await coordinator.part("prepare a pay run", async () => {
      await coordinator.press(onMenu("/console/money"));
      await coordinator.press(main(coordinator, "a[href*='/console/calls/demo/']"));
      await coordinator.press(button(coordinator));
    });
    expect(prepared.clicks).toBeLessThanOrEqual(3);
    const approved = await finance.part("approve and mark a pay run", async () => {
      await comeIn(finance, demoCall.staff.finance);
      await finance.press(main(finance, `a[href="${paths.paymentRun("demo", 1)}"]`));
      await finance.press(button(finance));
      for (const [part, value] of [
        ["year", "2027"],
        ["month", "1"],
        ["day", "13"],
      ] as const)
        await finance.type(`#paidOn-${part}`, value);
      await finance.press(main(finance, "form[action$='/mark'] button[type=submit]"));
    });
    expect(approved.clicks).toBeLessThanOrEqual(4);
    await sweeper(call.house)({}, lambdaContext);
    const paid = call.house.sent.filter(({ subject }) => subject === "Jums išsiųstos lėšos");
    expect(paid).toHaveLength(3);
  });

  test("somebody is found by a name without its marks", async () => {
    const took = await coordinator.part("find somebody", async () => {
      await coordinator.type("#console-search", "zydre simkute 777");
      await Promise.all([
        coordinator.page.waitForEvent("load"),
        coordinator.page.press("#console-search", "Enter"),
      ]);
      await coordinator.press(main(coordinator, "a[href*='/console/cases/']"));
    });
    expect(took).toMatchObject({ clicks: 1, typed: 1 });
    expect(await told(coordinator)).toContain("Žydrė Šimkutė 777");
  });
});
