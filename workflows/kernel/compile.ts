import type { Process } from "./process.ts";
import { saidIn } from "./said.ts";
import {
  type AslState,
  type Caller,
  call,
  dueOf,
  entered,
  expiredOnward,
  fresh,
  handOver,
  handOverMillis,
  handOverVisits,
  hasArmsLeft,
  movesOver,
  ofCase,
  ofOne,
  onward,
  over,
  partExpired,
  payloadOnward,
  route,
  secondsUntil,
  spent,
  timedOut,
  tokenTask,
  type Whose,
} from "./shapes.ts";
import {
  type All,
  type Ask,
  type Asking,
  type Await,
  type Each,
  isWide,
  type State,
  type Step,
  type Until,
} from "./states.ts";

export { type MachineFunction, machineFunctions } from "./shapes.ts";

/** Amazon States Language, JSONata only. */
export interface Machine {
  readonly Comment: string;
  readonly QueryLanguage: "JSONata";
  readonly StartAt: string;
  readonly States: Readonly<Record<string, AslState>>;
}

type AslStates = Record<string, AslState>;

/** The state machine of a process. Its input: `{ ref, from, visit, at, parts }`, identifiers and instants only. */
export function compile(process: Process<string>): Machine {
  const resumable = resumableBetween(process);
  const states: AslStates = { begin: begin(process, resumable), "begin again": beginAgain(process) };
  for (const [name, state] of Object.entries<State<string>>(process.states)) {
    const caller = { state: name, machine: saidIn(process, name, state) };
    Object.assign(states, compileState(caller, state, catches(process, name), resumable, process.states));
    if (resumable.has(name)) Object.assign(states, handOver(caller));
  }
  return {
    Comment: `${process.id}: made from process.ts`,
    QueryLanguage: "JSONata",
    StartAt: "begin",
    States: { ...states, ...over },
  };
}

/**
 * The questions that a spent execution leaves to the next one, because a choice leads there: what is asked again and
 * again would otherwise keep an execution until the service ends it. The people of an `each` come from the step before
 * it, so it belongs to the same execution as that step.
 */
function resumableBetween(process: Process<string>): ReadonlySet<string> {
  const isQuestion = (name: string): boolean =>
    process.states[name]?.kind === "ask" || process.states[name]?.kind === "all";
  const chosen = Object.values<State<string>>(process.states).flatMap((state) => {
    if (state.kind === "ask") return Object.values(state.on);
    return state.kind === "step" && hasChoice(state) ? Object.values(state.on) : [];
  });
  return new Set(chosen.filter(isQuestion));
}

const hasChoice = ({ on }: Step<string>): boolean => new Set(Object.values(on)).size > 1;

/** A new execution begins at the start, where the one before it handed over, or, where that one failed, anywhere. */
function begin(process: Process<string>, between: ReadonlySet<string>): AslState {
  const Assign = {
    ref: "{% $states.input.ref %}",
    visit: "{% $states.input.visit %}",
    since: "{% $states.input.visit %}",
    at: "{% $states.input.at %}",
    parts: "{% $states.input.parts %}",
    outcome: "begun",
    heard: 0,
    handOverAt: `{% $toMillis($states.context.Execution.StartTime) + ${handOverMillis} %}`,
  };
  const resumable = Object.entries<State<string>>(process.states)
    .filter(
      ([name, state]) =>
        between.has(name) ||
        name === process.givenStart ||
        state.kind === "await" ||
        (state.kind === "until" && isCovered(process, state)),
    )
    .map(([name]) => name);
  return {
    Type: "Choice",
    Choices: [process.start, ...resumable.filter((name) => name !== process.start)].map((name) => ({
      Condition: `{% $states.input.from = '${name}' %}`,
      Next: name,
      Assign,
      Output: fresh,
    })),
    Default: "begin again",
    Assign,
  };
}

/** Takes a road up again in the state in which an execution broke down. */
const beginAgain = (process: Process<string>): AslState => ({
  Type: "Choice",
  Choices: Object.keys(process.states).map((name) => ({
    Condition: `{% $states.input.from = '${name}' %}`,
    Next: name,
    Output: fresh,
  })),
});

const isCovered = (process: Process<string>, state: State<string>): boolean =>
  Object.values(process.interruptions).some((interruption) =>
    interruption.during.some((name) => process.states[name] === state),
  );

/** Whoever breaks in says the how-manieth word it is. */
const heardNow = "{% $exists($states.errorOutput.Cause) ? $number($states.errorOutput.Cause) : $heard + 1 %}";

/** What breaks a state off: each interruption that the process allows there, as a named error. */
function catches(process: Process<string>, name: string): AslState[] {
  return Object.entries(process.interruptions)
    .filter(([, interruption]) => interruption.during.includes(name))
    .map(([error, interruption]) => ({
      ErrorEquals: [error],
      Next: interruption.to,
      Assign: { outcome: error, visit: "{% $visit + 1 %}", heard: heardNow },
      Output: fresh,
    }));
}

function compileState(
  caller: Caller,
  state: State<string>,
  broken: readonly AslState[],
  resumable: ReadonlySet<string>,
  known: Readonly<Record<string, State<string>>>,
): AslStates {
  const { state: name } = caller;
  switch (state.kind) {
    case "ask":
      return compileAsk(caller, state, broken, resumable);
    case "each":
      return { [name]: isWide(state) ? askingMany(caller, state, broken) : gathering(caller, state, broken) };
    case "all":
      return { [name]: gathering(caller, state, broken) };
    case "await":
      return compileAwait(caller, state, broken);
    case "until":
      return broken.length > 0 ? compileInterruptibleUntil(caller, state, broken) : compileUntil(name, state);
    case "step":
      return compileStep(caller, state, { resumable, counts: leadsToMany(state, known) });
    case "end":
      return { [name]: { ...call("EndCase", caller, { status: state.status }), End: true } };
  }
}

/** The task says whether its deadline may be moved: machines that began before there was such a thing cannot go on anew. */
const movable = ({ isFixed }: Pick<Asking, "isFixed">) => (isFixed ? {} : { movable: true });

/** A human task: one state that times out at the next reminder and goes back into itself until time is up. */
function compileAsk(
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

/** A wait for a signal hands over by itself, so no choice after it needs to. */
const none: ReadonlySet<string> = new Set();

function compileAwait(caller: Caller, state: Await<string>, broken: readonly AslState[]): AslStates {
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

function compileInterruptibleUntil(
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

const compileUntil = (name: string, state: Until<string>): AslStates => ({
  [name]: {
    Type: "Wait",
    Timestamp: `{% $at.${name}[0] %}`,
    Assign: { visit: "{% $visit + 1 %}" },
    Output: fresh,
    Next: state.next,
  },
});

/** Whom a step names for many is counted for its machine, in which nothing grows with a call. */
const leadsToMany = ({ on }: Step<string>, known: Readonly<Record<string, State<string>>>): boolean =>
  Object.values(on).some((to) => isWide(known[to]));

function compileStep(
  caller: Caller,
  state: Step<string>,
  { resumable, counts }: { readonly resumable: ReadonlySet<string>; readonly counts: boolean },
): AslStates {
  const { state: name } = caller;
  const only = hasChoice(state) ? undefined : Object.values(state.on)[0];
  return {
    [name]: {
      ...call("RunStep", caller, counts ? { counts } : {}),
      ...payloadOnward,
      Catch: [movesOver],
      Next: only ?? `${name} outcome`,
    },
    ...(only ? {} : { [`${name} outcome`]: route(state.on, resumable) }),
  };
}

/** Several people at once. A part that nobody answers ends as `expired`; the step that follows weighs them all. */
function gathering(caller: Caller, state: Each<string> | All<string>, broken: readonly AslState[]): AslState {
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
function askingMany(caller: Caller, state: Each<string>, broken: readonly AslState[]): AslState {
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
