import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { keyInPath } from "../../functions/addresses/address.ts";
import { placeOf } from "../../functions/addresses/of-ref.ts";
import { paths } from "../../functions/addresses/paths.ts";
import { readInbox } from "../../functions/cases/tasks/inbox.ts";
import { casePath, taskPath } from "../../functions/links.ts";
import { headKey, idOf, refOfCall } from "../../functions/store/keys.ts";
import { enterPath } from "../functions/web/enter.ts";
import { openStage, type Stage } from "../infra/local/stage.ts";
import { openBrowser } from "./browser.ts";
import { comeIn } from "./come-in.ts";
import { faultsOn, lookAt, lookAtMails } from "./looking.ts";
import { servePages } from "./stage-server.ts";

const words = (lt: string, en: string) => ({ lt, en });
const rubric = [
  {
    id: "need",
    title: words("Poreikis", "Need"),
    weight: 60,
    anchors: [words("nėra", "none"), words("bendras", "general"), words("aiškus", "clear")],
  },
  {
    id: "plan",
    title: words("Planas", "Plan"),
    weight: 40,
    anchors: [words("nėra", "none"), words("yra", "there is one")],
  },
];

let stage: Stage;
let browser: Browser;
let page: Page;
let served: Awaited<ReturnType<typeof servePages>>;
let secret: string;
const refs: string[] = [];

beforeAll(async () => {
  const appeals = [{ name: "Vida Teisutienė", email: "vida@skundai.example", language: "lt" }];
  [stage, browser] = await Promise.all([
    openStage({ rubric, scoreGap: 60, appealDays: 3, appeals, budgetCents: 500_000 }),
    openBrowser(),
  ]);
  served = await servePages(stage.world);
  secret = stage.world.house.config.linkSecret;
  page = await browser.newPage({ viewport: { width: 1100, height: 900 }, bypassCSP: true });
  for (const [name, score] of [
    ["Ona Šimkutė", 90],
    ["Jonas Žukas", 60],
    ["Eglė Čepaitė", 30],
  ] as const)
    refs.push(await stage.apply(`nr${score}@mokykla.example`, score, { fullName: name }));
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

const taskAt = async (ref: string, state: string): Promise<string> =>
  taskPath(secret, await stage.openTask(ref, state));
const enterConsole = async (): Promise<void> => {
  const until = Date.parse("2028-01-01T00:00:00Z") / 1000;
  await comeIn(page, served.address + enterPath(secret, "coordinator@agency.example", until));
};
const [first, second, third] = [() => refs[0] ?? "", () => refs[1] ?? "", () => refs[2] ?? ""];

describe("the pages of an internship abroad, in both languages, at desk width and at 320 pixels", () => {
  test("a guest's task, and the page on which somebody else is named", async () => {
    await stage.world.settle();
    const endorsement = await taskAt(first(), "endorsement");
    await look(endorsement);
    await look(`${endorsement}/not-me`);
  });

  test("the inbox, an absence, a task given on, several answered at once", async () => {
    for (const ref of refs)
      await stage.answer(await stage.openTask(ref, "endorsement"), {
        outcome: "endorsed",
        substitute: "Yra.",
      });
    await enterConsole();
    const { tasks } = await readInbox(stage.world.house, "coordinator@agency.example");
    const [task] = tasks;
    if (!task) throw new Error("an empty inbox");
    const picked = new URLSearchParams({ outcome: "eligible", task: `${task.pk}|${task.sk}` });
    for (const path of [
      "/console",
      "/console?kind=foreign-internship.screening&due=today",
      paths.absences(),
      paths.reassign(...placeOf(task)),
      `${paths.bulk()}?${picked}`,
    ])
      await look(path);
    expect(keyInPath(task.sk)).not.toContain("#");
  });

  test("a review by criteria, and what a reviewer with a conflict of interest sees", async () => {
    await stage.goOnUntil(first(), "review");
    const review = await stage.openTask(first(), "review");
    await look(taskPath(secret, review));
    const key = headKey(refOfCall("demo"));
    const head = await stage.world.house.table.get(key);
    const data = Object(head?.data);
    const related = [{ ...review.assignee, relations: [{ kind: "taught", name: "Ona Šimkutė" }] }];
    await stage.world.house.table.change(key, {
      set: { data: { ...data, reviewers: [...related, ...data.reviewers] } },
    });
    await look(taskPath(secret, review));
    await stage.world.house.table.change(key, { set: { data } });
  });

  test("the ranking before it is approved: what if, reviewers, the commission", async () => {
    for (let turns = 0; turns < 300; turns++) {
      const { head } = await stage.load(refOfCall("demo"));
      if (head.state === "impartiality") break;
      const standing = await Promise.all(refs.map((ref) => stage.standing(ref)));
      const busy = refs.find((_, index) => standing[index] !== "awaitingRanking");
      if (busy) await stage.goOnUntil(busy, "awaitingRanking");
      else await stage.world.advanceTo(stage.world.nextTimer() ?? "");
      await stage.world.settle();
    }
    await enterConsole();
    await look(paths.whatIf("demo"));
    await look(`${paths.whatIf("demo")}?places.FI=2&minimumScore=20&weights.plan=80&all=yes`);
    await look(paths.reviewers("demo"));
    await look(paths.consoleCall("demo"));
    await look(await taskAt(refOfCall("demo"), "impartiality"));
    await page.goto(`${served.address}${paths.whatIf("demo")}?places.FI=x&lang=lt`);
    expect(await faultsOn(page)).toEqual([]);
  });

  test("the decision and its reasons, with a place, on the reserve list and below the minimum", async () => {
    await stage.goOnUntil(first(), "offer");
    for (const ref of [first(), second(), third()]) await look(casePath(secret, ref));
    await look(await taskAt(first(), "offer"));
    await look(`${casePath(secret, third())}/say/appealed`);
    await enterConsole();
    await look(paths.consoleCase(idOf(first())));
    await look(paths.say(idOf(first()), "cancelled"));
  });

  test("the rest of the road, task by task, to the end", async () => {
    const seen = new Set<string>();
    await stage.goOnUntil(first(), "completed", async (task) => {
      if (task.pk !== first() || seen.has(task.state)) return;
      seen.add(task.state);
      await look(taskPath(secret, task));
    });
    expect(seen.size).toBeGreaterThan(8);
    await look(casePath(secret, first()));
    await enterConsole();
    for (const path of [
      paths.consoleCase(idOf(first())),
      paths.paymentRuns("demo"),
      paths.proof("demo"),
      paths.audit("demo"),
      paths.numbers("demo"),
      `${paths.casesOfCall("demo")}?order=name&stage=nonsense`,
      "/sign-in",
      "/sign-in/code",
      paths.consoleCertificate(idOf(first())),
    ])
      await look(path);
  });

  test("every mail of the road, as HTML on a phone and on a desk, in both languages, with nothing of English in Lithuanian", async () => {
    const roads = await Promise.all([...refs, refOfCall("demo")].map((ref) => stage.load(ref)));
    const mails = await lookAtMails(page, stage.world.house, roads);
    wrong.push(...mails.wrong);
    expect(mails.looked).toBeGreaterThan(36);
  });
});
