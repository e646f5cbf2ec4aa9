import { afterEach, describe, expect, it } from "vitest";
import { auditCall } from "../../../functions/audit/audit-call.ts";
import { correctApplication } from "../../../functions/cases/corrections/correct-application.ts";
import { casePath } from "../../../functions/links.ts";
import { entryKey } from "../../../functions/store/keys.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Three people for one place, ranked and told. */
async function ranked(): Promise<readonly [string, string, string]> {
  const appeals = [{ name: "Vida Teisinga", email: "vida@appeals.example", language: "lt" }];
  stage = await openStage({ appealDays: 3, appeals, minimumScore: 60 });
  const first = await stage.apply("pirma@mokykla.example", 90);
  const second = await stage.apply("antra@mokykla.example", 80);
  const third = await stage.apply("trecia@mokykla.example", 50);
  await stage.goOnUntil(third, "rejectionTold");
  return [first, second, third];
}

describe("an auditor works out a published ranking again", () => {
  it("and it comes out the same after a typing error in a name was put right", async () => {
    const [first] = await ranked();
    const typed = { value: "Austėja Žukauskaitė-Petraitė", reason: "Paskambino." };
    const by = { name: "Rasa", email: "coordinator@agency.example" };
    const corrected = await correctApplication(stage.world.house, await stage.load(first), {
      name: "fullName",
      typed,
      by,
      after: 0,
    });
    expect(corrected).toEqual({ outcome: "corrected" });
    expect(await auditCall(stage.world.house, "demo")).toMatchObject({
      rankings: [{ cases: 3, differences: [] }],
      changed: [],
    });
  });

  it("and it comes out the same from the applications and the reviews", async () => {
    await ranked();
    expect(await auditCall(stage.world.house, "demo")).toEqual({
      outcome: "audited",
      rankings: [{ name: "ranking-1", cases: 3, differences: [] }],
      changed: [],
    });
  });

  it("and everybody reads on the own page with which score, in which place, and by what the neighbour above stands higher", async () => {
    const [first, second] = await ranked();
    const { house, request } = stage.world;
    const own = async (ref: string) =>
      String((await request("GET", casePath(house.config.linkSecret, ref), {}, {})).body);
    expect(await own(second)).toContain("Aukščiau esančios paraiškos balas didesnis.");
    expect(await own(first)).not.toContain("Aukščiau esančios");
  });

  it("also after an appeal was upheld: the first ranking by the reviews, the second by the appeal's score", async () => {
    const [, , third] = await ranked();
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    const upheld = { outcome: "upheld", score: 85.25, reason: "Ekspertas nepastebėjo." };
    await stage.answer(await stage.openTask(third, "rankingAppeal"), upheld);
    expect(await auditCall(stage.world.house, "demo")).toMatchObject({
      rankings: [
        { name: "ranking-1", differences: [] },
        { name: "ranking-2", differences: [] },
      ],
      changed: [],
    });
  });

  it("and reads in the console whether anything differs, also where one score was changed", async () => {
    const [, second] = await ranked();
    const { house } = stage.world;
    const auditor = visitor(house);
    const until = Math.floor(Date.parse(house.clock.now()) / 1000) + 3600;
    await auditor.post(enterPath(house.config.linkSecret, "agency@agency.example", until));
    const page = "/console/calls/demo/audit";
    expect((await auditor.get(page)).text.match(/Sudarius iš naujo, viskas sutampa/g)).toHaveLength(2);
    const brought = selection.bidIn((await stage.load(second)).entry?.bid);
    await house.table.change(entryKey("demo", second), { set: { bid: { ...brought, score: 57_000 } } });
    const { text } = await auditor.get(page);
    expect(text).toContain("1 skirtumas");
    expect(text).toContain("95,00 (57000)");
    expect(text).toContain("1-oji pirmumo eilė: 3 paraiškos");
  });

  it("and a single score that was changed in the table afterwards is named", async () => {
    const [, second] = await ranked();
    const brought = selection.bidIn((await stage.load(second)).entry?.bid);
    await stage.world.house.table.change(entryKey("demo", second), {
      set: { bid: { ...brought, score: 57_000 } },
    });
    expect(await auditCall(stage.world.house, "demo")).toMatchObject({
      rankings: [{ differences: [] }],
      changed: [{ ref: second, what: "score", published: "57000", recomputed: "48000" }],
    });
  });

  it("and so is a review that was changed: score, order and place come out differently", async () => {
    const [first, second] = await ranked();
    const reviews = await stage.world.house.table.query(second, "task#");
    for (const review of reviews.filter(({ form }) => form === "review"))
      await stage.world.house.table.change(
        { pk: String(review.pk), sk: String(review.sk) },
        { set: { values: { score: 95 } } },
      );
    const audited = await auditCall(stage.world.house, "demo");
    if (audited.outcome !== "audited") throw new Error(audited.outcome);
    const found = audited.rankings[0]?.differences.map(({ ref, what }) => `${ref} ${what}`);
    expect(found).toEqual([
      `${second} score`,
      `${first} order`,
      `${second} order`,
      `${first} place`,
      `${second} place`,
    ]);
  });

  it("a call without a ranking, and one that is none, are named", async () => {
    stage = await openStage();
    expect(await auditCall(stage.world.house, "demo")).toEqual({ outcome: "nothingPublished" });
    expect(await auditCall(stage.world.house, "other")).toEqual({ outcome: "unknownCall" });
  });
});
