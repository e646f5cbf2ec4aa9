import { describe, expect, test } from "vitest";
import { ask, day, named, Stage, second, tokenDesk } from "./stage.ts";

const asking = (more: Readonly<Record<string, unknown>> = { End: true }) => ({
  States: { asked: ask("Desk", more) },
});

function withDesk() {
  const desk = tokenDesk();
  return { desk, stage: new Stage({ functions: { Desk: desk.handler } }) };
}

const nameOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.name : "no error";
  }
  return "accepted";
};

describe("a Task that waits for its token", () => {
  test("goes on with what comes with the token, not with what the function returned", async () => {
    const { desk, stage } = withDesk();
    const arn = stage.start(asking());
    await stage.engine.settled();
    expect(stage.result(arn).status).toBe("RUNNING");
    stage.engine.sendTaskSuccess(desk.last(), { outcome: "endorsed" });
    await stage.engine.settled();
    expect(stage.result(arn)).toEqual({ status: "SUCCEEDED", output: { outcome: "endorsed" } });
    expect(stage.types(arn)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskSubmitted",
      "TaskSucceeded",
      "TaskStateExited",
      "ExecutionSucceeded",
    ]);
  });

  test("fails with the error that comes with the token", async () => {
    const { desk, stage } = withDesk();
    const more = { Catch: [{ ErrorEquals: ["withdrawn"], Next: "caught" }], End: true };
    const arn = stage.start({ States: { asked: ask("Desk", more), caught: { Type: "Succeed" } } });
    await stage.engine.settled();
    stage.engine.sendTaskFailure(desk.last(), { error: "withdrawn", cause: "by the applicant" });
    await stage.engine.settled();
    expect(stage.result(arn).output).toEqual({ Error: "withdrawn", Cause: "by the applicant" });
  });

  test("a failure without a name is caught by wildcards only", async () => {
    const { desk, stage } = withDesk();
    const more = {
      Catch: [
        { ErrorEquals: [""], Next: "wrong" },
        { ErrorEquals: ["States.ALL"], Next: "right" },
      ],
      End: true,
    };
    const arn = stage.start({
      States: { asked: ask("Desk", more), right: { Type: "Succeed" }, wrong: { Type: "Fail" } },
    });
    await stage.engine.settled();
    stage.engine.sendTaskFailure(desk.last(), {});
    await stage.engine.settled();
    expect(stage.result(arn)).toEqual({ status: "SUCCEEDED", output: {} });
  });

  test("may be answered while its function is still running", async () => {
    const stage: Stage = new Stage({
      functions: {
        Quick: (payload) => {
          if (typeof payload === "object" && payload !== null && "token" in payload) {
            stage.engine.sendTaskSuccess(String(payload.token), "quick");
          }
          throw named("TooLateToMatter");
        },
      },
    });
    const arn = stage.start({ States: { asked: ask("Quick") } });
    await stage.engine.settled();
    expect(stage.result(arn)).toEqual({ status: "SUCCEEDED", output: "quick" });
  });

  test("fails when its function throws; the token dies with it", async () => {
    const desk = tokenDesk();
    const stage = new Stage({
      functions: {
        Desk: (payload, about) => {
          desk.handler(payload, about);
          throw named("MailRefused");
        },
      },
    });
    const arn = stage.start(asking());
    await stage.engine.settled();
    expect(stage.result(arn)).toMatchObject({ status: "FAILED", error: "MailRefused" });
    expect(nameOf(() => stage.engine.sendTaskSuccess(desk.last(), {}))).toBe("TaskTimedOut");
  });

  test("has a new token at every attempt and every visit", async () => {
    const { desk, stage } = withDesk();
    const again = { ErrorEquals: ["States.Timeout"], Next: "asked" };
    stage.start(
      asking({ TimeoutSeconds: 10, Retry: [{ ErrorEquals: ["again"] }], Catch: [again], End: true }),
    );
    await stage.engine.settled();
    stage.engine.sendTaskFailure(desk.last(), { error: "again" });
    await stage.pass(1 * second);
    await stage.pass(10 * second);
    expect(desk.tokens).toHaveLength(3);
    expect(new Set(desk.tokens).size).toBe(3);
    expect(
      desk.tokens.slice(0, 2).map((token) => nameOf(() => stage.engine.sendTaskSuccess(token, 1))),
    ).toEqual(["TaskTimedOut", "TaskTimedOut"]);
    expect(nameOf(() => stage.engine.sendTaskSuccess(desk.last(), 1))).toBe("accepted");
  });
});

describe("a token that is no good", () => {
  test("a used one, a second later or at once", async () => {
    const { desk, stage } = withDesk();
    stage.start(asking());
    await stage.engine.settled();
    stage.engine.sendTaskSuccess(desk.last(), 1);
    expect(nameOf(() => stage.engine.sendTaskSuccess(desk.last(), 2))).toBe("TaskTimedOut");
    await stage.engine.settled();
    expect(nameOf(() => stage.engine.sendTaskFailure(desk.last(), {}))).toBe("TaskTimedOut");
    expect(nameOf(() => stage.engine.sendTaskHeartbeat(desk.last()))).toBe("TaskTimedOut");
  });

  test("one whose time has run out, from the instant on at which it did", async () => {
    const { desk, stage } = withDesk();
    stage.start(asking({ TimeoutSeconds: 60, End: true }));
    await stage.engine.settled();
    stage.now += 60 * second;
    stage.engine.fireDue();
    expect(nameOf(() => stage.engine.sendTaskSuccess(desk.last(), 1))).toBe("TaskTimedOut");
  });

  test("one of an execution that was stopped", async () => {
    const { desk, stage } = withDesk();
    const arn = stage.start(asking());
    await stage.engine.settled();
    stage.engine.stopExecution(arn);
    expect(nameOf(() => stage.engine.sendTaskSuccess(desk.last(), 1))).toBe("TaskTimedOut");
  });

  test("one that nobody gave out", () => {
    const { stage } = withDesk();
    for (const text of ["", "abc", "a.b.c", Buffer.from("kt.1.2").toString("base64url")]) {
      expect(
        nameOf(() => stage.engine.sendTaskSuccess(text, 1)),
        text,
      ).toBe("InvalidToken");
    }
  });

  test("one of another engine", async () => {
    const { desk, stage } = withDesk();
    stage.start(asking());
    await stage.engine.settled();
    expect(nameOf(() => withDesk().stage.engine.sendTaskSuccess(desk.last(), 1))).toBe("TaskDoesNotExist");
  });

  test("with an answer above 256 KiB: the token stays good", async () => {
    const { desk, stage } = withDesk();
    stage.start(asking());
    await stage.engine.settled();
    expect(nameOf(() => stage.engine.sendTaskSuccess(desk.last(), "x".repeat(300_000)))).toBe(
      "InvalidOutput",
    );
    expect(nameOf(() => stage.engine.sendTaskSuccess(desk.last(), "x"))).toBe("accepted");
  });
});

describe("heartbeats", () => {
  const beating = asking({ TimeoutSeconds: 300, HeartbeatSeconds: "{% $states.input.beat %}", End: true });

  test("each puts the end off; silence is States.HeartbeatTimeout", async () => {
    const { desk, stage } = withDesk();
    const arn = stage.start(beating, { beat: 60 });
    for (let beat = 0; beat < 3; beat += 1) {
      await stage.pass(50 * second);
      stage.engine.sendTaskHeartbeat(desk.last());
    }
    await stage.pass(59 * second);
    expect(stage.result(arn).status).toBe("RUNNING");
    await stage.pass(1 * second);
    expect(stage.result(arn)).toEqual({ status: "FAILED", error: "States.HeartbeatTimeout" });
  });

  test("do not put the time limit off", async () => {
    const { desk, stage } = withDesk();
    const arn = stage.start(beating, { beat: 200 });
    await stage.pass(150 * second);
    stage.engine.sendTaskHeartbeat(desk.last());
    await stage.pass(150 * second);
    expect(stage.result(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
  });

  test("without HeartbeatSeconds change nothing", async () => {
    const { desk, stage } = withDesk();
    const arn = stage.start(asking({ TimeoutSeconds: 60, End: true }));
    await stage.engine.settled();
    stage.engine.sendTaskHeartbeat(desk.last());
    await stage.pass(60 * second);
    expect(stage.result(arn).error).toBe("States.Timeout");
  });
});

test("a reminder every week and an end after three: the road of a human task, in no time", async () => {
  const { desk, stage } = withDesk();
  const States = {
    asked: ask("Desk", {
      TimeoutSeconds: 7 * 24 * 3600,
      Output: "{% $states.result %}",
      Catch: [
        { ErrorEquals: ["States.Timeout"], Next: "late", Output: { arm: "{% $states.input.arm + 1 %}" } },
      ],
      End: true,
    }),
    late: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.arm < 3 %}", Next: "asked" }],
      Default: "expired",
    },
    expired: { Type: "Pass", Output: { outcome: "expired" }, End: true },
  };
  const silent = stage.start({ States }, { arm: 0 }, "silent");
  await stage.pass(20 * day);
  expect(desk.tokens).toHaveLength(3);
  await stage.pass(1 * day);
  expect(stage.result(silent).output).toEqual({ outcome: "expired" });
  const answered = stage.start({ States }, { arm: 0 }, "answered");
  await stage.pass(10 * day);
  stage.engine.sendTaskSuccess(desk.last(), { outcome: "endorsed" });
  await stage.engine.settled();
  expect(stage.result(answered).output).toEqual({ outcome: "endorsed" });
});
