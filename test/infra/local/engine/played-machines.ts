import { ask, call, machine } from "./stage.ts";

const attempt = "{% $states.context.State.RetryCount %}";
const reference = "{% $states.input.case %}";
const retry = [{ ErrorEquals: ["QuotaReached"], IntervalSeconds: 2, MaxAttempts: 3 }];
const work = { case: reference, attempt };

const letter = (more: Readonly<Record<string, unknown>>) => ({
  ...ask("Desk", more),
  Arguments: {
    FunctionName: "Desk",
    Payload: { token: "{% $states.context.Task.Token %}", case: reference },
  },
});

/** One case: a question, some work, a pause, and a decision. */
const road = machine({
  States: {
    opened: { Type: "Pass", Assign: { opened: reference }, Next: "asked" },
    asked: letter({ TimeoutSeconds: 600, Output: { case: "{% $states.result.case %}" }, Next: "worked" }),
    worked: call("Work", work, { Output: "{% $states.input %}", Retry: retry, Next: "pause" }),
    pause: { Type: "Wait", Seconds: "{% $states.input.case %}", Next: "decided" },
    decided: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.case % 3 = 0 %}", Next: "refused" }],
      Default: "done",
    },
    refused: call(
      "Work",
      { refuse: true },
      {
        Catch: [
          { ErrorEquals: ["Refused"], Output: { refused: "{% $states.errorOutput.Error %}" }, Next: "done" },
        ],
        End: true,
      },
    ),
    done: { Type: "Pass", Output: { end: "{% $states.input %}", opened: "{% $opened %}" }, End: true },
  },
});

/** Several people at once, and work for each of several items. */
const gathered = machine({
  States: {
    all: {
      Type: "Parallel",
      Branches: [
        { StartAt: "first", States: { first: letter({ TimeoutSeconds: 60 * 60, End: true }) } },
        { StartAt: "second", States: { second: letter({ TimeoutSeconds: 60 * 60, End: true }) } },
        { StartAt: "third", States: { third: call("Work", work, { Retry: retry, End: true }) } },
      ],
      Output: { case: reference, items: "{% [1..4] %}" },
      Next: "each",
    },
    each: {
      Type: "Map",
      Items: "{% $states.input.items %}",
      ItemSelector: { case: "{% $states.context.Map.Item.Value %}" },
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: "item",
        States: {
          item: call("Work", work, { Retry: retry, Next: "rest" }),
          rest: { Type: "Wait", Seconds: reference, End: true },
        },
      },
      End: true,
    },
  },
});

export const machines = { road, gathered };

/** The executions to be played, of each machine in turn. */
export const namesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    machine: index % 3 === 2 ? "gathered" : "road",
    name: `case-${index}`,
    input: { case: index },
  }));
