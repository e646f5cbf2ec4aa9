import { longestSeconds } from "../definition/limits.ts";
import type { MapState, ParallelState, Scope } from "../definition/machine.ts";
import { StateEnvironment } from "../environment.ts";
import { type Frame, type Gathering, newFrame } from "../execution.ts";
import { recordIn } from "../history.ts";
import { Json } from "../json.ts";
import type { Runtime } from "../runtime.ts";
import { queryError, StateFailure, tooLarge } from "../state-error.ts";
import { evaluateAll, evaluateLeaving, goOn, type Later, wholeNumber } from "./evaluation.ts";
import { enter, leave, recordItem } from "./transition.ts";

/**
 * How many items of an inline Map the service has on their way at once, whatever MaxConcurrency says.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
const inlineLimit = 40;
/** And of a distributed one. Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
const distributedLimit = 10_000;

export function beginParallel(runtime: Runtime, frame: Frame, state: ParallelState): Later<void> {
  const [work = frame.input] = [state.arguments?.evaluate(new StateEnvironment(frame))];
  return goOn(frame, work, (input) => {
    if (input.isTooLarge) throw new StateFailure(tooLarge("input of the branches"));
    recordIn(frame, runtime.now(), "ParallelStateStarted");
    const size = state.branches.length;
    const gathering: Gathering = { items: undefined, size, limit: size, children: [], running: 0 };
    runtime.setPhase(frame, { kind: "gathering", gathering });
    for (const branch of state.branches) launch(runtime, frame, gathering, branch, input);
  });
}

export function beginMap(runtime: Runtime, frame: Frame, state: MapState): Later<void> {
  const values = evaluateAll([state.items, state.maxConcurrency], new StateEnvironment(frame));
  return goOn(frame, values, ([items = frame.input, most]) => {
    if (!Array.isArray(items.value))
      throw new StateFailure(queryError("The items of a Map must be an array."));
    const highest = state.isDistributed ? distributedLimit : inlineLimit;
    const limit = Math.min(wholeNumber(most, "MaxConcurrency", 0, longestSeconds) || highest, highest);
    const size = items.value.length;
    recordIn(frame, runtime.now(), "MapStateStarted", { length: size });
    runtime.setPhase(frame, {
      kind: "gathering",
      gathering: { items, size, limit, children: [], running: 0 },
    });
  });
}

/** Begins more items while there is room; leaves the state when all are done. */
export function continueGathering(
  runtime: Runtime,
  frame: Frame,
  state: ParallelState | MapState,
  gathering: Gathering,
): Later<void> {
  while (
    state.type === "Map" &&
    gathering.running < gathering.limit &&
    gathering.children.length < gathering.size
  ) {
    const input = itemInput(frame, state, gathering);
    if (input instanceof Promise) {
      return goOn(frame, input, (known) => {
        launch(runtime, frame, gathering, state.processor, known);
        return continueGathering(runtime, frame, state, gathering);
      });
    }
    launch(runtime, frame, gathering, state.processor, input);
  }
  if (gathering.running > 0 || gathering.children.length < gathering.size) return;
  const outputs = gathering.children.flatMap(({ phase }) => (phase.kind === "done" ? [phase.output] : []));
  return complete(runtime, frame, state, gathering, outputs);
}

function itemInput(frame: Frame, state: MapState, gathering: Gathering): Later<Json> {
  const items = gathering.items?.value;
  const index = gathering.children.length;
  const value: unknown = Array.isArray(items) ? items[index] : undefined;
  return state.itemSelector === undefined
    ? Json.ofPlain(value)
    : state.itemSelector.evaluate(new StateEnvironment(frame, { item: { index, value } }));
}

function launch(runtime: Runtime, parent: Frame, gathering: Gathering, scope: Scope, input: Json): void {
  const child = newFrame(parent.execution, scope, input, parent, gathering.children.length);
  child.lastEvent = parent.lastEvent;
  gathering.children.push(child);
  gathering.running += 1;
  recordItem(runtime, child, "MapIterationStarted");
  enter(runtime, child, scope.startAt, input);
}

function complete(
  runtime: Runtime,
  frame: Frame,
  state: ParallelState | MapState,
  gathering: Gathering,
  outputs: readonly Json[],
): Later<void> {
  const result = Json.array(outputs);
  if (result.isTooLarge) throw new StateFailure(tooLarge("result of the branches"));
  return goOn(frame, evaluateLeaving(frame, state, result, { result }), (left) => {
    frame.lastEvent = Math.max(frame.lastEvent, ...gathering.children.map((child) => child.lastEvent));
    recordIn(frame, runtime.now(), `${state.type}StateSucceeded`);
    runtime.removeAll(gathering.children);
    leave(runtime, frame, left, state.next);
  });
}
