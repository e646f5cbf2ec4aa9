import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { submitApplication } from "../../../../functions/cases/applications/submit.ts";
import { brokenDown } from "../../../../functions/events/broken-down.ts";
import { sweeper } from "../../../../functions/events/sweeper.ts";
import { headItem } from "../../../../functions/store/items.ts";
import { headKey, idOf, taskKey } from "../../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../../demo-house.ts";
import { lambdaContext } from "../../lambda-context.ts";

const submittedAt = Date.parse("2027-01-10T08:00:00.000Z");
let house: DemoHouse;
let ref: string;
let error: string | undefined;
beforeEach(async () => {
  house = demoHouse(new Date(submittedAt).toISOString());
  error = "Lambda.ServiceException";
  Object.assign(house.engine, { isRunning: async () => false, failureOf: async () => error });
  await publishCall(house, demoCall);
  const sent = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: demoApplication,
    draftId: "d",
  });
  ref = sent.outcome === "stored" ? sent.ref : "";
  await sweep(0);
});

const sweep = (minutes: number) => {
  house.at(new Date(submittedAt + minutes * 60_000).toISOString());
  return sweeper(house)({}, { ...lambdaContext, getRemainingTimeInMillis: () => 55_000 });
};
const tell = (generation = 1) => {
  const detail = { status: "FAILED", name: `${idOf(ref)}-${generation}`, input: JSON.stringify({ ref }) };
  return brokenDown(house)({ detail }, lambdaContext);
};
const head = async () => headItem.parse(await house.table.get(headKey(ref)));

describe("that an execution has failed by what passes", () => {
  it("is heard once, however often it is told, and starts the next after ten minutes", async () => {
    expect(await tell()).toEqual({ outcome: "planned" });
    expect(await tell()).toEqual({ outcome: "left" });
    await sweep(9);
    expect(await head()).toMatchObject({ generation: 1 });
    await sweep(11);
    await sweep(12);
    expect(await head()).toMatchObject({ generation: 2, restarts: [{ from: "endorsement" }] });
    expect(house.started.filter(({ name }) => name.startsWith(idOf(ref))).map(({ name }) => name)).toEqual([
      `${idOf(ref)}-1`,
      `${idOf(ref)}-2`,
    ]);
    expect(await tell()).toEqual({ outcome: "left" });
  });

  it("is left alone where an operator has had it go on meanwhile", async () => {
    await tell();
    Object.assign(house.engine, { isRunning: async () => true });
    await sweep(11);
    expect(await head()).toMatchObject({ generation: 1 });
    expect((await head()).pending).toBeUndefined();
  });

  it("is left to a person where the definition does not know the case's state any more", async () => {
    const at = new Date(submittedAt).toISOString();
    const gone = { state: "renamed", visit: 1, status: "answered", outcome: "done", closedAt: at };
    await house.table.put({
      ...taskKey(ref, 1, "renamed"),
      ...gone,
      kind: "ask",
      token: "t",
      arm: 0,
      openedAt: at,
    });
    expect(await tell()).toEqual({ outcome: "planned" });
    await sweep(11);
    expect((await head()).takeUp).toBeUndefined();
    expect((await head()).pending).toBeUndefined();
    expect(await head()).toMatchObject({ generation: 1 });
  });
});

it("is left to a person where it has failed by a defect", async () => {
  error = "States.Runtime";
  expect(await tell()).toEqual({ outcome: "left" });
  expect((await head()).takeUp).toBeUndefined();
});
