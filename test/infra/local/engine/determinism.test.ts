import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { ask, call, machine, named, Stage, second, seeded, tokenDesk } from "./stage.ts";

/** Draws of every kind: jitter, $random, $uuid, tokens; and branches, items and executions that cross. */
const definition = machine({
  States: {
    drawn: {
      Type: "Pass",
      Output: {
        random: "{% $random() %}",
        id: "{% $uuid() %}",
        seen: "{% $states.context.Execution.Name %}",
      },
      Next: "all",
    },
    all: {
      Type: "Parallel",
      Branches: [
        {
          StartAt: "work",
          States: {
            work: call("Work", "{% $states.context.State.RetryCount %}", {
              Retry: [{ ErrorEquals: ["again"], IntervalSeconds: 100, JitterStrategy: "FULL" }],
              End: true,
            }),
          },
        },
        {
          StartAt: "asked",
          States: {
            asked: ask("Desk", { TimeoutSeconds: 60, Next: "noted" }),
            noted: { Type: "Pass", End: true },
          },
        },
        {
          StartAt: "each",
          States: {
            each: {
              Type: "Map",
              Items: [3, 1, 2],
              MaxConcurrency: 2,
              ItemProcessor: { StartAt: "item", States: { item: call("Work", 9) } },
              End: true,
            },
          },
        },
      ],
      Catch: [{ ErrorEquals: ["States.Timeout"], Next: "late" }],
      End: true,
    },
    late: { Type: "Fail", Error: "Late" },
  },
});

/** Which of Node's own lines stand in a trace depends on what else it was doing. */
const withoutTrace = (error: Error): Error =>
  Object.assign(error, { stack: `${error.name}: ${error.message}` });

/** Plays three executions; the functions take some real time, a different one at each call. */
async function playSeeded(seed: number) {
  const desk = tokenDesk();
  const stage = new Stage({
    random: seeded(seed),
    concurrency: 1,
    functions: {
      Work: async (payload) => {
        await setTimeout(Math.random() * 4);
        if (Number(payload) < 2) throw withoutTrace(named("again"));
        return payload;
      },
      Desk: desk.handler,
    },
  });
  stage.engine.createStateMachine("machine", definition);
  const arns = ["one", "two", "three"].map(
    (name) => stage.engine.startExecution("machine", name, {}).executionArn,
  );
  await stage.pass(30 * second);
  stage.engine.sendTaskSuccess(desk.tokens[0] ?? "", "in time");
  for (const arn of arns) await stage.finish(arn);
  return {
    tokens: desk.tokens,
    calls: stage.calls,
    histories: arns.map((arn) => stage.engine.getExecutionHistory(arn)),
  };
}

test("with the same chance and one call at a time two runs are alike to the last event and token", async () => {
  const one = await playSeeded(7);
  expect(one.histories.map((events) => events.at(-1)?.type)).toEqual([
    "ExecutionSucceeded",
    "ExecutionFailed",
    "ExecutionFailed",
  ]);
  expect(await playSeeded(7)).toEqual(one);
  const other = await playSeeded(8);
  expect(other.histories).not.toEqual(one.histories);
  expect(other.tokens).not.toEqual(one.tokens);
});
