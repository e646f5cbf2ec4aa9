import { describe, expect, test } from "vitest";
import { ask, call, named, Stage, second, tokenDesk } from "./stage.ts";

const branch = (name: string, state: unknown) => ({ StartAt: name, States: { [name]: state } });
const each = (state: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({
  Type: "Map",
  Items: "{% $states.input.items %}",
  ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, ...branch("item", { ...state, End: true }) },
  End: true,
  ...more,
});
const doubled = { Type: "Pass", Output: "{% $states.input * 2 %}" };

describe("Parallel", () => {
  test("gives the outputs of its branches in their order, whichever ends first", async () => {
    const parallel = {
      Type: "Parallel",
      Branches: [
        branch("slow", { Type: "Wait", Seconds: 10, Output: "slow", End: true }),
        branch("quick", { Type: "Wait", Seconds: 1, Output: "quick", End: true }),
      ],
      End: true,
    };
    expect((await new Stage().run({ States: { parallel } })).output).toEqual(["slow", "quick"]);
  });

  test("gives each branch its arguments, or its own input", async () => {
    const Branches = [branch("a", { Type: "Pass", End: true }), branch("b", { Type: "Succeed" })];
    const plain = { Type: "Parallel", Branches, End: true };
    expect((await new Stage().run({ States: { plain } }, { n: 1 })).output).toEqual([{ n: 1 }, { n: 1 }]);
    const given = {
      ...plain,
      Arguments: { n: "{% $states.input.n + 1 %}" },
      Output: "{% $states.result[1].n %}",
    };
    expect((await new Stage().run({ States: { given } }, { n: 1 })).output).toBe(2);
  });

  test("fails with the error of a branch; the others end where they stand and their tokens die", async () => {
    const desk = tokenDesk();
    const stage = new Stage({ functions: { Desk: desk.handler } });
    const fails = {
      StartAt: "wait",
      States: {
        wait: { Type: "Wait", Seconds: 5, Next: "fail" },
        fail: { Type: "Fail", Error: "Refused", Cause: "no" },
      },
    };
    const parallel = {
      Type: "Parallel",
      Branches: [
        branch("asked", ask("Desk")),
        fails,
        branch("sleep", { Type: "Wait", Seconds: 99, End: true }),
      ],
      Catch: [{ ErrorEquals: ["Refused"], Next: "caught" }],
      End: true,
    };
    const arn = stage.start({ States: { parallel, caught: { Type: "Succeed" } } });
    await stage.pass(5 * second);
    expect(stage.result(arn)).toEqual({ status: "SUCCEEDED", output: { Error: "Refused", Cause: "no" } });
    expect(() => stage.engine.sendTaskSuccess(desk.last(), 1)).toThrow("Task Timed Out");
    expect(stage.engine.nextTimer()).toBeUndefined();
    expect(stage.types(arn)).toEqual(
      expect.arrayContaining(["ParallelStateFailed", "TaskStateAborted", "WaitStateAborted"]),
    );
  });

  test("does not hear a function of a branch that was ended", async () => {
    const release: (() => void)[] = [];
    const stage = new Stage({
      functions: { Slow: () => new Promise((resolve) => release.push(() => resolve("late"))) },
    });
    const fails = {
      StartAt: "wait",
      States: { wait: { Type: "Wait", Seconds: 1, Next: "fail" }, fail: { Type: "Fail", Error: "Refused" } },
    };
    const parallel = {
      Type: "Parallel",
      Branches: [branch("slow", call("Slow", {})), fails],
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "after" }],
      End: true,
    };
    const arn = stage.start({ States: { parallel, after: { Type: "Wait", Seconds: 1, End: true } } });
    while (release.length === 0) await new Promise(setImmediate);
    stage.now += 1 * second;
    stage.engine.fireDue();
    while (!stage.types(arn).includes("ParallelStateFailed")) await new Promise(setImmediate);
    release[0]?.();
    await stage.finish(arn);
    expect(stage.result(arn).output).toEqual({ Error: "Refused" });
    expect(stage.types(arn)).not.toContain("TaskSucceeded");
  });

  test("tries all its branches again", async () => {
    let tries = 0;
    const stage = new Stage({
      functions: {
        Flaky: () => {
          tries += 1;
          if (tries < 3) throw named("Oops");
          return tries;
        },
        Steady: () => "steady",
      },
    });
    const parallel = {
      Type: "Parallel",
      Branches: [branch("flaky", call("Flaky", {})), branch("steady", call("Steady", {}))],
      Retry: [{ ErrorEquals: ["Oops"] }],
      End: true,
    };
    expect((await stage.run({ States: { parallel } })).output).toEqual([3, "steady"]);
    expect(stage.calls.filter(({ name }) => name === "Steady")).toHaveLength(3);
  });

  test("nests", async () => {
    const inner = {
      Type: "Parallel",
      Branches: [branch("a", { ...doubled, End: true }), branch("b", { ...doubled, End: true })],
      End: true,
    };
    const outer = {
      Type: "Parallel",
      Branches: [branch("inner", inner), branch("c", { ...doubled, End: true })],
      End: true,
    };
    expect((await new Stage().run({ States: { outer } }, 1)).output).toEqual([[2, 2], 2]);
  });

  test("an error passes through as many levels as do not catch it", async () => {
    const inner = {
      Type: "Parallel",
      Branches: [branch("fail", { Type: "Fail", Error: "Deep" })],
      End: true,
    };
    const outer = each(
      { Type: "Parallel", Branches: [branch("inner", inner)] },
      {
        Items: [1],
        Catch: [{ ErrorEquals: ["Deep"], Next: "caught", Output: "caught" }],
      },
    );
    expect((await new Stage().run({ States: { outer, caught: { Type: "Succeed" } } })).output).toBe("caught");
  });
});

describe("Map", () => {
  test("does the same for each item and gives the outputs in the order of the items", async () => {
    expect((await new Stage().run({ States: { map: each(doubled) } }, { items: [3, 1, 2] })).output).toEqual([
      6, 2, 4,
    ]);
  });

  test("of nothing gives nothing", async () => {
    const stage = new Stage();
    const arn = stage.start({ States: { map: each(doubled) } }, { items: [] });
    expect((await stage.finish(arn)).output).toEqual([]);
    expect(stage.engine.transitions(arn)).toBe(1);
  });

  test("takes its input when Items is not said, and fails when that is no list", async () => {
    const { Items: _, ...plain } = each(doubled);
    expect((await new Stage().run({ States: { plain } }, [1])).output).toEqual([2]);
    expect(await new Stage().run({ States: { plain } }, {})).toMatchObject({
      error: "States.QueryEvaluationError",
    });
  });

  test("ItemSelector sees the item and its index; what it does inside sees them too", async () => {
    const inside = {
      Type: "Pass",
      Output: "{% [$states.input.who, $states.context.Map.Item.Index, $states.context.Map.Item.Value] %}",
    };
    const ItemSelector = {
      who: "{% $states.context.Map.Item.Value & '-' & $string($states.context.Map.Item.Index) & $states.input.mark %}",
    };
    const { output } = await new Stage().run(
      { States: { map: each(inside, { ItemSelector }) } },
      { items: ["a", "b"], mark: "!" },
    );
    expect(output).toEqual([
      ["a-0!", 0, "a"],
      ["b-1!", 1, "b"],
    ]);
  });

  test.each<[unknown, unknown, number]>([
    [1, {}, 1],
    [3, {}, 3],
    ["{% $states.input.most %}", { most: 2 }, 2],
    [undefined, {}, 40],
    [0, {}, 40],
    [1000, {}, 40],
  ])(
    "with MaxConcurrency %s works on so many items at once (the service: at most 40)",
    async (most, more, expected) => {
      let running = 0;
      let peak = 0;
      const stage = new Stage({
        concurrency: 1000,
        functions: {
          Work: async () => {
            running += 1;
            peak = Math.max(peak, running);
            for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
            running -= 1;
          },
        },
      });
      const map = each(call("Work", {}), most === undefined ? {} : { MaxConcurrency: most });
      const items = Array.from({ length: 60 }, (_, index) => index);
      expect(
        (await stage.run({ States: { map } }, { items, ...(typeof more === "object" ? more : {}) })).status,
      ).toBe("SUCCEEDED");
      expect(peak).toBe(expected);
    },
  );

  test("fails with the first item that fails and begins no others", async () => {
    const stage = new Stage({
      functions: {
        Check: (item) => {
          if (item === 2) throw named("Bad");
          return item;
        },
      },
    });
    const map = each(call("Check", "{% $states.input %}"), { MaxConcurrency: 1 });
    const arn = stage.start({ States: { map } }, { items: [1, 2, 3, 4] });
    expect(await stage.finish(arn)).toMatchObject({ status: "FAILED", error: "Bad" });
    expect(stage.calls.map(({ payload }) => payload)).toEqual([1, 2]);
    expect(stage.types(arn).filter((type) => type.startsWith("MapIteration"))).toEqual([
      "MapIterationStarted",
      "MapIterationSucceeded",
      "MapIterationStarted",
      "MapIterationFailed",
    ]);
  });

  test("an item may fail by itself when it catches its own error", async () => {
    const stage = new Stage({
      functions: { Check: (item) => (item === 2 ? Promise.reject(named("Bad")) : item) },
    });
    const item = call("Check", "{% $states.input %}", {
      Catch: [{ ErrorEquals: ["Bad"], Next: "excused" }],
      End: true,
    });
    const map = {
      ...each(doubled),
      ItemProcessor: {
        StartAt: "item",
        States: { item, excused: { Type: "Pass", Output: "excused", End: true } },
      },
    };
    expect((await stage.run({ States: { map } }, { items: [1, 2, 3] })).output).toEqual([1, "excused", 3]);
  });

  test("an ItemSelector that fails is the Map's own error", async () => {
    const map = each(doubled, {
      ItemSelector: "{% $states.context.Map.Item.Value.n %}",
      MaxConcurrency: 1,
      Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Next: "caught", Output: "caught" }],
    });
    const stage = new Stage();
    expect(
      (await stage.run({ States: { map, caught: { Type: "Succeed" } } }, { items: [{ n: 1 }, {}] })).output,
    ).toBe("caught");
  });

  test("hands out a token for each item", async () => {
    const desk = tokenDesk();
    const stage = new Stage({ functions: { Desk: desk.handler } });
    const arn = stage.start({ States: { map: each(ask("Desk")) } }, { items: ["a", "b", "c"] });
    await stage.engine.settled();
    for (const [index, token] of [...desk.tokens].reverse().entries())
      stage.engine.sendTaskSuccess(token, index);
    await stage.engine.settled();
    expect(stage.result(arn).output).toEqual([2, 1, 0]);
  });
});

describe("a distributed Map", () => {
  const apart = (states: Readonly<Record<string, unknown>>, more = {}) => ({
    Type: "Map",
    Items: "{% [1..$states.input.people] %}",
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
      StartAt: "item",
      States: states,
    },
    End: true,
    ...more,
  });

  test("has all its items on their way at once", async () => {
    const desk = tokenDesk();
    const stage = new Stage({ functions: { Desk: desk.handler } });
    const arn = stage.start(
      { States: { map: apart({ item: ask("Desk", { End: true }) }) } },
      { people: 500 },
    );
    await stage.engine.settled();
    expect(desk.tokens).toHaveLength(500);
    for (const token of desk.tokens) stage.engine.sendTaskSuccess(token, 1);
    await stage.engine.settled();
    expect(stage.result(arn)).toMatchObject({ status: "SUCCEEDED", output: Array(500).fill(1) });
  });

  test("tells nothing of them in its history, however many there are", async () => {
    const stage = new Stage();
    const types = async (people: number) => {
      const arn = stage.start(
        { States: { map: apart({ item: { ...doubled, End: true } }) } },
        { people },
        `${people}`,
      );
      await stage.finish(arn);
      return stage.types(arn);
    };
    expect(await types(3000)).toEqual(await types(1));
  });

  test("hands its items nothing but their input: of the variables around them they see none, and may use their names", async () => {
    const first = { Type: "Pass", Assign: { who: "outer" }, Next: "map" };
    const item = {
      Type: "Pass",
      Assign: { who: "inner" },
      Output: "{% $exists($who) ? $who : 'nobody' %}",
      Next: "then",
    };
    const then = { Type: "Pass", Output: "{% [$states.input, $who] %}", End: true };
    const { output } = await new Stage().run(
      { StartAt: "first", States: { first, map: apart({ item, then }) } },
      { people: 1 },
    );
    expect(output).toEqual([["nobody", "inner"]]);
  });

  test("whose item fails says that some failed, and not which error it was", async () => {
    const map = apart(
      { item: { Type: "Fail", Error: "Deep" } },
      {
        Catch: [
          { ErrorEquals: ["Deep"], Next: "caught", Output: "deep" },
          { ErrorEquals: ["States.ExceedToleratedFailureThreshold"], Next: "caught", Output: "some" },
        ],
      },
    );
    const caught = { Type: "Succeed" };
    expect((await new Stage().run({ States: { map, caught } }, { people: 2 })).output).toBe("some");
  });
});
