import { longestSeconds } from "../definition/limits.ts";
import type { WaitState } from "../definition/machine.ts";
import { parseInstant } from "../definition/timestamp.ts";
import { StateEnvironment } from "../environment.ts";
import type { Frame } from "../execution.ts";
import type { Json } from "../json.ts";
import type { Runtime } from "../runtime.ts";
import { queryError, StateFailure } from "../state-error.ts";
import { evaluateLeaving, goOn, type Later, wholeNumber } from "./evaluation.ts";
import { leave } from "./transition.ts";

/** Waits; a state whose instant has come already goes on at once. */
export function beginWait(runtime: Runtime, frame: Frame, state: WaitState): Later<void> {
  const value = state.until.value.evaluate(new StateEnvironment(frame));
  return goOn(frame, value, (known) => {
    const due = dueOf(state, known, runtime.now());
    if (due <= runtime.now()) return endWait(runtime, frame, state);
    const timer = runtime.timers.start(due, { kind: "wait", frame });
    runtime.setPhase(frame, { kind: "waiting", timer });
  });
}

function dueOf(state: WaitState, value: Json, now: number): number {
  if (state.until.kind === "seconds")
    return now + (wholeNumber(value, "Seconds", 0, longestSeconds) ?? 0) * 1000;
  const instant = parseInstant(value.value);
  if (instant !== undefined) return instant;
  throw new StateFailure(queryError(`The value of the field 'Timestamp' is no instant: ${value.text}.`));
}

export function endWait(runtime: Runtime, frame: Frame, state: WaitState): Later<void> {
  return goOn(frame, evaluateLeaving(frame, state, frame.input), (left) =>
    leave(runtime, frame, left, state.next),
  );
}
