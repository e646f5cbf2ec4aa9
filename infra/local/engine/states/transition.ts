import type { State } from "../definition/machine.ts";
import { errorOutput } from "../environment.ts";
import { type Frame, isOwnExecution } from "../execution.ts";
import { recordIn } from "../history.ts";
import type { Details } from "../history-event.ts";
import { Json } from "../json.ts";
import { chooseRetrier, delayMillis } from "../retry.ts";
import type { Runtime } from "../runtime.ts";
import { matchesError, type StateError, StateFailure } from "../state-error.ts";
import { evaluateLeaving, goOn, type Later, type Left } from "./evaluation.ts";

/** Moves a frame into a state. */
export function enter(runtime: Runtime, frame: Frame, state: State, input: Json): void {
  frame.state = state;
  frame.input = input;
  frame.enteredAt = runtime.now();
  frame.attempts = [];
  frame.retryCount = 0;
  frame.execution.transitions += 1;
  recordIn(frame, frame.enteredAt, `${state.type}StateEntered`, { name: state.name, input });
  frame.enteredEvent = frame.lastEvent;
  runtime.setPhase(frame, { kind: "entered" });
}

/** Leaves the state for the next one, or ends the scope. */
export function leave(runtime: Runtime, frame: Frame, left: Left, next: string | undefined): void {
  recordIn(frame, runtime.now(), `${frame.state.type}StateExited`, {
    name: frame.state.name,
    output: left.output,
    ...assigned(left),
  });
  for (const [name, value] of left.variables) frame.variables.set(name, value);
  const state = next === undefined ? undefined : frame.scope.states.get(next);
  if (state === undefined) succeedScope(runtime, frame, left.output);
  else enter(runtime, frame, state, left.output);
}

const assigned = (left: Left): Details =>
  left.variables.length === 0 ? {} : { assignedVariables: Json.object(left.variables) };

function succeedScope(runtime: Runtime, frame: Frame, output: Json): void {
  const { execution, parent } = frame;
  if (parent === undefined) {
    const details = { output };
    runtime.finish(
      execution,
      { status: "SUCCEEDED", stopped: runtime.now(), output: output.text },
      { type: "ExecutionSucceeded", details, previous: frame.lastEvent },
    );
    return;
  }
  recordItem(runtime, frame, "MapIterationSucceeded");
  runtime.setPhase(frame, { kind: "done", output });
  if (parent.phase.kind === "gathering") parent.phase.gathering.running -= 1;
  runtime.enqueue(parent);
}

/** An event of one item of a Map; branches of a Parallel have none. */
export function recordItem(runtime: Runtime, frame: Frame, type: string): void {
  const name = frame.parent?.state.type === "Map" ? frame.parent.state.name : undefined;
  if (name === undefined) return;
  recordIn(frame, runtime.now(), type, { name, index: frame.index });
}

/** A state has failed: it is tried again, or caught, or its scope fails with it. */
export function fail(runtime: Runtime, frame: Frame, error: StateError): Later<void> {
  const { state } = frame;
  if (!("retry" in state)) return failScope(runtime, frame, error);
  const retrier = chooseRetrier(state.retry, frame.attempts, error.error);
  if (retrier !== undefined) return retry(runtime, frame, retrier);
  const index = state.catch.findIndex((catcher) => matchesError(catcher.errorEquals, error.error));
  const catcher = state.catch[index];
  if (catcher === undefined) return failScope(runtime, frame, error);
  const left = evaluateLeaving(frame, catcher, Json.ofPlain(errorOutput(error)), { error });
  return goOn(frame, left, (known) => leave(runtime, frame, known, catcher.next));
}

function retry(runtime: Runtime, frame: Frame, index: number): void {
  const { state } = frame;
  const retrier = "retry" in state ? state.retry[index] : undefined;
  if (retrier === undefined) return;
  const used = frame.attempts[index] ?? 0;
  frame.attempts[index] = used + 1;
  frame.retryCount += 1;
  const timer = runtime.startTimer(delayMillis(retrier, used, runtime.random), { kind: "retry", frame });
  runtime.setPhase(frame, { kind: "retrying", timer });
}

/** The next attempt of a state begins; it counts as a transition, as on the bill of AWS. */
export function tryAgain(runtime: Runtime, frame: Frame): void {
  frame.execution.transitions += 1;
  runtime.setPhase(frame, { kind: "entered" });
}

/**
 * Whatever failed an item of a distributed Map, the Map says no more than that.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/maprun-fail-threshold.html
 */
const itemFailed: StateError = {
  error: "States.ExceedToleratedFailureThreshold",
  cause: "The specified tolerated failure threshold was exceeded.",
};

/** No one caught the error: the branch fails, and its Parallel or Map with it; or else the execution. */
export function failScope(runtime: Runtime, frame: Frame, thrown: StateError): void {
  const { execution, parent } = frame;
  const { error, cause } = isOwnExecution(frame) ? itemFailed : thrown;
  const reported = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  if (parent === undefined) {
    runtime.finish(
      execution,
      { status: "FAILED", stopped: runtime.now(), error, cause },
      {
        type: "ExecutionFailed",
        details: reported,
        previous: frame.lastEvent,
      },
    );
    return;
  }
  recordItem(runtime, frame, "MapIterationFailed");
  parent.lastEvent = frame.lastEvent;
  runtime.remove(frame);
  if (parent.phase.kind === "gathering") abort(runtime, parent.phase.gathering.children);
  recordIn(parent, runtime.now(), `${parent.state.type}StateFailed`, reported);
  runtime.setPhase(parent, { kind: "answered", outcome: { kind: "error", error: reported } });
}

/** Ends the siblings of a failed branch where they stand. */
function abort(runtime: Runtime, frames: readonly Frame[]): void {
  for (const frame of frames) {
    const { phase } = frame;
    if (phase.kind === "gone" || phase.kind === "done") continue;
    if (phase.kind === "gathering") abort(runtime, phase.gathering.children);
    recordIn(frame, runtime.now(), `${frame.state.type}StateAborted`);
    recordItem(runtime, frame, "MapIterationAborted");
  }
  runtime.removeAll(frames);
}

/** What a state threw, as its error; the cause says where, as the service does. */
export function errorOfState(runtime: Runtime, frame: Frame, thrown: unknown): StateError {
  if (!(thrown instanceof StateFailure)) throw thrown;
  const { error, cause } = thrown.reported;
  const { name } = frame.state;
  const where = `An error occurred while executing the state '${name}' (entered at the event id #${frame.enteredEvent}).`;
  const placed = { ...thrown.reported, cause: `${where} ${cause ?? ""}`.trim() };
  if (error === "States.QueryEvaluationError") {
    recordIn(frame, runtime.now(), "EvaluationFailed", { error, cause: placed.cause, state: name });
  }
  return placed;
}
