import { describe, expect, test } from "vitest";
import { delayMillis, type Retrier } from "../../../../infra/local/engine/retry.ts";
import { call, named, newYear, Stage, second, seeded } from "./stage.ts";

/** Runs a task that always fails with these errors in turn; gives the seconds at which it was attempted. */
async function attempts(retry: readonly unknown[], errors: readonly string[], random?: () => number) {
  let count = 0;
  const stage = new Stage({
    ...(random === undefined ? {} : { random }),
    functions: {
      Fail: () => {
        const error = errors[count] ?? errors.at(-1) ?? "Oops";
        count += 1;
        throw named(error);
      },
    },
  });
  const result = await stage.run({ States: { task: call("Fail", {}, { Retry: retry, End: true }) } });
  return { seconds: stage.calls.map(({ at }) => (at - newYear) / second), error: result.error };
}

describe("a retrier", () => {
  test("tries three times, after 1, 2 and 4 seconds, when it says nothing else", async () => {
    expect((await attempts([{ ErrorEquals: ["States.ALL"] }], ["Oops"])).seconds).toEqual([0, 1, 3, 7]);
  });

  test("waits IntervalSeconds, longer by BackoffRate each time, but never longer than MaxDelaySeconds", async () => {
    const retrier = {
      ErrorEquals: ["Oops"],
      IntervalSeconds: 3,
      BackoffRate: 3,
      MaxAttempts: 4,
      MaxDelaySeconds: 20,
    };
    expect((await attempts([retrier], ["Oops"])).seconds).toEqual([0, 3, 12, 32, 52]);
  });

  test("with MaxAttempts 0 never tries again", async () => {
    expect((await attempts([{ ErrorEquals: ["Oops"], MaxAttempts: 0 }], ["Oops"])).seconds).toEqual([0]);
  });

  test("counts its own attempts: the first one that means the error decides, even when it is used up", async () => {
    const retry = [
      { ErrorEquals: ["A", "B"], IntervalSeconds: 1, MaxAttempts: 2 },
      { ErrorEquals: ["C"], IntervalSeconds: 5 },
      { ErrorEquals: ["States.ALL"], IntervalSeconds: 100 },
    ];
    // The example of the documentation: A and B wait 1 and 2 seconds, C waits 5, then B finds its retrier used up.
    expect(await attempts(retry, ["A", "B", "C", "B"])).toEqual({ seconds: [0, 1, 3, 8], error: "B" });
  });

  test("does not mean other errors", async () => {
    expect(await attempts([{ ErrorEquals: ["Oops"] }], ["Other"])).toEqual({ seconds: [0], error: "Other" });
  });
});

describe("jitter", () => {
  test("FULL draws each delay between nothing and the delay without it; the same seed draws the same", async () => {
    const retrier = { ErrorEquals: ["Oops"], IntervalSeconds: 100, MaxAttempts: 3, JitterStrategy: "FULL" };
    const one = await attempts([retrier], ["Oops"], seeded(1));
    expect(one).toEqual(await attempts([retrier], ["Oops"], seeded(1)));
    expect(one).not.toEqual(await attempts([retrier], ["Oops"], seeded(2)));
    const delays = one.seconds.slice(1).map((at, index) => at - (one.seconds[index] ?? 0));
    for (const [index, delay] of delays.entries()) expect(delay).toBeLessThan(100 * 2 ** index);
  });

  test("NONE draws nothing", () => {
    const retrier: Retrier = {
      errorEquals: [],
      intervalSeconds: 2,
      maxAttempts: 3,
      backoffRate: 1.5,
      jitter: "NONE",
    };
    expect([0, 1, 2].map((used) => delayMillis(retrier, used, () => 0))).toEqual([2000, 3000, 4500]);
  });
});

test("after the last attempt the catchers are asked", async () => {
  const stage = new Stage({ functions: { Fail: () => Promise.reject(named("Oops")) } });
  const task = call(
    "Fail",
    {},
    {
      Retry: [{ ErrorEquals: ["Oops"], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ["Oops"], Next: "caught", Output: "caught" }],
      End: true,
    },
  );
  expect((await stage.run({ States: { task, caught: { Type: "Succeed" } } })).output).toBe("caught");
  expect(stage.calls).toHaveLength(2);
});

test("every attempt works its arguments out anew and knows how many there were", async () => {
  const stage = new Stage({ functions: { Fail: () => Promise.reject(named("Oops")) } });
  const payload = {
    count: "{% $states.context.State.RetryCount %}",
    entered: "{% $states.context.State.EnteredTime %}",
  };
  await stage.run({
    States: {
      task: call("Fail", payload, { Retry: [{ ErrorEquals: ["Oops"], MaxAttempts: 2 }], End: true }),
    },
  });
  const entered = "2027-01-01T00:00:00.000Z";
  expect(stage.calls.map((made) => made.payload)).toEqual([0, 1, 2].map((count) => ({ count, entered })));
});

test("a new visit of the state begins to count anew", async () => {
  let count = 0;
  const stage = new Stage({
    functions: {
      Flaky: () => {
        count += 1;
        if (count % 3 !== 0) throw named("Oops");
        return count;
      },
    },
  });
  const States = {
    task: call("Flaky", {}, { Retry: [{ ErrorEquals: ["Oops"], MaxAttempts: 2 }], Next: "again" }),
    again: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input < 9 %}", Next: "task" }],
      Default: "done",
    },
    done: { Type: "Succeed" },
  };
  const arn = stage.start({ States });
  expect(await stage.finish(arn)).toEqual({ status: "SUCCEEDED", output: 9 });
  // 3 visits of each of task and again, 6 retries, and done.
  expect(stage.engine.transitions(arn)).toBe(3 + 3 + 6 + 1);
});

test("a time limit holds for each attempt", async () => {
  const stage = new Stage({ functions: { Desk: () => ({}) } });
  const arn = stage.start({
    States: {
      asked: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
        Arguments: { FunctionName: "Desk", Payload: "{% $states.context.Task.Token %}" },
        TimeoutSeconds: 10,
        Retry: [{ ErrorEquals: ["States.Timeout"], IntervalSeconds: 5, MaxAttempts: 2, BackoffRate: 1 }],
        End: true,
      },
    },
  });
  await stage.pass(39 * second);
  expect([stage.result(arn).status, stage.calls.map(({ at }) => (at - newYear) / second)]).toEqual([
    "RUNNING",
    [0, 15, 30],
  ]);
  await stage.pass(1 * second);
  expect(stage.result(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
});
