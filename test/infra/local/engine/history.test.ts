import { expect, test } from "vitest";
import { Stage, second } from "./stage.ts";

const pass = { Type: "Pass", End: true };
const wait = (seconds: number) => ({ Type: "Wait", Seconds: seconds, End: true });
const branch = (name: string, state: Readonly<Record<string, unknown>>) => ({
  StartAt: name,
  States: { [name]: state },
});

/** Each event as `number after number: type`, with the state or the item that it is about. */
function told(stage: Stage, arn: string): string[] {
  return stage.engine.getExecutionHistory(arn).map(({ id, previousEventId, timestamp: _, type, ...rest }) => {
    const [details] = Object.values(rest);
    const about =
      typeof details === "object" && details !== null && "name" in details ? ` ${details.name}` : "";
    return `${id} after ${previousEventId}: ${type}${about}`;
  });
}

test("each branch and item follows its own events, and the state that gathers them follows the last", async () => {
  const stage = new Stage();
  const each = { Type: "Map", Items: [1, 2], ItemProcessor: branch("item", pass), End: true };
  const both = { Type: "Parallel", Branches: [branch("later", wait(1)), branch("each", each)], Next: "end" };
  const arn = stage.start({ States: { both, end: { Type: "Succeed" } } });
  await stage.finish(arn);
  expect(told(stage, arn)).toEqual([
    "1 after 0: ExecutionStarted",
    "2 after 0: ParallelStateEntered both",
    "3 after 2: ParallelStateStarted",
    "4 after 3: WaitStateEntered later",
    "5 after 3: MapStateEntered each",
    "6 after 5: MapStateStarted",
    "7 after 6: MapIterationStarted each",
    "8 after 7: PassStateEntered item",
    "9 after 6: MapIterationStarted each",
    "10 after 9: PassStateEntered item",
    "11 after 8: PassStateExited item",
    "12 after 11: MapIterationSucceeded each",
    "13 after 10: PassStateExited item",
    "14 after 13: MapIterationSucceeded each",
    "15 after 14: MapStateSucceeded",
    "16 after 15: MapStateExited each",
    "17 after 4: WaitStateExited later",
    "18 after 17: ParallelStateSucceeded",
    "19 after 18: ParallelStateExited both",
    "20 after 19: SucceedStateEntered end",
    "21 after 20: SucceedStateExited end",
    "22 after 21: ExecutionSucceeded",
  ]);
});

test("when a branch fails, all that is still on its way beside it is told as aborted, at every depth", async () => {
  const stage = new Stage();
  const inner = { Type: "Parallel", Branches: [branch("one", wait(60)), branch("two", wait(90))], End: true };
  const each = { Type: "Map", Items: [1], ItemProcessor: branch("item", wait(60)), End: true };
  const failing = {
    StartAt: "soon",
    States: { soon: { Type: "Wait", Seconds: 1, Next: "fail" }, fail: { Type: "Fail", Error: "Refused" } },
  };
  const all = {
    Type: "Parallel",
    Branches: [branch("inner", inner), branch("each", each), failing],
    Catch: [{ ErrorEquals: ["Refused"], Next: "end" }],
    End: true,
  };
  const arn = stage.start({ States: { all, end: { Type: "Succeed" } } });
  await stage.pass(1 * second);
  const types = stage.types(arn);
  expect(types.slice(types.indexOf("FailStateEntered"))).toEqual([
    "FailStateEntered",
    "WaitStateAborted",
    "WaitStateAborted",
    "ParallelStateAborted",
    "WaitStateAborted",
    "MapIterationAborted",
    "MapStateAborted",
    "ParallelStateFailed",
    "ParallelStateExited",
    "SucceedStateEntered",
    "SucceedStateExited",
    "ExecutionSucceeded",
  ]);
  expect(stage.engine.nextTimer()).toBeUndefined();
});
