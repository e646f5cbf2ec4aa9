import type { FailState, PassState, SucceedState } from "../definition/machine.ts";
import { StateEnvironment } from "../environment.ts";
import type { Frame } from "../execution.ts";
import type { Json } from "../json.ts";
import type { Runtime } from "../runtime.ts";
import { queryError, StateFailure } from "../state-error.ts";
import { evaluateAll, evaluateLeaving, goOn, type Later } from "./evaluation.ts";
import { failScope, leave } from "./transition.ts";

export function beginPass(runtime: Runtime, frame: Frame, state: PassState): Later<void> {
  return goOn(frame, evaluateLeaving(frame, state, frame.input), (left) =>
    leave(runtime, frame, left, state.next),
  );
}

/** Ends the scope that it stands in, a branch as well as the whole machine. */
export function beginSucceed(runtime: Runtime, frame: Frame, state: SucceedState): Later<void> {
  const left = evaluateLeaving(frame, { ...state, assign: [] }, frame.input);
  return goOn(frame, left, (known) => leave(runtime, frame, known, undefined));
}

export function beginFail(runtime: Runtime, frame: Frame, state: FailState): Later<void> {
  const values = evaluateAll([state.error, state.cause], new StateEnvironment(frame));
  return goOn(frame, values, ([error, cause]) =>
    failScope(runtime, frame, {
      ...(error === undefined ? {} : { error: text(error, "Error") }),
      ...(cause === undefined ? {} : { cause: text(cause, "Cause") }),
    }),
  );
}

function text(value: Json, field: string): string {
  if (typeof value.value === "string") return value.value;
  throw new StateFailure(
    queryError(`The value of the field '${field}' must be a string, not ${value.text}.`),
  );
}
