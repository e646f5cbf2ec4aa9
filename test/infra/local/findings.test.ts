import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { countFigures } from "../../../functions/lines/figures.ts";
import { codeOf } from "../../../functions/reading/codes.ts";
import { idOf, refOfCall } from "../../../functions/store/keys.ts";
import { colleagueOf } from "./colleague.ts";
import { pretendThousands } from "./pretend-thousands.ts";
import { openStage, type Stage } from "./stage.ts";

describe("of a large call", () => {
  let stage: Stage;
  let coordinator: ReturnType<typeof colleagueOf>;
  const refs: string[] = [];
  const ask = (kind: string, said = "") => coordinator.post(paths.findings("demo"), { kind, said });

  beforeAll(async () => {
    stage = await openStage({ places: { FI: 1 }, minimumScore: 60 });
    coordinator = colleagueOf(stage, "coordinator@agency.example");
    for (const [name, score] of [
      ["pirma", 90],
      ["antra", 80],
      ["trecia", 50],
    ] as const)
      refs.push(await stage.apply(`${name}@mokykla.example`, score));
    for (let turns = 0; turns < 300; turns++) {
      if ((await stage.load(refOfCall("demo"))).head.state === "impartiality") break;
      const waiting = await Promise.all(refs.map((ref) => stage.standing(ref)));
      const busy = refs.find((_, index) => waiting[index] !== "awaitingRanking");
      if (busy) await stage.goOnUntil(busy, "awaitingRanking");
      else await stage.world.advanceTo(stage.world.nextTimer() ?? "");
      await stage.world.settle();
    }
  }, 60_000);
  afterAll(async () => {
    await countFigures(stage.world.house, "demo");
    await stage.close();
  });

  it("a trial is worked out when somebody asks, by whoever asked, and says as of when", async () => {
    const [, , third = ""] = refs;
    const said = new URLSearchParams({ "places.FI": "2", [`score.${idOf(third)}`]: "95" }).toString();
    const tried = `${paths.whatIf("demo")}?${said}`;
    const small = await coordinator.get(tried);
    expect(small.text).toContain("Kas būtų");
    await pretendThousands(stage);
    const before = await coordinator.get(tried);
    expect(before.text).toContain("Bylos dar neperžiūrėtos.");
    expect(before.text).not.toMatch(/siūlymą gautų \d/);
    expect((await ask("trial", said)).status).toBe(303);
    await pretendThousands(stage);
    const after = await coordinator.get(tried);
    expect(after.text).toContain("Peržiūrėta 2027 m.");
    for (const way of ["siūlymą gautų", "siūlymo netektų"]) {
      expect(sentence(small.text, way)).not.toBe("");
      expect(sentence(after.text, way)).toBe(sentence(small.text, way));
    }
    const other = await coordinator.get(`${paths.whatIf("demo")}?places.FI=3`);
    expect(other.text).not.toMatch(/siūlymą gautų \d/);
  });

  it("a score is tried by the code of its application", async () => {
    const [first = ""] = refs;
    await pretendThousands(stage);
    const picked = await coordinator.get(
      `${paths.whatIf("demo")}?case=${codeOf(first).toLowerCase()}&newScore=61`,
    );
    expect(picked.html).toContain(`name="score.${idOf(first)}"`);
    const unknown = await coordinator.get(`${paths.whatIf("demo")}?case=FFFFFFFF&newScore=61`);
    expect(unknown.text).toContain("Tokio kodo paraiškos šiame kvietime nėra");
  });

  it("reviewers' work, what stands still and an audit are what a small call shows at once", async () => {
    await countFigures(stage.world.house, "demo");
    const small = await coordinator.get(paths.reviewers("demo"));
    await pretendThousands(stage);
    const before = await coordinator.get(paths.reviewers("demo"));
    expect(before.html).not.toContain("<table");
    await ask("reviewers");
    await pretendThousands(stage);
    const after = await coordinator.get(paths.reviewers("demo"));
    expect(tableIn(after.html)).toBe(tableIn(small.html));
    await ask("audit");
    await pretendThousands(stage);
    expect((await coordinator.get(paths.audit("demo"))).text).toContain("Peržiūrėta 2027 m.");
  });

  it("a case whose machine broke down is found when the call is looked through, and gone from the page once it is mended", async () => {
    const [ref = ""] = refs;
    const { house } = stage.world;
    const task = (await stage.load(ref)).tasks.findLast(({ status }) => status === "open");
    await house.engine.interrupt(task?.token ?? "", "Broken", 1);
    await stage.world.settle();
    if (task) await house.table.change({ pk: task.pk, sk: task.sk }, { set: { status: "cancelled" } });
    await stage.world.advanceTo(new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString());
    await pretendThousands(stage);
    expect((await coordinator.get(paths.stuck())).text).toContain("Bylos dar neperžiūrėtos.");
    await ask("silent");
    await pretendThousands(stage);
    expect((await coordinator.get(paths.stuck())).text).toContain("Eiga sugedo");
  });

  it("no finding is asked for what there is not, nor by whoever may not see it", async () => {
    expect((await ask("everything")).status).toBe(400);
    const commission = colleagueOf(stage, "commission@agency.example");
    const asked = await commission.post(paths.findings("demo"), { kind: "silent", said: "" });
    expect(asked.status).toBe(403);
  });
});

const sentence = (text: string, words: string): string =>
  new RegExp(`${words} \\d+ \\S+`).exec(text)?.[0] ?? "";
const tableIn = (body: string): string => /<table.*?<\/table>/s.exec(body)?.[0] ?? "none";
