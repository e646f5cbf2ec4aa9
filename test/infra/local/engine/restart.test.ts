import { describe, expect, test } from "vitest";
import { type Functions, type Play, playBroken } from "./lives.ts";
import { call, machine, named } from "./stage.ts";
import { type Story, unordered } from "./story.ts";

const functions: Functions = {
  Give: (payload) => payload,
  /** Fails at the first two attempts. */
  Slow: (payload) => {
    if (Number(payload) < 2) throw named("NotYet", "not yet");
    return payload;
  },
  Refuse: () => {
    throw named("Refused", "no");
  },
};

const retryCount = "{% $states.context.State.RetryCount %}";
const pass = { Type: "Pass", End: true };
const done = {
  Type: "Pass",
  Output: { input: "{% $states.input %}", kept: "{% $exists($kept) ? $kept : 'nothing' %}" },
  End: true,
};
const keep = { Type: "Pass", Assign: { kept: "before" } };

const ask = (more: Readonly<Record<string, unknown>>) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: {
    FunctionName: "Desk",
    Payload: { token: "{% $states.context.Task.Token %}", question: "{% $string($states.input.question) %}" },
  },
  ...more,
});

const withInput = (States: Record<string, unknown>, input: unknown = {}): Play => ({
  definition: machine({ States }),
  input,
  functions,
  answer: (question) => (question === "answered" ? { outcome: "endorsed" } : undefined),
});

const branch = (name: string, state: Readonly<Record<string, unknown>>) => ({
  StartAt: name,
  States: { [name]: state },
});

/** Machines that are in one state at a time: their histories must be alike to the last number. */
const straight: Readonly<Record<string, Play>> = {
  "a function's answer": withInput({ keep: { ...keep, Next: "work" }, work: call("Give", { n: 1 }) }),
  "a function that is tried again": withInput({
    work: call("Slow", retryCount, {
      Retry: [
        { ErrorEquals: ["Never"], MaxAttempts: 0 },
        { ErrorEquals: ["NotYet"], IntervalSeconds: 3, BackoffRate: 2, MaxDelaySeconds: 60 },
      ],
      Next: "done",
    }),
    done,
  }),
  "a retrier that is used up between two restarts": withInput({
    work: call("Slow", 0, {
      Retry: [{ ErrorEquals: ["NotYet"], MaxAttempts: 2 }],
      Catch: [
        { ErrorEquals: ["States.ALL"], Assign: { kept: "{% $states.errorOutput.Error %}" }, Next: "done" },
      ],
      End: true,
    }),
    done,
  }),
  "an error that nobody catches": withInput({ work: call("Refuse", {}) }),
  "a token that is answered": withInput(
    { keep: { ...keep, Next: "asked" }, asked: ask({ TimeoutSeconds: 60, Next: "done" }), done },
    { question: "answered" },
  ),
  "a token whose time runs out": withInput(
    {
      asked: ask({
        TimeoutSeconds: 60,
        Catch: [{ ErrorEquals: ["States.Timeout"], Next: "done" }],
        End: true,
      }),
      done,
    },
    { question: "silence" },
  ),
  "a token without a sign of life": withInput(
    { asked: ask({ TimeoutSeconds: 60, HeartbeatSeconds: 10, End: true }) },
    { question: "silence" },
  ),
  "a Wait for seconds": withInput({
    keep: { ...keep, Next: "wait" },
    wait: {
      Type: "Wait",
      Seconds: 90,
      Output: { since: "{% $states.context.State.EnteredTime %}", now: "{% $now() %}" },
      Next: "done",
    },
    done,
  }),
  "an error after a Wait, which names the event of its beginning": withInput({
    wait: { Type: "Wait", Seconds: 1, Output: "{% $missing %}", End: true },
  }),
  "a Wait until an instant": withInput({
    wait: { Type: "Wait", Timestamp: "2027-03-01T00:00:00+02:00", Next: "done" },
    done,
  }),
  "a Choice": withInput(
    {
      look: {
        Type: "Choice",
        Choices: [{ Condition: "{% $states.input.n > 1 %}", Assign: { kept: "rule" }, Next: "done" }],
        Assign: { kept: "default" },
        Default: "done",
      },
      done,
    },
    { n: 2 },
  ),
  "a Pass": withInput({ keep: { ...keep, Next: "done" }, done }),
  "a Succeed": withInput({ end: { Type: "Succeed", Output: "{% $states.input.n %}" } }, { n: 2 }),
  "a Fail": withInput(
    { end: { Type: "Fail", Error: "Stop", Cause: "{% $states.input.why %}" } },
    { why: "enough" },
  ),
  "a machine's own time limit": {
    ...withInput({}),
    definition: machine({ TimeoutSeconds: 50, States: { wait: { Type: "Wait", Seconds: 90, End: true } } }),
  },
};

/** How those end that do not succeed. */
const ends: Readonly<Record<string, string>> = {
  "an error that nobody catches": "FAILED",
  "a token without a sign of life": "FAILED",
  "an error after a Wait, which names the event of its beginning": "FAILED",
  "a Fail": "FAILED",
  "a machine's own time limit": "TIMED_OUT",
};

/** Time in which what was gathered must stay forgotten. */
const rest = { Type: "Wait", Seconds: 1, Next: "done" };

/** Machines that are in several states at once. */
const forked: Readonly<Record<string, Play>> = {
  "a Parallel whose branches go at different speeds": withInput({
    keep: { ...keep, Next: "all" },
    all: {
      Type: "Parallel",
      Branches: [
        branch("work", call("Give", { n: 1 })),
        {
          StartAt: "wait",
          States: {
            wait: { Type: "Wait", Seconds: 5, Next: "after" },
            after: { Type: "Pass", Output: "{% $kept %}", End: true },
          },
        },
        branch("nothing", pass),
      ],
      Next: "rest",
    },
    rest,
    done,
  }),
  "a Parallel with a failing branch, tried again and caught": withInput({
    all: {
      Type: "Parallel",
      Branches: [
        branch("wait", { Type: "Wait", Seconds: 500, End: true }),
        branch("fail", call("Refuse", {})),
      ],
      Retry: [{ ErrorEquals: ["Refused"], IntervalSeconds: 10, MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ["Refused"], Next: "rest" }],
      End: true,
    },
    rest,
    done,
  }),
  "a Map, two items at once": withInput(
    {
      keep: { ...keep, Next: "each" },
      each: {
        Type: "Map",
        Items: "{% $states.input.seconds %}",
        ItemSelector: { seconds: "{% $states.context.Map.Item.Value %}", kept: "{% $kept %}" },
        MaxConcurrency: 2,
        ItemProcessor: {
          StartAt: "wait",
          States: {
            wait: { Type: "Wait", Seconds: "{% $states.input.seconds %}", Next: "work" },
            work: call("Give", {
              index: "{% $states.context.Map.Item.Index %}",
              kept: "{% $states.input.kept %}",
            }),
          },
        },
        Next: "rest",
      },
      rest,
      done,
    },
    { seconds: [4, 1, 1, 7, 0] },
  ),
  "a distributed Map beside a question that its end takes back": withInput(
    {
      both: {
        Type: "Parallel",
        Branches: [
          {
            StartAt: "many",
            States: {
              many: {
                Type: "Map",
                Items: "{% [1..$states.input.people] %}",
                ItemSelector: {
                  question: "{% $states.context.Map.Item.Value = 2 ? 'silence' : 'answered' %}",
                },
                ItemProcessor: {
                  ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
                  StartAt: "asked",
                  States: {
                    asked: ask({
                      TimeoutSeconds: 30,
                      Catch: [{ ErrorEquals: ["States.Timeout"], Output: "late", Next: "late" }],
                      End: true,
                    }),
                    late: pass,
                  },
                },
                Next: "over",
              },
              over: { Type: "Fail", Error: "Over" },
            },
          },
          branch("beside", ask({ End: true })),
        ],
        Catch: [{ ErrorEquals: ["Over"], Output: "over", Next: "rest" }],
        End: true,
      },
      rest,
      done,
    },
    { people: 4, question: "silence" },
  ),
  "a Map in a Map, with questions inside": withInput(
    {
      each: {
        Type: "Map",
        Items: "{% $states.input.groups %}",
        ItemProcessor: {
          StartAt: "one",
          States: {
            one: {
              Type: "Map",
              Items: "{% $states.input.questions.{ 'question': $ } %}",
              MaxConcurrency: 1,
              ItemProcessor: branch("asked", ask({ TimeoutSeconds: 30, Catch: [], End: true })),
              Catch: [{ ErrorEquals: ["States.Timeout"], Output: "late", Next: "noted" }],
              Next: "noted",
            },
            noted: pass,
          },
        },
        Next: "rest",
      },
      rest,
      done,
    },
    { groups: [{ questions: ["answered", "answered"] }, { questions: ["answered", "silence", "answered"] }] },
  ),
};

/** The stories of a play broken off at each of its moments, and then again and again on the rest of its way. */
async function everywhere(play: Play): Promise<{ undisturbed: Story; broken: Story[] }> {
  const { story, moments } = await playBroken(play, []);
  const broken: Story[] = [];
  for (let cut = 0; cut < moments; cut += 1) {
    const { story: other, lives } = await playBroken(play, [cut, 7, 8, 9]);
    expect(lives).toBeGreaterThan(1);
    broken.push(other);
  }
  return { undisturbed: story, broken };
}

describe("broken off at any moment, an execution has the same history as undisturbed:", () => {
  test.each(Object.entries(straight))("%s", async (title, play) => {
    const { undisturbed, broken } = await everywhere(play);
    expect(undisturbed.status).toBe(ends[title] ?? "SUCCEEDED");
    expect(broken.length).toBeGreaterThanOrEqual(3);
    for (const story of broken) expect(story).toEqual(undisturbed);
  });

  test.each(Object.entries(forked))("%s", async (title, play) => {
    const { undisturbed, broken } = await everywhere(play);
    expect(undisturbed.status).toBe(ends[title] ?? "SUCCEEDED");
    expect(broken.length).toBeGreaterThanOrEqual(3);
    for (const story of broken) expect(unordered(story)).toEqual(unordered(undisturbed));
  });
});
