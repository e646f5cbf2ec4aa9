import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { paths } from "../../functions/addresses/paths.ts";
import { loadCall } from "../../functions/calls/calls.ts";
import { publishCall } from "../../functions/calls/publish.ts";
import { staffIn } from "../../functions/cases/people/standing-in.ts";
import { casePath, taskPath } from "../../functions/links.ts";
import { taskItem } from "../../functions/store/items.ts";
import { refOfCall } from "../../functions/store/keys.ts";
import { checkCall } from "../../infra/local/rehearse/call-file.ts";
import { inOwnWorld, type OpenedWorld } from "../../infra/local/rehearse/world.ts";
import type { Said } from "../../workflows/kernel/rehearsal.ts";
import { rehearsal } from "../../workflows/way-into-teaching/rehearsal.ts";
import { enterPath } from "../functions/web/enter.ts";
import { fillAndSend, openBrowser, picture } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { faultsOn, lookAt } from "./looking.ts";
import { servePages } from "./stage-server.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const stored = z.object({ ref: z.string() });

async function apply({ request }: OpenedWorld, callId: string, fullName: string): Promise<string> {
  const email = `${fullName.split(" ")[0]?.toLowerCase()}@pastas.example`;
  const said = {
    ...{ fullName, email, position: "specialist", road: "full", diploma: true, credits: 90 },
    ...{ subject: "fizika", wants: ["Zarasų r."], elsewhere: true, motivation: "Noriu mokyti." },
    ...{ iban: "LT121000011101001000", truthful: true },
  };
  const answer = await request("POST", paths.apiApplications(callId), said, {
    "idempotency-key": `${email.split("@")[0]}-applies-only-once`,
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return stored.parse(answer.body).ref;
}

/** The addresses of what is asked of people in a case now, by the state that asks. */
async function asked({ house }: OpenedWorld, ref: string): Promise<Readonly<Record<string, string>>> {
  const tasks = (await house.table.query(ref, "task#")).map((item) => taskItem.parse(item));
  const open = tasks.filter(({ status, assignee }) => status === "open" && assignee);
  return Object.fromEntries(
    open.map((task) => [
      `${task.state}${task.part ? ` ${task.part}` : ""}`,
      taskPath(house.config.linkSecret, task),
    ]),
  );
}

test("of two who press for the same time of an interview at once one gets it, and the other reads why and which times are left", async () => {
  const { call } = await rehearsal.example();
  const read = await checkCall(JSON.stringify(call));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  await inOwnWorld(read.value.call, async (world) => {
    await publishCall(world.house, read.value.call.given);
    await world.settle();
    const refs = [
      await apply(world, read.value.call.id, "Ieva Ievaitė"),
      await apply(world, read.value.call.id, "Jonas Jonaitis"),
    ];
    await world.advanceTo("2027-02-28T22:00:30.000Z");
    const served = await servePages(world);
    const contexts = await Promise.all(
      [phone, desk].map((viewport) =>
        browser.newContext({ viewport, locale: "lt", baseURL: served.address }),
      ),
    );
    try {
      const people = await Promise.all(
        refs.map(async (ref, index) => {
          const page = await contexts[index]?.newPage();
          const { booking = "" } = await asked(world, ref);
          if (!page) throw new Error("no page");
          await page.goto(booking);
          return page;
        }),
      );
      const [ieva, jonas] = people;
      if (!ieva || !jonas) throw new Error("nobody");
      expect(await faultsOn(ieva)).toEqual([]);
      await picture(ieva, "interview-choose-lt");
      await picture(jonas, "interview-choose-desk-lt");
      const times = await timesOn(ieva);
      expect(times).toHaveLength(5);
      // Both see the same times free, choose the first and press at once.
      for (const page of people) await page.locator("input[name=slot]").first().check();
      await Promise.all(people.map((page) => Promise.all([page.waitForEvent("load"), press(page)])));
      const texts = await Promise.all(people.map((page) => page.textContent("main")));
      const lost = texts.findIndex((text) => text?.includes("šį laiką ką tik užėmė kitas žmogus"));
      expect(texts.filter((text) => text?.includes("ką tik užėmė"))).toHaveLength(1);
      const loser = people[lost];
      if (!loser) throw new Error("both got it");
      expect(await faultsOn(loser)).toEqual([]);
      await picture(loser, "interview-taken-lt");
      const left = await timesOn(loser);
      expect(left).toEqual(times.slice(1));
      await loser.locator("input[name=slot]").first().check();
      await Promise.all([loser.waitForEvent("load"), press(loser)]);
      await world.settle();
      expect(await Promise.all(refs.map(async (ref) => Object.keys(await asked(world, ref))))).toEqual([
        [],
        [],
      ]);
      await ieva.goto(casePath(world.house.config.linkSecret, refs[0] ?? ""));
      expect(await faultsOn(ieva)).toEqual([]);
      await picture(ieva, "interview-case-lt");

      // The coordinator sees who comes when, and which times are left.
      const head = await loadCall(world.house, read.value.call.id);
      const { email } = (head && staffIn(head).get("coordinator")) ?? {};
      if (email === undefined) throw new Error("no coordinator");
      const own = await browser.newContext({ viewport: phone, locale: "lt", baseURL: served.address });
      contexts.push(own);
      const coordinator = await own.newPage();
      const until = Date.parse("2027-12-01T00:00:00.000Z") / 1000;
      await comeIn(coordinator, enterPath(world.house.config.linkSecret, email, until));
      await coordinator.waitForURL(/\/console/);
      const slots = paths.slotsOfCall(read.value.call.id);
      expect(await lookAt(coordinator, served.address + slots)).toEqual([]);
      await coordinator.goto(`${slots}?lang=lt`);
      await picture(coordinator, "interview-slots-lt");
      const told = await coordinator.locator("main tbody tr").allTextContents();
      expect(told).toHaveLength(5);
      expect(told.filter((row) => row.endsWith("Dar niekas"))).toHaveLength(3);
      expect(told.filter((row) => /Ieva Ievaitė|Jonas Jonaitis [0-9A-F]{8}/.test(row))).toHaveLength(2);
      expect(await coordinator.textContent("main")).toContain("Dar galima pasirinkti: 3 iš 5.");
      expect((await ieva.goto(slots))?.status()).toBe(403);

      // Two score each of them; a mark beyond the scale is refused with its question named.
      await world.advanceTo("2027-03-04T20:00:00.000Z");
      const interview = await asked(world, refs[0] ?? "");
      expect(Object.keys(interview).toSorted()).toEqual(["interview first", "interview second"]);
      await jonas.goto(interview["interview first"] ?? "");
      expect(await faultsOn(jonas)).toEqual([]);
      await picture(jonas, "interview-score-lt");
      await fillAndSend(jonas, { outcome: "held", subject: "90", pupils: "101", motivation: "80" });
      expect(await jonas.textContent(".govuk-error-summary")).toContain("Bendravimas su mokiniais");
      await picture(jonas, "interview-score-wrong-lt");
      expect(await jonas.inputValue("[name=pupils]")).toBe("101");
      await fillAndSend(jonas, { pupils: "70" });
      // The other one scores alone: what the first has given is nowhere on the page.
      await ieva.goto(`${interview["interview second"] ?? ""}?lang=en`);
      expect(await faultsOn(ieva)).toEqual([]);
      await picture(ieva, "interview-second-en");
      expect(await ieva.textContent("main")).not.toMatch(/\b(70|90)\b/);
      await fillAndSend(ieva, { outcome: "held", subject: "80", pupils: "80", motivation: "70" });
      await scoreAll(world, refs[1] ?? "");

      // Both are offered a place; with the place of study comes the school to practise at.
      await decideOnOrder(world, refOfCall(read.value.call.id));
      await ieva.goto(`${(await asked(world, refs[0] ?? "")).offer ?? ""}?lang=lt`);
      expect(await faultsOn(ieva)).toEqual([]);
      await picture(ieva, "interview-offer-lt");
      for (const ref of refs) await answer(world, (await asked(world, ref)).offer, { outcome: "accepted" });
      await world.advanceTo("2027-05-10T10:00:00.000Z");
      const { placement = "" } = await asked(world, refs[0] ?? "");
      for (const [page, language] of [
        [ieva, "lt"],
        [jonas, "en"],
      ] as const) {
        await page.goto(`${placement}?lang=${language}`);
        expect(await faultsOn(page)).toEqual([]);
        await picture(page, `interview-placement-${language}`);
      }
      // The one vacancy that both wished for went to the better score: this is where most teachers of the subject are needed.
      expect(await ieva.textContent("main")).toContain("Praktikos savivaldybė: Šilutės r.");
      await fillAndSend(ieva, {
        university: "Vilniaus universitetas",
        contactName: "Rasa Rasaitė",
        contactEmail: "rasa",
      });
      expect(await ieva.textContent(".govuk-error-summary")).toContain("pašt");
      await picture(ieva, "interview-placement-wrong-lt");
      await fillAndSend(ieva, { contactEmail: "rasa@vu.example", school: "Zarasų gimnazija" });
      await world.settle();
      await ieva.goto(`${casePath(world.house.config.linkSecret, refs[0] ?? "")}?lang=lt`);
      expect(await faultsOn(ieva)).toEqual([]);
      await picture(ieva, "interview-practice-lt");
      expect(await ieva.textContent("main")).toContain("Zarasų gimnazija");
    } finally {
      for (const context of contexts) await context.close();
      await served.close();
    }
  });
});

/** Answers what is asked at an address where nobody looks. */
async function answer(world: OpenedWorld, path: string | undefined, said: Said): Promise<void> {
  const { status, body } = await world.request("POST", `/api/tasks${path?.slice("/t".length)}`, said, {});
  expect([body, status < 300]).toEqual([body, true]);
  await world.settle();
}

/** What two interviewers give where nobody looks. */
async function scoreAll(world: OpenedWorld, ref: string): Promise<void> {
  for (const path of Object.values(await asked(world, ref)))
    await answer(world, path, { outcome: "held", subject: 80, pupils: 80, motivation: 80 });
}

/** The commission and the agency say yes to the order, whenever they are asked. */
async function decideOnOrder(world: OpenedWorld, call: string): Promise<void> {
  const said: Readonly<Record<string, Said>> = {
    impartiality: { outcome: "impartial" },
    approval: { outcome: "approved", impartial: true },
    order: { outcome: "signed", number: "V-1" },
  };
  for (let day = 6; day < 30; day += 1) {
    await world.advanceTo(`2027-03-${String(day).padStart(2, "0")}T10:00:00.000Z`);
    for (const [state, path] of Object.entries(await asked(world, call))) {
      await answer(world, path, said[state.split(" ")[0] ?? ""] ?? {});
      // On the next morning the places are offered.
      if (state === "order") return;
    }
  }
}

/** The times that a page offers, in its order. */
const timesOn = async (page: Page): Promise<readonly string[]> =>
  z
    .array(z.string())
    .parse(
      await page.evaluate(`[...document.querySelectorAll("input[name=slot]")].map(({ value }) => value)`),
    );

const press = (page: Page) => page.locator("main form button[type=submit]:not([hidden])").first().click();
