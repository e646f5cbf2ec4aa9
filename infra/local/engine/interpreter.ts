import type { Frame, TimerSubject } from "./execution.ts";
import { historyLimit } from "./history.ts";
import type { Runtime } from "./runtime.ts";
import { heartbeatTimeout, timeout } from "./state-error.ts";
import { beginChoice } from "./states/choice.ts";
import type { Later } from "./states/evaluation.ts";
import { beginMap, beginParallel, continueGathering } from "./states/gather.ts";
import { beginFail, beginPass, beginSucceed } from "./states/plain.ts";
import { answerTask, beginTask, completeTask } from "./states/task.ts";
import { errorOfState, fail, failScope, tryAgain } from "./states/transition.ts";
import { beginWait, endWait } from "./states/wait.ts";

/** Room that is left in a full history for its last events. */
const historyReserve = 50;

/** One move of a frame that can go on: a state is begun, or left with its answer. */
export async function advance(runtime: Runtime, frame: Frame): Promise<void> {
  if (frame.phase.kind === "gone") return;
  if (frame.execution.events > historyLimit - historyReserve) {
    let root = frame;
    while (root.parent !== undefined) root = root.parent;
    const cause = `The execution reached the maximum number of history events (${historyLimit}).`;
    return failScope(runtime, root, { error: "States.Runtime", cause });
  }
  try {
    await move(runtime, frame);
  } catch (thrown) {
    if (isGone(frame)) return;
    await failState(runtime, frame, thrown);
  }
}

/** Asked anew after a pause, in which anything may have happened. */
const isGone = (frame: Frame): boolean => frame.phase.kind === "gone";

async function failState(runtime: Runtime, frame: Frame, thrown: unknown): Promise<void> {
  // A state fails as one: what its branches or items still do is void.
  if (frame.phase.kind === "gathering") runtime.removeAll(frame.phase.gathering.children);
  const wasCaught = frame.phase.kind === "answered" && frame.phase.outcome.kind === "error";
  const error = errorOfState(runtime, frame, thrown);
  // An error in a catcher itself is not caught again by the same state.
  if (wasCaught) {
    failScope(runtime, frame, error);
    return;
  }
  try {
    await fail(runtime, frame, error);
  } catch (again) {
    if (!isGone(frame)) failScope(runtime, frame, errorOfState(runtime, frame, again));
  }
}

function move(runtime: Runtime, frame: Frame): Later<void> {
  const { phase, state } = frame;
  switch (phase.kind) {
    case "entered":
      return begin(runtime, frame);
    case "answered":
      if (phase.outcome.kind === "error") return fail(runtime, frame, phase.outcome.error);
      if (state.type === "Task") return completeTask(runtime, frame, state, phase.outcome.result);
      if (state.type === "Wait") return endWait(runtime, frame, state);
      return undefined;
    case "gathering":
      if (state.type === "Map" || state.type === "Parallel") {
        return continueGathering(runtime, frame, state, phase.gathering);
      }
      return undefined;
    default:
      return undefined;
  }
}

function begin(runtime: Runtime, frame: Frame): Later<void> {
  const { state } = frame;
  switch (state.type) {
    case "Task":
      return beginTask(runtime, frame, state);
    case "Pass":
      return beginPass(runtime, frame, state);
    case "Choice":
      return beginChoice(runtime, frame, state);
    case "Wait":
      return beginWait(runtime, frame, state);
    case "Succeed":
      return beginSucceed(runtime, frame, state);
    case "Fail":
      return beginFail(runtime, frame, state);
    case "Parallel":
      return beginParallel(runtime, frame, state);
    case "Map":
      return beginMap(runtime, frame, state);
  }
}

/** A timer has come due: what it means is settled at once, so that an answer that comes a moment later is late. */
export function fire(runtime: Runtime, subject: TimerSubject): void {
  switch (subject.kind) {
    case "deadline":
      runtime.finish(
        subject.execution,
        { status: "TIMED_OUT", stopped: runtime.now() },
        {
          type: "ExecutionTimedOut",
          details: { error: "States.Timeout" },
          previous: 0,
        },
      );
      break;
    case "wait":
      runtime.setPhase(subject.frame, {
        kind: "answered",
        outcome: { kind: "result", result: subject.frame.input },
      });
      break;
    case "retry":
      tryAgain(runtime, subject.frame);
      break;
    case "timeout":
      answerTask(runtime, subject.frame, timeout);
      break;
    case "heartbeat":
      answerTask(runtime, subject.frame, heartbeatTimeout);
      break;
  }
}
