import { movable } from "./compile-ask.ts";
import {
  type AslState,
  type Caller,
  call,
  dueOf,
  fresh,
  handOverMillis,
  hasArmsLeft,
  movesOver,
  ofCase,
  ofOne,
  partExpired,
  secondsUntil,
  timedOut,
  tokenTask,
  type Whose,
} from "./shapes.ts";
import type { All, Asking, Each } from "./states.ts";

/** Several people at once. A part that nobody answers ends as `expired`; the step that follows weighs them all. */
export function gathering(
  caller: Caller,
  state: Each<string> | All<string>,
  broken: readonly AslState[],
): AslState {
  const { state: name } = caller;
  const after = {
    Assign: { visit: "{% $visit + 1 %}" },
    Output: fresh,
    Catch: [...broken, movesOver],
    Next: state.next,
  };
  if (state.kind === "each") {
    return {
      Type: "Map",
      Items: "{% $parts %}",
      ItemSelector: { part: "{% $states.context.Map.Item.Value %}", arm: 0 },
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        ...onePart(caller, state, { part: "{% $states.input.part %}" }, `${name} each`),
      },
      ...after,
    };
  }
  return {
    Type: "Parallel",
    Branches: Object.entries(state.parts).map(([part, asking]) =>
      onePart(caller, asking, { part }, `${name} ${part}`),
    ),
    ...after,
  };
}

/**
 * Many people at once, each by an execution of their own: `$parts` says how many. Nothing of them goes into the case's history or
 * payload, and all are asked at the same instant. What breaks in cannot fail one of them, because the Map would only tell that some
 * failed; it ends the wait beside them, and the whole state with it. When all are over an error with a name of its own ends that wait.
 */
export function askingMany(caller: Caller, state: Each<string>, broken: readonly AslState[]): AslState {
  const { state: name } = caller;
  const watch = `${name} watch`;
  return {
    Type: "Parallel",
    Branches: [
      {
        StartAt: `${name} many`,
        States: {
          [`${name} many`]: {
            Type: "Map",
            Items: "{% [1..$parts] %}",
            ItemSelector: {
              number: "{% $states.context.Map.Item.Value %}",
              arm: 0,
              ref: "{% $ref %}",
              visit: "{% $visit %}",
              heard: "{% $heard %}",
              execution: "{% $states.context.Execution.Name %}",
              clock: `{% $at.${name} %}`,
            },
            ItemProcessor: {
              ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
              ...onePart(caller, state, { number: "{% $states.input.number %}" }, `${name} each`, ofOne),
            },
            Output: {},
            Next: `${name} gathered`,
          },
          [`${name} gathered`]: { Type: "Fail", Error: gathered },
        },
      },
      { StartAt: watch, States: { [watch]: { ...tokenTask(caller, handOverMillis / 1000), End: true } } },
    ],
    Catch: [
      { ErrorEquals: [gathered], Next: state.next, Assign: { visit: "{% $visit + 1 %}" }, Output: fresh },
      ...broken,
      movesOver,
    ],
    Next: state.next,
  };
}

/** Ends the wait beside many who were asked, once all of them are over. */
const gathered = "Gathered";

/** Which of several is asked: by the name of their part, or by their number among many. */
type Which = { readonly part: string } | { readonly number: string };

function onePart(
  caller: Caller,
  asking: Asking,
  which: Which,
  name: string,
  whose: Whose = ofCase(caller.state),
) {
  return {
    StartAt: name,
    States: {
      [name]: {
        ...tokenTask(caller, secondsUntil(whose), { ...which, due: dueOf(whose), ...movable(asking) }, whose),
        Output: "number" in which ? {} : { outcome: "{% $states.result.outcome %}" },
        Catch: [timedOut(`${name} late`)],
        End: true,
      },
      [`${name} late`]: {
        Type: "Choice",
        Choices: [{ Condition: hasArmsLeft(whose), Next: name }],
        Default: `${name} expired`,
      },
      [`${name} expired`]: {
        ...call("ExpireTask", caller, which, whose),
        Output: partExpired,
        Next: `${name} over`,
      },
      [`${name} over`]: {
        Type: "Choice",
        Choices: [{ Condition: "{% $exists($states.input.clock) %}", Next: name }],
        Default: `${name} silent`,
      },
      [`${name} silent`]: { Type: "Succeed", ...("number" in which ? { Output: {} } : {}) },
    },
  };
}
