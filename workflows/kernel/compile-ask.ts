import {
  type AslState,
  type AslStates,
  type Caller,
  call,
  dueOf,
  expiredOnward,
  fresh,
  hasArmsLeft,
  movesOver,
  ofCase,
  onward,
  route,
  secondsUntil,
  timedOut,
  tokenTask,
} from "./shapes.ts";
import type { Ask, Asking } from "./states.ts";

/** The task says whether its deadline may be moved: machines that began before there was such a thing cannot go on anew. */
export const movable = ({ isFixed }: Pick<Asking, "isFixed">) => (isFixed ? {} : { movable: true });

/** A human task: one state that times out at the next reminder and goes back into itself until time is up. */
export function compileAsk(
  caller: Caller,
  state: Ask<string>,
  broken: readonly AslState[],
  resumable: ReadonlySet<string>,
): AslStates {
  const { state: name } = caller;
  const answered = Object.entries(state.on).filter(([way]) => way !== "expired");
  const only = new Set(answered.map(([, to]) => to)).size === 1 ? answered[0]?.[1] : undefined;
  return {
    [name]: {
      ...tokenTask(caller, secondsUntil(ofCase(name)), { due: dueOf(ofCase(name)), ...movable(state) }),
      Assign: onward,
      Output: fresh,
      Catch: [timedOut(`${name} late`), ...broken, movesOver],
      Next: only ?? `${name} outcome`,
    },
    [`${name} late`]: {
      Type: "Choice",
      Choices: [{ Condition: hasArmsLeft(ofCase(name)), Next: name }],
      Default: `${name} expired`,
    },
    [`${name} expired`]: {
      ...call("ExpireTask", caller),
      ...expiredOnward,
      Catch: [movesOver],
      Next: `${name} outcome`,
    },
    [`${name} outcome`]: route(state.on, resumable, name),
  };
}
