import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { answerTask } from "../../../functions/cases/tasks/answer.ts";
import { taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { called } from "../../../functions/steps/said.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { headKey, idOf, taskKey } from "../../../functions/store/keys.ts";
import { renamed } from "../../versions/changed.ts";
import { putBack, releaseOf } from "../../versions/release.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

/** What machines of each version say with a call, and what functions of today answer them. */
let house: DemoHouse;
let ref: string;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const submission = { callId: "demo", language: "lt", raw: demoApplication, draftId: "d" } as const;
  const sent = await submitApplication(house, submission);
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  ref = sent.ref;
});
afterEach(putBack);

const due = "2027-01-20T21:59:59.000Z";
const open = (said: object = {}) =>
  openTask(house)(
    { ref, state: "endorsement", visit: 1, arm: 0, due, movable: true, token: "token", ...said },
    lambdaContext,
  );
const machine = {
  version: 1,
  execution: "",
  kind: "ask",
  ways: { endorsed: ["screening"], refused: ["refused"], expired: ["endorsementInPlace"] },
  words: ["withdrawn"],
};
/** A machine of version 1, in the first execution of the case. */
const ofOne = (more: object = {}) => ({ machine: { ...machine, execution: `${idOf(ref)}-1`, ...more } });

/** The school endorses; the clocks with which its machine goes on. */
async function clocksAfterwards(): Promise<readonly string[]> {
  const task = taskItem.parse(await house.table.get(taskKey(ref, 1, "endorsement")));
  const secret = taskPath(house.config.linkSecret, task).split("/").at(-1) ?? "";
  const address = { kind: "case" as const, id: idOf(ref), key: task.sk.slice("task#".length), secret };
  const said = { outcome: "endorsed", substitute: "Kolegė" };
  expect(await answerTask(house, address, said)).toEqual({ outcome: "answered" });
  const output = house.delivered.at(-1)?.output;
  const at = typeof output === "object" && output && "at" in output ? output.at : undefined;
  return Object.keys(typeof at === "object" && at ? at : {});
}

describe("a machine that began before it said anything of itself (version 0)", () => {
  it("is taken to go on as today", async () => {
    await open();
    expect(await clocksAfterwards()).toEqual(["screening"]);
  });

  it("finds the clock of what comes next under each name that this had", async () => {
    await open();
    await releaseOf("foreign-internship", (process) => renamed(process, "screening", "eligibility"));
    expect(await clocksAfterwards()).toEqual(["eligibility", "screening"]);
  });
});

describe("a machine of version 1", () => {
  it("goes on by its own road, and finds clocks under its own names", async () => {
    await open(ofOne());
    await releaseOf("foreign-internship", (process) => renamed(process, "screening", "eligibility"));
    expect(await clocksAfterwards()).toEqual(["screening"]);
  });

  it("that has no such way is left behind: the next execution begins where the answer leads today", async () => {
    await open(ofOne({ ways: { refused: ["refused"], expired: ["endorsementInPlace"] } }));
    await house.table.change(headKey(ref), { remove: ["toStart"] });
    expect(await clocksAfterwards()).toEqual([]);
    expect(house.delivered).toEqual([]);
    expect(await house.table.get(headKey(ref))).toMatchObject({
      generation: 2,
      toStart: { from: "screening", visit: 2, ends: ["token"] },
    });
  });

  it("asks nothing any more once its road goes on in another execution", async () => {
    await house.table.change(headKey(ref), { add: { generation: 1 } });
    await expect(open(ofOne())).rejects.toThrow(expect.objectContaining({ name: "MovedOver" }));
    expect(await house.table.query(ref, "task#")).toEqual([]);
  });

  it("comes to a state that asks otherwise today, and is led on there", async () => {
    await expect(open(ofOne({ kind: "await", ways: {} }))).rejects.toThrow(
      expect.objectContaining({ name: "MovedOver" }),
    );
    expect(await house.table.get(headKey(ref))).toMatchObject({
      generation: 2,
      toStart: { from: "endorsement", visit: 2 },
    });
  });
});

it("a later version is understood as far as this one goes, such as after a roll-back", () => {
  const said = { ref: "case#1", state: "plan", visit: 3, machine: { ...machine, version: 2, mood: "fine" } };
  expect(called.parse(said).machine).toEqual({ ...machine, version: 2 });
});

it("a machine that comes to a state that is none any more fails by a sentence that says what to write", async () => {
  await expect(open({ state: "support" })).rejects.toThrow(
    "foreign-internship has no state support; its line in `moved` is missing",
  );
});
