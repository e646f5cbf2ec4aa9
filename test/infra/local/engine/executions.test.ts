import { describe, expect, test } from "vitest";
import { call, machine, newYear, Stage, second } from "./stage.ts";

const waiting = { States: { wait: { Type: "Wait", Seconds: 60, End: true } } };
const arnOf = (name: string) => `arn:aws:states:local:000000000000:execution:machine:${name}`;

const nameOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.name : "no error";
  }
  return "accepted";
};

describe("starting an execution", () => {
  test("a second time with the same input gives the same execution while it runs", async () => {
    const stage = new Stage();
    const first = stage.start(waiting, { n: 1 });
    await stage.pass(10 * second);
    const again = stage.engine.startExecution("machine", "one", { n: 1 });
    expect(again).toEqual({ executionArn: first, startDate: new Date(newYear) });
    expect(stage.engine.listExecutions()).toHaveLength(1);
  });

  test("with another input, or after its end, is refused: a name is used once", async () => {
    const stage = new Stage();
    const arn = stage.start(waiting, { n: 1 });
    expect(nameOf(() => stage.engine.startExecution("machine", "one", { n: 2 }))).toBe(
      "ExecutionAlreadyExists",
    );
    await stage.finish(arn);
    expect(nameOf(() => stage.engine.startExecution("machine", "one", { n: 1 }))).toBe(
      "ExecutionAlreadyExists",
    );
  });

  test("takes a machine by name or ARN", () => {
    const stage = new Stage();
    stage.engine.createStateMachine("machine", machine(waiting));
    const byArn = "arn:aws:states:local:000000000000:stateMachine:machine";
    expect(stage.engine.startExecution(byArn, "a", {}).executionArn).toBe(arnOf("a"));
    expect(stage.engine.startExecution("machine", "b", {}).executionArn).toBe(arnOf("b"));
    expect(nameOf(() => stage.engine.startExecution("none", "c", {}))).toBe("StateMachineDoesNotExist");
  });

  test.each(["", "a b", "a/b", "a:b", "č".repeat(81)])("refuses the name %j", (name) => {
    const stage = new Stage();
    stage.engine.createStateMachine("machine", machine(waiting));
    expect(nameOf(() => stage.engine.startExecution("machine", name, {}))).toBe("InvalidName");
  });

  test("refuses an input above 256 KiB", () => {
    expect(nameOf(() => new Stage().start(waiting, "x".repeat(262_144)))).toBe("InvalidExecutionInput");
  });
});

describe("stopping an execution", () => {
  test("ends it where it stands, with reason; nothing of it goes on", async () => {
    const stage = new Stage();
    const arn = stage.start(waiting);
    await stage.pass(10 * second);
    const reason = { error: "withdrawn", cause: "by the applicant" };
    expect(stage.engine.stopExecution(arn, reason).stopDate).toEqual(new Date(newYear + 10 * second));
    await stage.pass(100 * second);
    expect(stage.result(arn)).toEqual({ status: "ABORTED", ...reason });
    expect(stage.types(arn)).toEqual(["ExecutionStarted", "WaitStateEntered", "ExecutionAborted"]);
    expect(stage.engine.nextTimer()).toBeUndefined();
  });

  test("that has ended changes nothing and tells when it did", async () => {
    const stage = new Stage();
    const arn = stage.start(waiting);
    await stage.finish(arn);
    await stage.pass(100 * second);
    expect(stage.engine.stopExecution(arn).stopDate).toEqual(new Date(newYear + 60 * second));
    expect(stage.result(arn).status).toBe("SUCCEEDED");
  });

  test("that is not known is refused", () => {
    const { engine } = new Stage();
    expect(nameOf(() => engine.stopExecution(arnOf("none")))).toBe("ExecutionDoesNotExist");
    expect(nameOf(() => engine.describeExecution(arnOf("none")))).toBe("ExecutionDoesNotExist");
    expect(nameOf(() => engine.getExecutionHistory("none"))).toBe("InvalidArn");
  });
});

describe("machines that are made known unread", () => {
  test("run as those that were read at once", async () => {
    const stage = new Stage();
    stage.engine.knowStateMachines([{ name: "machine", definition: machine(waiting) }]);
    const { executionArn } = stage.engine.startExecution("machine", "one", { n: 1 });
    expect((await stage.finish(executionArn)).status).toBe("SUCCEEDED");
  });

  test("tell a fault when they are first to run, and keep no other from running", () => {
    const { engine } = new Stage();
    const faulty = machine({ States: { end: { Type: "Nonsense" } } });
    engine.knowStateMachines([
      { name: "faulty", definition: faulty },
      { name: "machine", definition: machine(waiting) },
    ]);
    expect(nameOf(() => engine.startExecution("faulty", "one", {}))).toBe("InvalidDefinition");
    expect(engine.startExecution("machine", "one", {}).executionArn).toBe(arnOf("one"));
  });

  test("are none of them known when one has a name that cannot be", () => {
    const { engine } = new Stage();
    const definition = machine(waiting);
    const both = [
      { name: "machine", definition },
      { name: "a/b", definition },
    ];
    expect(nameOf(() => engine.knowStateMachines(both))).toBe("InvalidName");
    expect(nameOf(() => engine.startExecution("machine", "one", {}))).toBe("StateMachineDoesNotExist");
  });
});

describe("what executions there are", () => {
  test("newest first, by machine and status", async () => {
    const stage = new Stage();
    stage.start(waiting, {}, "old");
    await stage.pass(30 * second);
    stage.start(waiting, {}, "new");
    stage.engine.createStateMachine("other", machine({ States: { end: { Type: "Fail" } } }));
    stage.engine.startExecution("other", "failed", {});
    await stage.pass(30 * second);
    const names = (...of: Parameters<typeof stage.engine.listExecutions>) =>
      stage.engine.listExecutions(...of).map(({ name }) => name);
    expect(names()).toEqual(["failed", "new", "old"]);
    expect(names("machine")).toEqual(["new", "old"]);
    expect(names("machine", "RUNNING")).toEqual(["new"]);
    expect(names(undefined, "SUCCEEDED")).toEqual(["old"]);
    expect(names("arn:aws:states:local:000000000000:stateMachine:other", "FAILED")).toEqual(["failed"]);
  });

  test("each told with its times, input and output", async () => {
    const stage = new Stage();
    const arn = stage.start(waiting, { n: 1 });
    await stage.finish(arn);
    expect(stage.engine.describeExecution(arn)).toEqual({
      executionArn: arnOf("one"),
      stateMachineArn: "arn:aws:states:local:000000000000:stateMachine:machine",
      name: "one",
      status: "SUCCEEDED",
      startDate: new Date(newYear),
      stopDate: new Date(newYear + 60 * second),
      input: '{"n":1}',
      output: '{"n":1}',
    });
  });
});

test("no more functions are on their way at once than concurrency says", async () => {
  let most = 0;
  let running = 0;
  const stage = new Stage({
    concurrency: 3,
    functions: {
      Work: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      },
    },
  });
  for (let index = 0; index < 10; index += 1)
    stage.start({ States: { work: call("Work", {}) } }, {}, `e${index}`);
  await stage.engine.settled();
  expect(stage.calls).toHaveLength(10);
  expect(most).toBe(3);
});

test("a function sees the journal with all that came before its call", async () => {
  const seen: string[] = [];
  const stage: Stage = new Stage({
    functions: {
      Work: () => {
        seen.push(...stage.types(arnOf("one")));
        return {};
      },
    },
  });
  await stage.run({ States: { work: call("Work", {}) } });
  expect(seen).toEqual(["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted"]);
});

test("an engine that closes waits for functions on their way, and calls no others", async () => {
  const release: (() => void)[] = [];
  const stage = new Stage({
    concurrency: 1,
    functions: { Work: () => new Promise((resolve) => release.push(() => resolve({}))) },
  });
  for (const name of ["a", "b"]) stage.start({ States: { work: call("Work", {}) } }, {}, name);
  while (release.length === 0) await new Promise(setImmediate);
  let isClosed = false;
  const closing = stage.engine.close().then(() => {
    isClosed = true;
  });
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  expect(isClosed).toBe(false);
  release[0]?.();
  await closing;
  expect(stage.calls).toHaveLength(1);
  await stage.engine.close();
});
