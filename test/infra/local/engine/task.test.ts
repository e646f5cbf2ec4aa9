import { describe, expect, test } from "vitest";
import { call, machine, named, newYear, Stage, second } from "./stage.ts";

describe("a Task calls a function", () => {
  test("lambda:invoke gives what AWS gives: payload, status and version", async () => {
    const stage = new Stage({ functions: { Greet: (who) => ({ hello: who }) } });
    const task = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "Greet", Payload: "{% $states.input.name %}" },
      End: true,
    };
    expect(await stage.run({ States: { task } }, { name: "Ona" })).toEqual({
      status: "SUCCEEDED",
      output: { ExecutedVersion: "$LATEST", Payload: { hello: "Ona" }, StatusCode: 200 },
    });
  });

  test.each([
    ["Greet", "Greet"],
    ["arn:aws:lambda:eu-north-1:123456789012:function:Greet", "Greet"],
    ["arn:aws:lambda:eu-north-1:123456789012:function:Greet:live", "Greet"],
  ])(
    "the function %s may be the resource itself; its payload is the arguments, its result the result",
    async (resource, name) => {
      const stage = new Stage({ functions: { [name]: (payload) => [payload] } });
      const withArguments = { Type: "Task", Resource: resource, Arguments: { n: "{% 1 + 1 %}" }, End: true };
      expect((await stage.run({ States: { task: withArguments } })).output).toEqual([{ n: 2 }]);
      const without = new Stage({ functions: { [name]: (payload) => [payload] } });
      const plain = { Type: "Task", Resource: resource, End: true };
      expect((await without.run({ States: { task: plain } }, { n: 3 })).output).toEqual([{ n: 3 }]);
    },
  );

  test.each([
    ["arn:aws:lambda:eu-north-1:123456789012:function:Greet:live", "Greet"],
    ["Greet:3", "Greet"],
  ])("the FunctionName %s means %s", async (given, name) => {
    const stage = new Stage({ functions: { [name]: () => "hello" } });
    expect(await stage.run({ States: { task: call(given, {}) } })).toMatchObject({ output: "hello" });
  });

  test("the function has its own copy of the payload", async () => {
    const stage = new Stage({
      functions: {
        Spoil: (payload) => {
          if (typeof payload === "object" && payload !== null) Object.assign(payload, { list: "spoilt" });
        },
      },
    });
    const task = call("Spoil", "{% $states.input %}", { Output: "{% $states.input.list %}", End: true });
    expect((await stage.run({ States: { task } }, { list: [1] })).output).toEqual([1]);
  });

  test("what JSON cannot hold does not come back", async () => {
    const stage = new Stage({ functions: { Give: () => ({ at: new Date(newYear), gone: undefined }) } });
    expect((await stage.run({ States: { task: call("Give", {}) } })).output).toEqual({
      at: "2027-01-01T00:00:00.000Z",
    });
    const silent = new Stage({ functions: { Give: () => undefined } });
    expect((await silent.run({ States: { task: call("Give", {}) } })).output).toBeNull();
  });

  test("it knows the execution and the state that it is called for", async () => {
    const stage = new Stage({ functions: { Who: (_, { state, execution }) => [execution, state] } });
    expect((await stage.run({ States: { task: call("Who", {}) } })).output).toEqual(["one", "task"]);
  });

  test("a function name that is none fails for good", async () => {
    const task = { ...call("{% 1 %}", {}), Catch: [{ ErrorEquals: ["States.ALL"], Next: "task" }] };
    expect(await new Stage().run({ States: { task } })).toMatchObject({
      status: "FAILED",
      error: "States.Runtime",
    });
  });
});

describe("a function throws", () => {
  const failing = { Fail: () => Promise.reject(named("QuotaReached", "too many")) };

  test("its error has the error's name and, as JSON, what a Lambda function reports", async () => {
    const { status, error, cause } = await new Stage({ functions: failing }).run({
      States: { task: call("Fail", {}) },
    });
    expect({ status, error }).toEqual({ status: "FAILED", error: "QuotaReached" });
    expect(JSON.parse(cause ?? "")).toMatchObject({
      errorType: "QuotaReached",
      errorMessage: "too many",
      trace: expect.any(Array),
    });
  });

  test("a catcher sees error and cause, and leaves them as output when it says nothing else", async () => {
    const task = call("Fail", {}, { Catch: [{ ErrorEquals: ["QuotaReached"], Next: "caught" }], End: true });
    const { output } = await new Stage({ functions: failing }).run({
      States: { task, caught: { Type: "Succeed" } },
    });
    expect(output).toEqual({
      Error: "QuotaReached",
      Cause: expect.stringContaining('"errorMessage":"too many"'),
    });
  });

  test("a catcher has output and variables of its own, and $states.errorOutput and $states.input to make them of", async () => {
    const task = call(
      "Fail",
      {},
      {
        Assign: { way: "task" },
        Catch: [
          { ErrorEquals: ["Other"], Next: "shown" },
          {
            ErrorEquals: ["States.ALL"],
            Next: "shown",
            Assign: { way: "{% $states.errorOutput.Error %}" },
            Output: { kept: "{% $states.input.n %}" },
          },
        ],
        End: true,
      },
    );
    const shown = { Type: "Pass", Output: "{% [$way, $states.input.kept] %}", End: true };
    const { output } = await new Stage({ functions: failing }).run({ States: { task, shown } }, { n: 5 });
    expect(output).toEqual(["QuotaReached", 5]);
  });

  test("an expression that fails inside a catcher is not caught by that state again", async () => {
    const task = call(
      "Fail",
      {},
      {
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "task", Output: "{% $states.input.absent %}" }],
        End: true,
      },
    );
    expect(await new Stage({ functions: failing }).run({ States: { task } })).toMatchObject({
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause: expect.stringContaining("Catch[0]/Output"),
    });
  });

  test.each([
    ["Arguments", { Arguments: { FunctionName: "Give", Payload: "{% $states.input.absent %}" } }],
    ["Output", { Output: "{% $states.result.absent %}" }],
    ["Assign", { Assign: { x: "{% $states.result.absent %}" } }],
    ["TimeoutSeconds", { TimeoutSeconds: "{% 1.5 %}" }],
  ])("an expression that fails in %s can be caught", async (_, fields) => {
    const task = call(
      "Give",
      {},
      {
        ...fields,
        Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Next: "caught", Output: "caught" }],
        End: true,
      },
    );
    const stage = new Stage({ functions: { Give: () => ({}) } });
    expect(await stage.run({ States: { task, caught: { Type: "Succeed" } } })).toMatchObject({
      output: "caught",
    });
  });
});

describe("wildcards", () => {
  const caughtBy = async (wildcard: string, error: string) => {
    const stage = new Stage({ functions: { Fail: () => Promise.reject(named(error)) } });
    const task = call("Fail", {}, { Catch: [{ ErrorEquals: [wildcard], Next: "caught" }], End: true });
    return (await stage.run({ States: { task, caught: { Type: "Succeed" } } })).status === "SUCCEEDED";
  };

  test.each<[string, string, boolean]>([
    ["States.ALL", "Anything", true],
    ["States.ALL", "States.Timeout", true],
    ["States.ALL", "States.DataLimitExceeded", false],
    ["States.ALL", "States.Runtime", false],
    ["States.DataLimitExceeded", "States.DataLimitExceeded", true],
    ["States.Runtime", "States.Runtime", false],
    ["States.TaskFailed", "Anything", true],
    ["States.TaskFailed", "States.Timeout", false],
    ["States.TaskFailed", "States.HeartbeatTimeout", false],
    ["States.Timeout", "States.HeartbeatTimeout", true],
    ["States.HeartbeatTimeout", "States.Timeout", false],
    ["Anything", "anything", false],
  ])("%s means %s: %s", async (wildcard, error, expected) => {
    expect(await caughtBy(wildcard, error)).toBe(expected);
  });
});

describe("payloads have a limit of 256 KiB", () => {
  const large = "x".repeat(256 * 1024);

  test("a larger result fails the task, and States.ALL does not catch it", async () => {
    const stage = new Stage({ functions: { Give: () => large } });
    const task = call("Give", {}, { Catch: [{ ErrorEquals: ["States.ALL"], Next: "task" }], End: true });
    expect(await stage.run({ States: { task } })).toMatchObject({
      status: "FAILED",
      error: "States.DataLimitExceeded",
    });
  });

  test("a result of just that size passes", async () => {
    const stage = new Stage({ functions: { Give: () => large.slice(2) } });
    const task = { Type: "Task", Resource: "Give", End: true };
    expect((await stage.run({ States: { task } })).status).toBe("SUCCEEDED");
  });

  test("a larger output fails the state", async () => {
    const pass = { Type: "Pass", Output: "{% $pad('', 270000, 'x') %}", End: true };
    expect(await new Stage().run({ States: { pass } })).toMatchObject({ error: "States.DataLimitExceeded" });
  });

  test("bytes are counted, not letters", async () => {
    const pass = { Type: "Pass", Output: "{% $pad('', 140000, 'ž') %}", End: true };
    expect(await new Stage().run({ States: { pass } })).toMatchObject({ error: "States.DataLimitExceeded" });
  });
});

describe("a time limit", () => {
  const slow = { Slow: () => new Promise(() => undefined) };

  test("ends the attempt, and what the function gives later is not heard", async () => {
    const finish: (() => void)[] = [];
    const stage = new Stage({
      functions: { Slow: () => new Promise((resolve) => finish.push(() => resolve("late"))) },
    });
    const task = call(
      "Slow",
      {},
      {
        TimeoutSeconds: 10,
        Catch: [{ ErrorEquals: ["States.Timeout"], Next: "given up", Output: "given up" }],
        End: true,
      },
    );
    const arn = stage.start({ States: { task, "given up": { Type: "Wait", Seconds: 5, End: true } } });
    while (finish.length === 0) await new Promise(setImmediate);
    stage.now += 10 * second;
    stage.engine.fireDue();
    finish[0]?.();
    await stage.finish(arn);
    expect(stage.result(arn)).toEqual({ status: "SUCCEEDED", output: "given up" });
    expect(stage.types(arn)).toContain("TaskTimedOut");
    expect(stage.types(arn)).not.toContain("TaskSucceeded");
  });

  test("may be an expression; without a catcher the execution fails with States.Timeout and no cause", async () => {
    const stage = new Stage({ functions: slow });
    const task = call("Slow", {}, { TimeoutSeconds: "{% $states.input.limit * 2 %}", End: true });
    const arn = stage.start({ States: { task } }, { limit: 4 });
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    expect(stage.engine.nextTimer()).toBe(newYear + 8 * second);
    stage.now += 8 * second;
    stage.engine.fireDue();
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    expect(stage.result(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
  });

  test("of the machine ends the execution as TIMED_OUT", async () => {
    const stage = new Stage();
    const arn = stage.start({
      TimeoutSeconds: 60,
      States: { wait: { Type: "Wait", Seconds: 3600, End: true } },
    });
    await stage.pass(59 * second);
    expect(stage.result(arn)).toEqual({ status: "RUNNING" });
    await stage.pass(1 * second);
    expect(stage.result(arn)).toEqual({ status: "TIMED_OUT" });
    expect(stage.types(arn).at(-1)).toBe("ExecutionTimedOut");
    expect(stage.engine.nextTimer()).toBeUndefined();
  });

  test("of a year holds for every execution", async () => {
    const stage = new Stage();
    stage.engine.createStateMachine(
      "machine",
      machine({ States: { wait: { Type: "Wait", Seconds: 99_999_999, End: true } } }),
    );
    const { executionArn } = stage.engine.startExecution("machine", "one", {});
    await stage.pass(365 * 24 * 3600 * second);
    expect(stage.result(executionArn).status).toBe("TIMED_OUT");
  });
});
