import { compileAsk } from "./compile-ask.ts";
import { askingMany, gathering } from "./compile-several.ts";
import { compileAwait, compileInterruptibleUntil, compileUntil } from "./compile-wait.ts";
import type { Process } from "./process.ts";
import { saidIn } from "./said.ts";
import {
  type AslState,
  type AslStates,
  type Caller,
  call,
  fresh,
  handOver,
  handOverMillis,
  movesOver,
  over,
  payloadOnward,
  route,
} from "./shapes.ts";
import { isWide, type State, type Step } from "./states.ts";

export { type MachineFunction, machineFunctions } from "./shapes.ts";

/** Amazon States Language, JSONata only. */
export interface Machine {
  readonly Comment: string;
  readonly QueryLanguage: "JSONata";
  readonly StartAt: string;
  readonly States: Readonly<Record<string, AslState>>;
}

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
