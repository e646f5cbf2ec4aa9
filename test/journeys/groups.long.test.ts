import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { paths } from "../../functions/addresses/paths.ts";
import { casePath, taskPath } from "../../functions/links.ts";
import { enterPath } from "../functions/web/enter.ts";
import { type GroupStage, openGroupStage } from "../infra/local/group-stage.ts";
import { contact, supervisedSchool, supervisionCall } from "../supervision-call.ts";
import { openBrowser } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { lookAt, lookAtMails } from "./looking.ts";
import { servePages } from "./stage-server.ts";

const call = {
  ...supervisionCall,
  capacity: 2,
  minimum: 2,
  hourCents: 4000,
  supervisors: [{ ...contact("laima"), town: "Vilnius", groups: 2 }],
};
const school = { ...supervisedSchool, size: 2, open: "yes" };

let stage: GroupStage;
let browser: Browser;
let page: Page;
let served: Awaited<ReturnType<typeof servePages>>;
let secret: string;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openGroupStage(call), openBrowser()]);
  served = await servePages(stage.world);
  secret = stage.world.house.config.linkSecret;
  page = await browser.newPage({ bypassCSP: true });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await stage?.close();
});

const wrong: string[] = [];
afterEach(() => expect(wrong.splice(0)).toEqual([]));
const look = async (path: string): Promise<void> =>
  void wrong.push(...(await lookAt(page, `${served.address}${path}`)));
const taskAt = async (ref: string, state: string) => taskPath(secret, await stage.openTask(ref, state));

describe("a supervision, in both languages, at desk width and at 320 pixels", () => {
  let asked: string;
  let group: string;
  let teachers: readonly string[];

  test("a school asks, a supervisor agrees, and teachers see what they join", async () => {
    asked = await stage.apply("supervizijos", school);
    group = asked.replace("case#", "call#");
    await look(await taskAt(asked, "approval"));
    await stage.answer(asked, "approval", { outcome: "approved" });
    await look(await taskAt(asked, "invitation"));
    await stage.answer(asked, "invitation", { outcome: "accepted" });
    for (const path of [casePath(secret, asked), paths.call(group.slice("call#".length))]) await look(path);
  });

  test("who has a place agrees to the rules, and who has none sees the place in the queue", async () => {
    const joined: string[] = [];
    for (const name of ["Ana", "Beata", "Celina"]) {
      const email = `${name.toLowerCase()}@mokykla.example`;
      const said = { fullName: `${name} Mokytoja`, email, school: school.school, allMeetings: "yes" };
      joined.push(await stage.apply(asked.slice("case#".length), said));
      await stage.passTo(new Date(Date.parse(stage.world.house.clock.now()) + 60_000).toISOString());
    }
    teachers = joined;
    await stage.passTo("2027-02-01T08:00:00.000Z");
    const [ana = "", beata = "", celina = ""] = teachers;
    await look(await taskAt(ana, "confidentiality"));
    await look(casePath(secret, celina));
    for (const one of [ana, beata]) await stage.answer(one, "confidentiality", { outcome: "agreed" });
  });

  test("seven meetings are planned, held and confirmed", async () => {
    const [ana = "", beata = ""] = teachers;
    await look(await taskAt(group, "planning"));
    const days = ["03-01", "03-08", "03-15", "03-22", "03-29", "04-05", "04-12"].map((day) => `2027-${day}`);
    const named = Object.fromEntries(days.map((day, index) => [`day${index + 1}`, day]));
    await stage.answer(group, "planning", { ...named, at: "15:30", place: "Biblioteka" });
    await look(casePath(secret, ana));
    for (const [index, day] of days.entries()) {
      await stage.passTo(`${day}T20:00:00.000Z`);
      if (index === 0) await look(await taskAt(group, "attendance"));
      await stage.answer(group, "attendance", {
        outcome: "held",
        present: [ana, beata],
        themes: ["cooperation"],
      });
      if (index === 0) await look(await taskAt(ana, "presence"));
      for (const one of [ana, beata]) await stage.answer(one, "presence", { outcome: "there" });
    }
    await look(await taskAt(group, "closing"));
    await stage.answer(group, "closing", { goals: 4, madeUp: [] });
  });

  test("a solution is named and looked at again, and the console shows the group", async () => {
    const [ana = ""] = teachers;
    await look(await taskAt(ana, "solution"));
    await stage.answer(ana, "solution", { outcome: "chosen", problem: "klausimas", solution: "žingsnis" });
    await stage.passTo("2027-05-14T08:00:00.000Z");
    await look(await taskAt(ana, "implementation"));
    await stage.answer(ana, "implementation", { outcome: "done" });
    await look(await taskAt(ana, "evaluation"));
    await stage.answer(ana, "evaluation", { useful: "5", recommends: "yes" });
    await look(casePath(secret, ana));
    const until = Date.parse("2028-01-01T00:00:00Z") / 1000;
    await comeIn(page, served.address + enterPath(secret, "coordinator@agency.example", until));
    for (const path of [
      paths.consoleCall(group.slice("call#".length)),
      paths.consoleCase(asked.slice("case#".length)),
      paths.consoleCase(ana.slice("case#".length)),
    ])
      await look(path);
  });

  test("every mail of the school, the group and its teachers, in both languages", async () => {
    const roads = await Promise.all([asked, group, ...teachers].map((ref) => stage.load(ref)));
    const mails = await lookAtMails(page, stage.world.house, roads);
    wrong.push(...mails.wrong);
    expect(mails.looked).toBeGreaterThan(20);
  });
});
