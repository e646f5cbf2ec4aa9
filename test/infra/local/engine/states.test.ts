import { describe, expect, test } from "vitest";
import { call, newYear, Stage, second } from "./stage.ts";

describe("Choice", () => {
  const choice = (Choices: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
    States: {
      choice: { Type: "Choice", Choices, ...more },
      a: { Type: "Pass", Output: "{% ['a', $states.input] %}", End: true },
      b: { Type: "Pass", Output: "{% ['b', $states.input] %}", End: true },
    },
  });

  test("takes the first rule that holds; later ones are not even looked at", async () => {
    const rules = [
      { Condition: "{% $states.input > 5 %}", Next: "a" },
      { Condition: "{% $states.input > 3 %}", Next: "b" },
      { Condition: "{% $error('not asked') %}", Next: "a" },
    ];
    expect((await new Stage().run(choice(rules), 4)).output).toEqual(["b", 4]);
  });

  test("a rule has its own output and variables; those of the state belong to the default", async () => {
    const rules = [{ Condition: "{% $states.input = 1 %}", Next: "a", Output: "rule" }];
    const more = { Default: "b", Output: "default" };
    expect((await new Stage().run(choice(rules, more), 1)).output).toEqual(["a", "rule"]);
    expect((await new Stage().run(choice(rules, more), 2)).output).toEqual(["b", "default"]);
    const plain = [{ Condition: true, Next: "a" }];
    expect((await new Stage().run(choice(plain, more), 3)).output).toEqual(["a", 3]);
  });

  test("without a match and a default the execution fails with States.NoChoiceMatched", async () => {
    const rules = [{ Condition: false, Next: "a" }];
    expect(await new Stage().run(choice(rules))).toMatchObject({
      status: "FAILED",
      error: "States.NoChoiceMatched",
    });
  });

  test("a condition must give true or false", async () => {
    const rules = [{ Condition: "{% $states.input %}", Next: "a" }];
    expect(await new Stage().run(choice(rules), 1)).toMatchObject({ error: "States.QueryEvaluationError" });
  });

  test("conditions that jsonata must be asked for come in order too", async () => {
    const rules = [
      { Condition: "{% $contains($states.input, 'x') %}", Next: "a" },
      { Condition: "{% $length($states.input) > 2 %}", Next: "b" },
    ];
    expect((await new Stage().run(choice(rules), "abc")).output).toEqual(["b", "abc"]);
  });
});

describe("Wait", () => {
  test.each<[string, Record<string, unknown>, number]>([
    ["seconds", { Seconds: 90 }, 90],
    ["seconds of an expression", { Seconds: "{% $states.input.n * 2 %}" }, 60],
    ["no seconds at all", { Seconds: 0 }, 0],
    ["an instant", { Timestamp: "2027-01-01T00:01:00Z" }, 60],
    ["an instant elsewhere on earth", { Timestamp: "2027-01-01T02:01:00.500+02:00" }, 60.5],
    ["an instant of an expression", { Timestamp: "{% $fromMillis($millis() + 5000) %}" }, 5],
    ["an instant that is over", { Timestamp: "2020-01-01T00:00:00Z" }, 0],
  ])("until %s has passed", async (_, until, expected) => {
    const stage = new Stage();
    const States = {
      wait: { Type: "Wait", ...until, Output: "{% $states.context.State.EnteredTime %}", Next: "after" },
      after: { Type: "Succeed", Output: "{% $millis() %}" },
    };
    expect((await stage.run({ States }, { n: 30 })).output).toBe(newYear + expected * second);
  });

  test.each([
    [{ Seconds: "{% 1.5 %}" }],
    [{ Seconds: "{% -1 %}" }],
    [{ Seconds: "{% 'soon' %}" }],
    [{ Timestamp: "{% '2027-01-01' %}" }],
    [{ Timestamp: "{% 5 %}" }],
  ])("%j is no time to wait for", async (until) => {
    const wait = { Type: "Wait", ...until, End: true };
    expect(await new Stage().run({ States: { wait } })).toMatchObject({
      error: "States.QueryEvaluationError",
    });
  });

  test("a year passes in no time, and nothing early", async () => {
    const stage = new Stage();
    const arn = stage.start({ States: { wait: { Type: "Wait", Seconds: 300 * 24 * 3600, End: true } } });
    await stage.pass(300 * 24 * 3600 * second - 1);
    expect(stage.result(arn).status).toBe("RUNNING");
    await stage.pass(1);
    expect(stage.result(arn).status).toBe("SUCCEEDED");
  });

  test("several due at once end in the order in which they began", async () => {
    const stage = new Stage({ functions: { Note: () => null }, concurrency: 1 });
    const States = {
      wait: { Type: "Wait", Timestamp: "2027-01-01T00:01:00Z", Next: "note" },
      note: call("Note", "{% $states.input %}"),
    };
    for (const name of ["c", "a", "b"]) stage.start({ States }, name, name);
    await stage.pass(60 * second);
    expect(stage.calls.map(({ payload }) => payload)).toEqual(["c", "a", "b"]);
  });
});

describe("Pass, Succeed and Fail", () => {
  test("Pass hands its input on, or its output", async () => {
    const States = {
      a: { Type: "Pass", Next: "b" },
      b: { Type: "Pass", Output: [1, "{% $states.input %}"], End: true },
    };
    expect((await new Stage().run({ States }, "x")).output).toEqual([1, "x"]);
  });

  test("Succeed may shape the output", async () => {
    expect(
      (await new Stage().run({ States: { end: { Type: "Succeed", Output: { done: true } } } })).output,
    ).toEqual({ done: true });
  });

  test("Fail names error and cause, written out or worked out, both or none", async () => {
    const fail = async (fields: object) =>
      new Stage().run({ States: { fail: { Type: "Fail", ...fields } } }, { n: 5 });
    expect(await fail({ Error: "Refused", Cause: "too late" })).toEqual({
      status: "FAILED",
      error: "Refused",
      cause: "too late",
    });
    expect(await fail({ Error: "{% 'E' & $string($states.input.n) %}" })).toEqual({
      status: "FAILED",
      error: "E5",
    });
    expect(await fail({})).toEqual({ status: "FAILED" });
    expect(await fail({ Error: "{% 5 %}" })).toMatchObject({ error: "States.QueryEvaluationError" });
  });
});

describe("variables", () => {
  test("are there from the next state on, and for all states after it", async () => {
    const States = {
      a: { Type: "Pass", Assign: { x: 1, y: { z: "{% $states.input.n %}" } }, Next: "b" },
      b: { Type: "Pass", Next: "c" },
      c: { Type: "Pass", Output: "{% [$x, $y.z] %}", End: true },
    };
    expect((await new Stage().run({ States }, { n: 7 })).output).toEqual([1, 7]);
  });

  test("are all worked out from the values on entry, and so is the output", async () => {
    const States = {
      a: { Type: "Pass", Assign: { x: 3, a: 6 }, Next: "b" },
      b: { Type: "Pass", Assign: { x: "{% $a %}", nextX: "{% $x %}" }, Output: "{% $x %}", Next: "c" },
      c: { Type: "Pass", Output: "{% [$states.input, $x, $nextX] %}", End: true },
    };
    expect((await new Stage().run({ States })).output).toEqual([3, 6, 3]);
  });

  test("that were never assigned are nothing", async () => {
    const States = { a: { Type: "Pass", Output: "{% $x %}", End: true } };
    expect(await new Stage().run({ States })).toMatchObject({ error: "States.QueryEvaluationError" });
  });

  test("are not assigned when another expression of the state fails", async () => {
    const stage = new Stage({ functions: { Give: () => 1 } });
    const States = {
      a: { Type: "Pass", Assign: { x: "before" }, Next: "b" },
      b: call(
        "Give",
        {},
        {
          Assign: { x: "after", y: "{% $states.result.absent %}" },
          Catch: [{ ErrorEquals: ["States.ALL"], Next: "c" }],
          End: true,
        },
      ),
      c: { Type: "Pass", Output: "{% $x %}", End: true },
    };
    expect((await stage.run({ States })).output).toBe("before");
  });

  test("of an outer scope are read in an inner one; those of an inner one are lost when it ends", async () => {
    const inner = {
      StartAt: "in1",
      States: {
        in1: { Type: "Pass", Assign: { mine: "{% $outer + $states.input %}" }, Next: "in2" },
        in2: { Type: "Pass", Output: "{% $mine %}", End: true },
      },
    };
    const States = {
      a: { Type: "Pass", Assign: { outer: 10 }, Next: "map" },
      map: { Type: "Map", Items: [1, 2], ItemProcessor: inner, Next: "after" },
      after: { Type: "Pass", Output: "{% { 'items': $states.input, 'mine': $exists($mine) } %}", End: true },
    };
    expect((await new Stage().run({ States })).output).toEqual({ items: [11, 12], mine: false });
  });

  test("of Parallel and Map themselves are assigned in the scope around them, in Catch too", async () => {
    const parallel = (state: unknown, more: object) => ({
      Type: "Parallel",
      Branches: [{ StartAt: "x", States: { x: state } }],
      ...more,
    });
    const after = { Type: "Pass", Output: "{% $x %}", End: true };
    const good = parallel(
      { Type: "Succeed" },
      { Assign: { x: "{% $count($states.result) %}" }, Next: "after" },
    );
    // A list of one object counts as one.
    expect((await new Stage().run({ States: { good, after } })).output).toBe(1);
    const bad = parallel(
      { Type: "Fail", Error: "E" },
      {
        Catch: [{ ErrorEquals: ["E"], Next: "after", Assign: { x: "{% $states.errorOutput.Error %}" } }],
        Next: "after",
      },
    );
    expect((await new Stage().run({ States: { bad, after } })).output).toBe("E");
  });

  test("may be 256 KiB together in one Assign, not more", async () => {
    const wide = (length: number) => ({
      Type: "Pass",
      Assign: { a: `{% $pad('', ${length}, 'x') %}`, b: `{% $pad('', ${length}, 'x') %}` },
      End: true,
    });
    expect((await new Stage().run({ States: { a: wide(120_000) } })).status).toBe("SUCCEEDED");
    expect(await new Stage().run({ States: { a: wide(140_000) } })).toMatchObject({
      error: "States.DataLimitExceeded",
    });
  });
});

test("the context object says what runs, since when, and where it stands", async () => {
  const stage = new Stage();
  const States = {
    wait: { Type: "Wait", Seconds: 60, Next: "show" },
    show: { Type: "Pass", Output: "{% $states.context %}", End: true },
  };
  expect((await stage.run({ States }, { n: 1 })).output).toEqual({
    Execution: {
      Id: "arn:aws:states:local:000000000000:execution:machine:one",
      Input: { n: 1 },
      Name: "one",
      RedriveCount: 0,
      RoleArn: "arn:aws:iam::000000000000:role/local",
      StartTime: "2027-01-01T00:00:00.000Z",
    },
    State: { EnteredTime: "2027-01-01T00:01:00.000Z", Name: "show", RetryCount: 0 },
    StateMachine: { Id: "arn:aws:states:local:000000000000:stateMachine:machine", Name: "machine" },
  });
});

test("an endless loop ends when its history is full, as on the service", async () => {
  const stage = new Stage();
  const States = {
    a: { Type: "Pass", Next: "b" },
    b: { Type: "Choice", Choices: [{ Condition: true, Next: "a" }] },
  };
  const arn = stage.start({ States });
  expect(await stage.finish(arn)).toMatchObject({
    status: "FAILED",
    error: "States.Runtime",
    cause: expect.stringContaining("25000"),
  });
  expect(stage.types(arn).length).toBeLessThanOrEqual(25_000);
});
