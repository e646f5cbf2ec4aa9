import type { SFNClient } from "@aws-sdk/client-sfn";
import * as z from "zod";
import { ApiError, InvalidExecutionInput, InvalidOutput } from "./errors.ts";
import type { Description, Engine, EventDescription } from "./interface.ts";

type RequestHandler = SFNClient["config"]["requestHandler"];
type Request = Parameters<RequestHandler["handle"]>[0];

interface Answer {
  readonly statusCode: number;
  readonly body: unknown;
}

/**
 * Lets `new SFNClient({ region: "local", credentials, requestHandler: sfnRequestHandler(engine) })` speak to the
 * engine in this process, in the protocol of the service (AWS JSON 1.0), so that its answers and exceptions are the
 * SDK's own. Knows StartExecution, StopExecution, DescribeExecution, ListExecutions, GetExecutionHistory,
 * SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat; pages are never needed, all results come at once.
 */
export function sfnRequestHandler(engine: Engine): RequestHandler {
  return {
    metadata: { handlerProtocol: "h1" },
    async handle(request) {
      const { statusCode, body } = await answer(engine, request);
      const headers = { "content-type": "application/x-amz-json-1.0" };
      return { response: { statusCode, headers, body: new TextEncoder().encode(JSON.stringify(body)) } };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

async function answer(engine: Engine, request: Request): Promise<Answer> {
  try {
    const target = request.headers["x-amz-target"] ?? request.headers["X-Amz-Target"] ?? "";
    const name = target.replace(/^AWSStepFunctions\./, "");
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (operation === undefined) {
      throw new ApiError("UnknownOperationException", `The embedded engine has no operation ${name}`);
    }
    const input = parseJson(textOf(request.body));
    return { statusCode: 200, body: await engine.grouped((grouping) => operation(grouping, input)) };
  } catch (error) {
    if (error instanceof ApiError) return refusal(400, error);
    return refusal(
      500,
      new ApiError("InternalFailure", error instanceof Error ? error.message : String(error)),
    );
  }
}

const refusal = (statusCode: number, error: ApiError): Answer => ({
  statusCode,
  body: { __type: `com.amazonaws.states#${error.name}`, message: error.message },
});

const textOf = (body: unknown): string =>
  typeof body === "string" ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : "{}";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("SerializationException", "the request is not JSON");
  }
}

const token = z.string().min(1).max(2048);
const reason = { error: z.string().max(256).exactOptional(), cause: z.string().max(32_768).exactOptional() };
const arn = z.string().min(1).max(256);

const start = z.object({ stateMachineArn: arn, name: z.string().optional(), input: z.string().optional() });
const success = z.object({ taskToken: token, output: z.string() });
const failure = z.object({ taskToken: token, ...reason });
const heartbeat = z.object({ taskToken: token });
const stop = z.object({ executionArn: arn, ...reason });
const execution = z.object({ executionArn: arn });
const history = z.object({ executionArn: arn, reverseOrder: z.boolean().optional() });
const status = z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]);
const list = z.object({ stateMachineArn: arn.optional(), statusFilter: status.optional() });

const operations: Readonly<Record<string, (engine: Engine, input: unknown) => unknown>> = {
  StartExecution(engine, input) {
    const { stateMachineArn, name = crypto.randomUUID(), input: text = "{}" } = read(start, input);
    const given = json(text, (why) => new InvalidExecutionInput(why));
    const started = engine.startExecution(stateMachineArn, name, given);
    return { executionArn: started.executionArn, startDate: seconds(started.startDate) };
  },
  StopExecution(engine, input) {
    const { executionArn, ...why } = read(stop, input);
    return { stopDate: seconds(engine.stopExecution(executionArn, why).stopDate) };
  },
  DescribeExecution: (engine, input) =>
    described(engine.describeExecution(read(execution, input).executionArn)),
  ListExecutions(engine, input) {
    const { stateMachineArn, statusFilter } = read(list, input);
    const executions = engine.listExecutions(stateMachineArn, statusFilter).map(described);
    return { executions: executions.map(({ input: _input, output: _output, ...listed }) => listed) };
  },
  GetExecutionHistory(engine, input) {
    const { executionArn, reverseOrder = false } = read(history, input);
    const events = engine.getExecutionHistory(executionArn).map(event);
    return { events: reverseOrder ? events.reverse() : events };
  },
  SendTaskSuccess(engine, input) {
    const { taskToken, output } = read(success, input);
    engine.sendTaskSuccess(
      taskToken,
      json(output, (why) => new InvalidOutput(why)),
    );
    return {};
  },
  SendTaskFailure(engine, input) {
    const { taskToken, ...why } = read(failure, input);
    engine.sendTaskFailure(taskToken, why);
    return {};
  },
  SendTaskHeartbeat(engine, input) {
    engine.sendTaskHeartbeat(read(heartbeat, input).taskToken);
    return {};
  },
};

function read<Value>(shape: z.ZodType<Value>, input: unknown): Value {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ApiError("ValidationException", z.prettifyError(parsed.error));
}

function json(text: string, refuse: (why: string) => ApiError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse("the text is not JSON");
  }
}

/** The protocol writes instants in seconds. */
const seconds = (date: Date): number => date.getTime() / 1000;

const event = ({ timestamp, ...rest }: EventDescription) => ({ ...rest, timestamp: seconds(timestamp) });

const described = ({ startDate, stopDate, ...rest }: Description) => ({
  ...rest,
  startDate: seconds(startDate),
  ...(stopDate === undefined ? {} : { stopDate: seconds(stopDate) }),
});
