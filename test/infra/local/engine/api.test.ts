import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidExecutionInput,
  InvalidOutput,
  InvalidToken,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { describe, expect, test } from "vitest";
import { sfnRequestHandler } from "../../../../infra/local/engine/api.ts";
import { ask, machine, newYear, Stage, second, tokenDesk } from "./stage.ts";

const stateMachineArn = "arn:aws:states:local:000000000000:stateMachine:machine";

/** The SDK's own client on an engine with a machine that asks one question. */
function withClient() {
  const desk = tokenDesk();
  const stage = new Stage({ functions: { Desk: desk.handler } });
  const asked = ask("Desk", { TimeoutSeconds: 300, HeartbeatSeconds: 60, End: true });
  stage.engine.createStateMachine("machine", machine({ States: { asked } }));
  const client = new SFNClient({
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
    requestHandler: sfnRequestHandler(stage.engine),
  });
  const start = async (name: string, input = "{}"): Promise<string> => {
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    await stage.engine.settled();
    return executionArn ?? "";
  };
  return { stage, desk, client, start };
}

describe("the SDK's client speaks to the engine as to the service", () => {
  test("starts, answers, and is told of the end", async () => {
    const { client, desk, stage, start } = withClient();
    const executionArn = await start("one", '{"n":1}');
    await client.send(
      new SendTaskSuccessCommand({ taskToken: desk.last(), output: '{"outcome":"endorsed"}' }),
    );
    await stage.engine.settled();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      stateMachineArn,
      status: "SUCCEEDED",
      input: '{"n":1}',
      output: '{"outcome":"endorsed"}',
      startDate: new Date(newYear),
      stopDate: new Date(newYear),
    });
  });

  test("fails a task, with error and cause", async () => {
    const { client, desk, stage, start } = withClient();
    const executionArn = await start("one");
    const reason = { error: "withdrawn", cause: "by the applicant" };
    await client.send(new SendTaskFailureCommand({ taskToken: desk.last(), ...reason }));
    await stage.engine.settled();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: "FAILED",
      ...reason,
    });
  });

  test("puts the end of a task off with a heartbeat", async () => {
    const { client, desk, stage, start } = withClient();
    const arn = await start("one");
    await stage.pass(50 * second);
    await client.send(new SendTaskHeartbeatCommand({ taskToken: desk.last() }));
    await stage.pass(50 * second);
    expect(stage.result(arn).status).toBe("RUNNING");
  });

  test("stops an execution", async () => {
    const { client, stage, start } = withClient();
    const executionArn = await start("one");
    const { stopDate } = await client.send(new StopExecutionCommand({ executionArn, error: "over" }));
    expect(stopDate).toEqual(new Date(newYear));
    expect(stage.result(executionArn)).toEqual({ status: "ABORTED", error: "over" });
  });

  test("reads the history, also backwards", async () => {
    const { client, start } = withClient();
    const executionArn = await start("one", '{"n":1}');
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events[1]).toEqual({
      id: 2,
      previousEventId: 0,
      timestamp: new Date(newYear),
      type: "TaskStateEntered",
      stateEnteredEventDetails: { name: "asked", input: '{"n":1}' },
    });
    const backwards = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true });
    expect((await client.send(backwards)).events?.map((event) => event.id)).toEqual([5, 4, 3, 2, 1]);
  });

  test("lists executions, without what they carry", async () => {
    const { client, start } = withClient();
    await start("one");
    const list = new ListExecutionsCommand({ stateMachineArn, statusFilter: "RUNNING" });
    const [listed] = (await client.send(list)).executions ?? [];
    expect(listed).toEqual({
      executionArn: "arn:aws:states:local:000000000000:execution:machine:one",
      stateMachineArn,
      name: "one",
      status: "RUNNING",
      startDate: new Date(newYear),
    });
  });

  test("what it is told is in the journal: many starts at once, each of them there", async () => {
    const { client, stage } = withClient();
    const starts = Array.from({ length: 50 }, (_, index) =>
      client.send(new StartExecutionCommand({ stateMachineArn, name: `e${index}`, input: "{}" })),
    );
    await Promise.all(starts);
    expect(stage.engine.listExecutions(undefined, "RUNNING")).toHaveLength(50);
  });
});

describe("a refusal is the SDK's own exception", () => {
  test("a used token is TaskTimedOut, a text that is none InvalidToken", async () => {
    const { client, desk, start } = withClient();
    await start("one");
    const answer = (taskToken: string) =>
      client.send(new SendTaskSuccessCommand({ taskToken, output: "{}" }));
    await answer(desk.last());
    await expect(answer(desk.last())).rejects.toBeInstanceOf(TaskTimedOut);
    await expect(answer("abc")).rejects.toBeInstanceOf(InvalidToken);
  });

  test("an input or output that is not JSON", async () => {
    const { client, desk, start } = withClient();
    await expect(start("two", "{")).rejects.toBeInstanceOf(InvalidExecutionInput);
    await start("one");
    const broken = new SendTaskSuccessCommand({ taskToken: desk.last(), output: "{" });
    await expect(client.send(broken)).rejects.toBeInstanceOf(InvalidOutput);
  });

  test("a name used before, an execution that is none", async () => {
    const { client, start } = withClient();
    const executionArn = await start("one");
    await expect(start("one", '{"other":true}')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    const unknown = new DescribeExecutionCommand({ executionArn: `${executionArn}x` });
    await expect(client.send(unknown)).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  });

  test("a field of the wrong length, named; an operation that the engine does not have, named", async () => {
    const { client } = withClient();
    const tooLong = new SendTaskHeartbeatCommand({ taskToken: "x".repeat(3000) });
    await expect(client.send(tooLong)).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("taskToken"),
    });
    await expect(client.send(new ListStateMachinesCommand({}))).rejects.toMatchObject({
      name: "UnknownOperationException",
      message: "The embedded engine has no operation ListStateMachines",
    });
  });
});
