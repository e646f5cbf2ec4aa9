import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { runStep } from "../../../functions/steps/run-step.ts";
import { entryKey, recordKey } from "../../../functions/store/keys.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { rankingDocument } from "../../../workflows/selection-call/ranking-document.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

const call = "call#demo";
const key = "calls/demo/ranking-1.json";

let house: DemoHouse;
beforeEach(async () => {
  house = demoHouse("2027-02-22T10:00:00.000Z");
  await publishCall(house, demoCall);
  await enter("a", 90, { kind: "offered", position: 1, country: "IE" });
  await enter("b", 80, { kind: "reserve", position: 2, decidedBy: "score" });
});

const enter = (id: string, score: number, decision: unknown) =>
  house.table.put({
    ...entryKey("demo", `case#${id}`),
    ref: `case#${id}`,
    state: "awaitingRanking",
    ended: false,
    submittedAt: "2027-01-10T08:00:00.000Z",
    bid: {
      score: points(score),
      applicant: `Vardas ${id}`,
      travelledBefore: false,
      rural: false,
      submittedAt: "2027-01-10T08:00:00.000Z",
      preferences: ["IE"],
    },
    decision,
  });

const publication = (in_: DemoHouse = house) =>
  runStep(in_)({ ref: call, state: "publication", visit: 5 }, lambdaContext);
const record = () => house.table.get(recordKey(call, 5, "publication"));
const kept = async () => Buffer.from((await house.documents.read(key))?.body ?? []).toString();

describe("a step that brings a document", () => {
  it("has it kept under its call and named in its record", async () => {
    expect(await publication()).toMatchObject({ outcome: "published" });
    expect(house.documents.keys()).toEqual([key]);
    expect(await record()).toMatchObject({ outcome: "published", document: "ranking-1" });
    const { entries } = rankingDocument.parse(JSON.parse(await kept()));
    expect(entries.map(({ ref }) => ref)).toEqual(["case#a", "case#b"]);
  });

  it("keeps it once, however often the step is done: the document of the first time stays", async () => {
    await publication();
    const first = await kept();
    await publication();
    await house.table.delete(recordKey(call, 5, "publication"));
    house.at("2027-02-22T11:00:00.000Z");
    await publication();
    expect(house.documents.keys()).toEqual([key]);
    expect(await kept()).toBe(first);
  });

  it("tells nobody and is not done while the document cannot be kept, and is done when it can", async () => {
    const broken: DemoHouse = {
      ...house,
      documents: {
        ...house.documents,
        keep: async () => {
          throw new Error("the documents are out of order");
        },
      },
    };
    await expect(publication(broken)).rejects.toThrow("out of order");
    expect(await record()).toBeUndefined();
    expect(await house.table.get(entryKey("demo", "case#a"))).not.toHaveProperty("signal");
    await publication();
    expect(await record()).toMatchObject({ document: "ranking-1" });
    expect(await house.table.get(entryKey("demo", "case#a"))).toMatchObject({ signal: "offered" });
  });

  it("leaves steps without one as they were", async () => {
    await runStep(house)({ ref: call, state: "gathering", visit: 1 }, lambdaContext);
    expect(house.documents.keys()).toEqual([]);
    expect(await house.table.get(recordKey(call, 1, "gathering"))).not.toHaveProperty("document");
  });
});

it("a step of a call that is repeated wakes the call when it would have woken it, though the cases have heard by then", async () => {
  house.at("2029-02-22T10:00:00.000Z");
  const first = await publication();
  for (const [id, state] of [
    ["a", "offer"],
    ["b", "onReserveList"],
  ] as const) {
    const key = entryKey("demo", `case#${id}`);
    await house.table.put({ ...(await house.table.get(key)), ...key, state });
  }
  expect(await publication()).toEqual(first);
});
