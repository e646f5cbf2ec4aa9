import {
  type AslState,
  type AslStates,
  type Caller,
  call,
  dueOf,
  entered,
  fresh,
  handOver,
  handOverVisits,
  movesOver,
  ofCase,
  onward,
  payloadOnward,
  route,
  spent,
  timedOut,
  tokenTask,
} from "./shapes.ts";
import type { Await, Until } from "./states.ts";

/** A wait for a signal hands over by itself, so no choice after it needs to. */
const none: ReadonlySet<string> = new Set();

export function compileAwait(caller: Caller, state: Await<string>, broken: readonly AslState[]): AslStates {
  const { state: name } = caller;
  const limit = state.instant ? `$min([$handOverAt, $toMillis($at.${name}[0])])` : "$handOverAt";
  const only = new Set(Object.values(state.on)).size === 1 ? Object.values(state.on)[0] : undefined;
  const late = state.instant
    ? {
        [`${name} expired`]: {
          ...call("ExpireTask", caller),
          ...payloadOnward,
          Catch: [movesOver],
          Next: `${name} outcome`,
        },
      }
    : {};
  return {
    [name]: {
      ...tokenTask(
        caller,
        `{% $visit - $since > ${handOverVisits} ? 1 : $max([1, $ceil((${limit} - ${entered}) / 1000)]) %}`,
        state.instant ? { due: dueOf(ofCase(name)) } : {},
      ),
      Assign: onward,
      Output: fresh,
      Catch: [timedOut(`${name} late`), ...broken, movesOver],
      Next: only ?? `${name} outcome`,
    },
    [`${name} late`]: {
      Type: "Choice",
      Choices: [{ Condition: `{% ${spent} %}`, Next: `${name} handOver` }],
      Default: state.instant ? `${name} expired` : name,
    },
    ...late,
    ...handOver(caller),
    ...(only && !state.instant ? {} : { [`${name} outcome`]: route(state.on, none) }),
  };
}

export function compileInterruptibleUntil(
  caller: Caller,
  state: Until<string>,
  broken: readonly AslState[],
): AslStates {
  const { state: name } = caller;
  const limit = `$min([$handOverAt, $toMillis($at.${name}[0])])`;
  return {
    [name]: {
      ...tokenTask(caller, `{% $max([1, $ceil((${limit} - ${entered}) / 1000)]) %}`, {
        due: dueOf(ofCase(name)),
      }),
      Assign: onward,
      Output: fresh,
      Catch: [timedOut(`${name} late`), ...broken, movesOver],
      Next: state.next,
    },
    [`${name} late`]: {
      Type: "Choice",
      Choices: [{ Condition: `{% ${entered} < $toMillis($at.${name}[0]) %}`, Next: `${name} handOver` }],
      Default: state.next,
      Assign: { visit: "{% $visit + 1 %}" },
      Output: fresh,
    },
    ...handOver(caller),
  };
}

export const compileUntil = (name: string, state: Until<string>): AslStates => ({
  [name]: {
    Type: "Wait",
    Timestamp: `{% $at.${name}[0] %}`,
    Assign: { visit: "{% $visit + 1 %}" },
    Output: fresh,
    Next: state.next,
  },
});
