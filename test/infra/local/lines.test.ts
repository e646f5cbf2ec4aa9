import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepLine } from "../../../functions/lines/keep.ts";
import { lineKey, listPartition, placesIn } from "../../../functions/lines/keys.ts";
import { rebuild } from "../../../functions/lines/rebuild.ts";
import { figuresItem } from "../../../functions/store/figures-item.ts";
import { figuresKey, idOf } from "../../../functions/store/keys.ts";
import { type Line, lineItem } from "../../../functions/store/line-item.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { differencesOf, expectLinesOfCases } from "./kept-lines.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let first: string;
beforeAll(async () => {
  stage = await openStage();
  first = await stage.apply("pirma@mokykla.example", 90, {
    fullName: "Žydrė Žukė",
    school: "Ąžuolo gimnazija",
    municipality: "Molėtų rajono savivaldybė",
  });
  const second = await stage.apply("antra@mokykla.example", 80, { municipality: "moletu raj." });
  await stage.world.house.keepLines();
  // Lines are kept as the road goes, not only when it is over.
  await stage.goOnUntil(first, "travelling", () => stage.world.house.keepLines());
  await stage.say(second, "withdrawn");
  await stage.world.house.keepLines();
});
afterAll(() => stage.close());

const lineOfFirst = async (): Promise<Line> => {
  const item = await stage.world.house.table.get(lineKey("demo", first));
  return lineItem.parse(item).line;
};
const differences = () => differencesOf(stage.world.house, "demo");
const everything = async () => {
  const { table } = stage.world.house;
  const line = await table.get(lineKey("demo", first));
  return [line, await table.query(listPartition("demo", "words")), await table.get(figuresKey("demo"))];
};

describe("the line of a case", () => {
  it("names the municipality as everybody's does, however it was typed", async () => {
    const { figures } = figuresItem.parse(await stage.world.house.table.get(figuresKey("demo")));
    expect(figures?.municipalities).toEqual([{ key: "Molėtų r.", count: 2 }]);
  });

  it("says where the case is, since when, and its money, as the case itself does", async () => {
    const { head, entry, tasks } = await stage.load(first);
    const line = await lineOfFirst();
    expect(line).toMatchObject({
      ref: first,
      callId: "demo",
      name: "Žydrė Žukė",
      school: "Ąžuolo gimnazija",
      submittedAt: head.submittedAt,
      day: "2027-01-10",
      state: "travelling",
      ended: false,
      isFunded: true,
      asked: [],
      ranked: { position: 1, kind: "offered", keys: { score: points(90) }, share: "FI" },
    });
    expect(entry?.state).toBe("travelling");
    expect(line.sums.granted).toBeGreaterThan(0);
    expect(line.sums.paid.advance).toBe(Math.round(line.sums.granted * 0.8));
    const [endorsement] = tasks;
    expect(line.stays[0]).toEqual({
      state: "endorsement",
      from: endorsement?.openedAt,
      to: endorsement?.closedAt,
    });
    // A pause is over when its time has come, although nobody closes its task.
    const departure = tasks.find(({ state }) => state === "awaitingDeparture");
    expect(departure?.status).toBe("open");
    expect(line.stays.find(({ state }) => state === "awaitingDeparture")).toEqual({
      state: "awaitingDeparture",
      from: departure?.openedAt,
      to: departure?.dueAt,
    });
    expect(line.stays.filter(({ to }) => to === undefined)).toEqual([
      { state: "travelling", from: expect.any(String) },
    ]);
  });

  it("is found by the beginnings of its words, and in the order of submission by each state it stood in", async () => {
    const line = await lineOfFirst();
    const id = idOf(first);
    expect(placesIn("words", line)).toEqual(
      ["zydre", "zuke", "azuolo", "gimnazija", id.slice(0, 8), "pirma@mokykla.example"].map(
        (word) => `${word}#${id}`,
      ),
    );
    expect(placesIn("waited", line)).toContain(`screening#2027-01-10#${line.submittedAt}#${id}`);
    expect(placesIn("stage", line)).toEqual([`travelling#2027-01-10#${line.submittedAt}#${id}`]);
    expect(placesIn("money", line).map((sk) => sk.split("#")[0])).toEqual(["promised", "paid", "toPay"]);
  });

  it("is what the case says when it was kept as it moved, and stays so when it is kept or rebuilt again", async () => {
    await expectLinesOfCases(stage.world);
    const before = await everything();
    expect((await keepLine(stage.world.house, first)).outcome).toBe("same");
    await rebuild(stage.world.house, "demo");
    const after = await everything();
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).toMatchObject({ figures: expect.objectContaining({ cases: 2, ranked: 2, funded: 1 }) });
  });

  it.each<[string, (table: Stage["world"]["house"]["table"]) => Promise<unknown>, string]>([
    [
      "a line is wrong",
      (table) => table.change(lineKey("demo", first), { set: { line: { ...wrong } } }),
      "line",
    ],
    ["a line is gone", (table) => table.delete(lineKey("demo", first)), "line"],
    [
      "an entry is missing",
      async (table) => {
        const [item] = await table.query(listPartition("demo", "name"));
        await table.delete({ pk: String(item?.pk), sk: String(item?.sk) });
      },
      "missing",
    ],
    [
      "an entry is too many",
      (table) => table.put({ pk: listPartition("demo", "stage"), sk: `x#${idOf(first)}` }),
      "stray",
    ],
    [
      "an entry is nobody's",
      (table) => table.put({ pk: listPartition("demo", "ended"), sk: "yes#nobody" }),
      "stray",
    ],
    [
      "the figures are wrong",
      async (table) => {
        const item = await table.get(figuresKey("demo"));
        await table.change(figuresKey("demo"), { set: { figures: { ...Object(item?.figures), cases: 7 } } });
      },
      "figures",
    ],
  ])("is found out and put right when %s", async (_, damage, what) => {
    wrong = { ...(await lineOfFirst()), state: "review", name: "Ona" };
    await damage(stage.world.house.table);
    expect((await differences()).map((found) => found.what)).toContain(what);
    await rebuild(stage.world.house, "demo");
    expect(await differences()).toEqual([]);
  });
});

let wrong: Line;
