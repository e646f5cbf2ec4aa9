import { longestSeconds } from "../definition/limits.ts";
import type { TaskState } from "../definition/machine.ts";
import { StateEnvironment } from "../environment.ts";
import type { Call, Frame } from "../execution.ts";
import { recordIn } from "../history.ts";
import { isObject, Json } from "../json.ts";
import type { Runtime } from "../runtime.ts";
import { runtimeError, type StateError, StateFailure, timeout, tooLarge } from "../state-error.ts";
import { evaluateAll, evaluateLeaving, goOn, type Later, wholeNumber } from "./evaluation.ts";
import { leave } from "./transition.ts";

/** Begins an attempt: works the arguments out and asks for the function to be called. */
export function beginTask(runtime: Runtime, frame: Frame, state: TaskState): Later<void> {
  const token =
    state.resource.kind === "invoke" && state.resource.waitsForToken
      ? runtime.tokens.issue(frame)
      : undefined;
  const templates = [state.arguments, state.timeoutSeconds, state.heartbeatSeconds];
  const values = evaluateAll(templates, new StateEnvironment(frame, { token }));
  return goOn(frame, values, ([work = frame.input, limit, beat]) => {
    const limitSeconds = wholeNumber(limit, "TimeoutSeconds", 1, longestSeconds);
    const beatSeconds = wholeNumber(beat, "HeartbeatSeconds", 1, longestSeconds);
    if (work.isTooLarge) throw new StateFailure(tooLarge("input of the task"));
    const { functionName, payload } = invocation(state, work);
    recordScheduled(runtime, frame, state, work, { limitSeconds, beatSeconds });
    runtime.setPhase(frame, {
      kind: "calling",
      call: {
        functionName,
        payload,
        token,
        hasReturned: false,
        timeout:
          limitSeconds === undefined
            ? undefined
            : runtime.startTimer(limitSeconds * 1000, { kind: "timeout", frame }),
        heartbeat:
          beatSeconds === undefined
            ? undefined
            : runtime.startTimer(beatSeconds * 1000, { kind: "heartbeat", frame }),
        heartbeatMillis: beatSeconds === undefined ? undefined : beatSeconds * 1000,
      },
    });
  });
}

function invocation(state: TaskState, work: Json): { functionName: string; payload: Json } {
  if (state.resource.kind === "function")
    return { functionName: plainName(state.resource.arn), payload: work };
  const given = work.value;
  const name = isObject(given) ? given.FunctionName : undefined;
  if (!isObject(given) || typeof name !== "string" || name === "") {
    throw new StateFailure(
      runtimeError("The field 'FunctionName' of the arguments must be the name of a function."),
    );
  }
  return { functionName: plainName(name), payload: Json.ofPlain("Payload" in given ? given.Payload : {}) };
}

/** The name of a function out of its ARN, without alias or version. */
function plainName(name: string): string {
  const parts = name.split(":");
  const function_ = parts.indexOf("function");
  return (function_ < 0 ? parts[0] : parts[function_ + 1]) ?? name;
}

/** The function has returned or thrown. Calls that the frame no longer waits for are ignored. */
export function functionReturned(
  runtime: Runtime,
  frame: Frame,
  call: Call,
  outcome: Json | StateError,
): void {
  if (frame.phase.kind !== "calling" || frame.phase.call !== call) return;
  if (!(outcome instanceof Json)) {
    answerTask(runtime, frame, outcome);
    return;
  }
  const isInvoke = frame.state.type === "Task" && frame.state.resource.kind === "invoke";
  const result = isInvoke
    ? Json.ofText(`{"ExecutedVersion":"$LATEST","Payload":${outcome.text},"StatusCode":200}`)
    : outcome;
  if (call.token === undefined) {
    answerTask(runtime, frame, result);
    return;
  }
  call.hasReturned = true;
  const details = { resourceType: "lambda", resource: "invoke.waitForTaskToken", output: result };
  recordIn(frame, runtime.now(), "TaskSubmitted", details);
  runtime.changed(frame);
}

/** The answer of the attempt is there: a result or an error, whoever it comes from. */
export function answerTask(runtime: Runtime, frame: Frame, answer: Json | StateError): void {
  const outcome = answer instanceof Json && answer.isTooLarge ? tooLarge("result of the task") : answer;
  recordAnswered(runtime, frame, outcome);
  runtime.setPhase(frame, {
    kind: "answered",
    outcome:
      outcome instanceof Json ? { kind: "result", result: outcome } : { kind: "error", error: outcome },
  });
}

/** After a result: output and variables are worked out and the state is left. */
export function completeTask(runtime: Runtime, frame: Frame, state: TaskState, result: Json): Later<void> {
  return goOn(frame, evaluateLeaving(frame, state, result, { result }), (left) =>
    leave(runtime, frame, left, state.next),
  );
}

function recordScheduled(
  runtime: Runtime,
  frame: Frame,
  state: TaskState,
  work: Json,
  limits: { limitSeconds: number | undefined; beatSeconds: number | undefined },
): void {
  const seconds = {
    ...(limits.limitSeconds === undefined ? {} : { timeoutInSeconds: limits.limitSeconds }),
    ...(limits.beatSeconds === undefined ? {} : { heartbeatInSeconds: limits.beatSeconds }),
  };
  if (state.resource.kind === "function") {
    recordIn(frame, runtime.now(), "LambdaFunctionScheduled", {
      resource: state.resource.arn,
      input: work,
      ...seconds,
    });
    recordIn(frame, runtime.now(), "LambdaFunctionStarted");
    return;
  }
  const resource = resourceOf(state);
  recordIn(frame, runtime.now(), "TaskScheduled", {
    ...resource,
    region: "local",
    parameters: work,
    ...seconds,
  });
  recordIn(frame, runtime.now(), "TaskStarted", resource);
}

function recordAnswered(runtime: Runtime, frame: Frame, outcome: Json | StateError): void {
  const { state } = frame;
  if (state.type !== "Task") return;
  const details = outcome instanceof Json ? { output: outcome } : { ...outcome };
  const isTimeout = !(outcome instanceof Json) && isTimeoutError(outcome);
  const kind = outcome instanceof Json ? "Succeeded" : isTimeout ? "TimedOut" : "Failed";
  if (state.resource.kind === "function") {
    recordIn(frame, runtime.now(), `LambdaFunction${kind}`, details);
  } else {
    recordIn(frame, runtime.now(), `Task${kind}`, { ...resourceOf(state), ...details });
  }
}

const isTimeoutError = ({ error }: StateError): boolean =>
  error === timeout.error || error === "States.HeartbeatTimeout";

const resourceOf = (state: TaskState) => ({
  resourceType: "lambda",
  resource:
    state.resource.kind === "invoke" && state.resource.waitsForToken ? "invoke.waitForTaskToken" : "invoke",
});
