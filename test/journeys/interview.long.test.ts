import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { paths } from "../../functions/addresses/paths.ts";
import { publishCall } from "../../functions/calls/publish.ts";
import { casePath, taskPath } from "../../functions/links.ts";
import { taskItem } from "../../functions/store/items.ts";
import { checkCall } from "../../infra/local/rehearse/call-file.ts";
import { inOwnWorld, type OpenedWorld } from "../../infra/local/rehearse/world.ts";
import { rehearsal } from "../../workflows/way-into-teaching/rehearsal.ts";
import { fillAndSend, openBrowser, picture } from "./browser.ts";
import { faultsOn } from "./looking.ts";
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
    ...{ subject: "physics", wants: ["Zarasų r."], elsewhere: true, motivation: "Noriu mokyti." },
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
    } finally {
      for (const context of contexts) await context.close();
      await served.close();
    }
  });
});

/** The times that a page offers, in its order. */
const timesOn = async (page: Page): Promise<readonly string[]> =>
  z
    .array(z.string())
    .parse(
      await page.evaluate(`[...document.querySelectorAll("input[name=slot]")].map(({ value }) => value)`),
    );

const press = (page: Page) => page.locator("main form button[type=submit]:not([hidden])").first().click();
