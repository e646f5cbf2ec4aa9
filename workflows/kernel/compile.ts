import type { All, Ask, Await, Each, Process, State, Step, Until } from "./process.ts";
import { retryPolicy } from "./retry.ts";

/** Amazon States Language, JSONata only. */
export interface Machine {
  readonly Comment: string;
  readonly QueryLanguage: "JSONata";
  readonly StartAt: string;
  readonly States: Readonly<Record<string, AslState>>;
}

type AslState = Readonly<Record<string, unknown>>;
type AslStates = Record<string, AslState>;

/** The functions that a machine calls; each stands in the definition as `${Name}` until it is deployed. */
export const machineFunctions = ["OpenTask", "ExpireTask", "RunStep", "EndCase"] as const;
export type MachineFunction = (typeof machineFunctions)[number];

/**
 * An execution is handed over to a new one after 250 days or a thousand visits, well before the limits of the
 * service (365 days, 25 000 events).
 */
const handOverMillis = 250 * 24 * 60 * 60 * 1000;
const handOverVisits = 1000;

const entered = "$toMillis($states.context.State.EnteredTime)";
const spent = `($visit - $since > ${handOverVisits} or ${entered} >= $handOverAt)`;
const onward = {
  at: "{% $states.result.at %}",
  outcome: "{% $states.result.outcome %}",
  visit: "{% $visit + 1 %}",
};
const fresh = { arm: 0 };

/** The state machine of a process. Its input: `{ ref, from, visit, at, parts }`, identifiers and instants only. */
export function compile(process: Process<string>): Machine {
  const states: AslStates = { begin: begin(process) };
  for (const [name, state] of Object.entries<State<string>>(process.states)) {
    Object.assign(states, compileState(name, state, catches(process, name)));
  }
  return {
    Comment: `${process.id}: made from process.ts`,
    QueryLanguage: "JSONata",
    StartAt: "begin",
    States: states,
  };
}

/** A new execution begins at the start, or where the one before it handed over. */
function begin(process: Process<string>): AslState {
  const Assign = {
    ref: "{% $states.input.ref %}",
    visit: "{% $states.input.visit %}",
    since: "{% $states.input.visit %}",
    at: "{% $states.input.at %}",
    parts: "{% $states.input.parts %}",
    outcome: "begun",
    handOverAt: `{% $toMillis($states.context.Execution.StartTime) + ${handOverMillis} %}`,
  };
  const resumable = Object.entries<State<string>>(process.states)
    .filter(([, state]) => state.kind === "await" || (state.kind === "until" && isCovered(process, state)))
    .map(([name]) => name);
  return {
    Type: "Choice",
    Choices: [process.start, ...resumable.filter((name) => name !== process.start)].map((name) => ({
      Condition: `{% $states.input.from = '${name}' %}`,
      Next: name,
      Assign,
      Output: fresh,
    })),
  };
}

const isCovered = (process: Process<string>, state: State<string>): boolean =>
  Object.values(process.interruptions).some((interruption) =>
    interruption.during.some((name) => process.states[name] === state),
  );

/** What breaks a state off: each interruption that the process allows there, as a named error. */
function catches(process: Process<string>, name: string): AslState[] {
  return Object.entries(process.interruptions)
    .filter(([, interruption]) => interruption.during.includes(name))
    .map(([error, interruption]) => ({
      ErrorEquals: [error],
      Next: interruption.to,
      Assign: { outcome: error, visit: "{% $visit + 1 %}" },
      Output: fresh,
    }));
}

function compileState(name: string, state: State<string>, broken: readonly AslState[]): AslStates {
  switch (state.kind) {
    case "ask":
      return compileAsk(name, state, broken);
    case "each":
    case "all":
      return { [name]: gathering(name, state, broken) };
    case "await":
      return compileAwait(name, state, broken);
    case "until":
      return broken.length > 0 ? compileInterruptibleUntil(name, state, broken) : compileUntil(name, state);
    case "step":
      return compileStep(name, state);
    case "end":
      return { [name]: { ...call("EndCase", name, { status: state.status }), End: true } };
  }
}

/** A human task: one state that times out at the next reminder and goes back into itself until time is up. */
function compileAsk(name: string, state: Ask<string>, broken: readonly AslState[]): AslStates {
  const answered = Object.entries(state.on).filter(([way]) => way !== "expired");
  const only = new Set(answered.map(([, to]) => to)).size === 1 ? answered[0]?.[1] : undefined;
  return {
    [name]: {
      ...tokenTask(name, secondsUntil(name), { due: dueOf(name) }),
      Assign: onward,
      Output: fresh,
      Catch: [timedOut(`${name} late`), ...broken],
      Next: only ?? `${name} outcome`,
    },
    [`${name} late`]: {
      Type: "Choice",
      Choices: [{ Condition: `{% $states.input.arm < $count($at.${name}) %}`, Next: name }],
      Default: `${name} expired`,
    },
    [`${name} expired`]: { ...call("ExpireTask", name), ...payloadOnward, Next: `${name} outcome` },
    [`${name} outcome`]: route(state.on),
  };
}

function compileAwait(name: string, state: Await<string>, broken: readonly AslState[]): AslStates {
  const limit = state.instant ? `$min([$handOverAt, $toMillis($at.${name}[0])])` : "$handOverAt";
  const only = new Set(Object.values(state.on)).size === 1 ? Object.values(state.on)[0] : undefined;
  const late = state.instant
    ? { [`${name} expired`]: { ...call("ExpireTask", name), ...payloadOnward, Next: `${name} outcome` } }
    : {};
  return {
    [name]: {
      ...tokenTask(
        name,
        `{% $visit - $since > ${handOverVisits} ? 1 : $max([1, $ceil((${limit} - ${entered}) / 1000)]) %}`,
        state.instant ? { due: dueOf(name) } : {},
      ),
      Assign: onward,
      Output: fresh,
      Catch: [timedOut(`${name} late`), ...broken],
      Next: only ?? `${name} outcome`,
    },
    [`${name} late`]: {
      Type: "Choice",
      Choices: [{ Condition: `{% ${spent} %}`, Next: `${name} handOver` }],
      Default: state.instant ? `${name} expired` : name,
    },
    ...late,
    ...handOver(name),
    ...(only && !state.instant ? {} : { [`${name} outcome`]: route(state.on) }),
  };
}

function compileInterruptibleUntil(
  name: string,
  state: Until<string>,
  broken: readonly AslState[],
): AslStates {
  const limit = `$min([$handOverAt, $toMillis($at.${name}[0])])`;
  return {
    [name]: {
      ...tokenTask(name, `{% $max([1, $ceil((${limit} - ${entered}) / 1000)]) %}`, { due: dueOf(name) }),
      Assign: onward,
      Output: fresh,
      Catch: [timedOut(`${name} late`), ...broken],
      Next: state.next,
    },
    [`${name} late`]: {
      Type: "Choice",
      Choices: [{ Condition: `{% ${entered} < $toMillis($at.${name}[0]) %}`, Next: `${name} handOver` }],
      Default: state.next,
      Assign: { visit: "{% $visit + 1 %}" },
      Output: fresh,
    },
    ...handOver(name),
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

function compileStep(name: string, state: Step<string>): AslStates {
  const targets = new Set(Object.values(state.on));
  const only = targets.size === 1 ? Object.values(state.on)[0] : undefined;
  return {
    [name]: { ...call("RunStep", name), ...payloadOnward, Next: only ?? `${name} outcome` },
    ...(only ? {} : { [`${name} outcome`]: route(state.on) }),
  };
}

/** Several people at once. A part that nobody answers ends as `expired`; the step that follows weighs them all. */
function gathering(name: string, state: Each<string> | All<string>, broken: readonly AslState[]): AslState {
  const after = {
    Assign: { visit: "{% $visit + 1 %}" },
    Output: fresh,
    ...(broken.length > 0 ? { Catch: broken } : {}),
    Next: state.next,
  };
  if (state.kind === "each") {
    return {
      Type: "Map",
      Items: "{% $parts %}",
      ItemSelector: { part: "{% $states.context.Map.Item.Value %}", arm: 0 },
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        ...onePart(name, "{% $states.input.part %}", `${name} each`),
      },
      ...after,
    };
  }
  return {
    Type: "Parallel",
    Branches: Object.keys(state.parts).map((part) => onePart(name, part, `${name} ${part}`)),
    ...after,
  };
}

function onePart(state: string, part: string, name: string) {
  return {
    StartAt: name,
    States: {
      [name]: {
        ...tokenTask(state, secondsUntil(state), { part, due: dueOf(state) }),
        Output: { outcome: "{% $states.result.outcome %}" },
        Catch: [
          {
            ErrorEquals: ["States.Timeout"],
            Next: `${name} late`,
            Output: { part, arm: "{% $states.input.arm + 1 %}" },
          },
        ],
        End: true,
      },
      [`${name} late`]: {
        Type: "Choice",
        Choices: [{ Condition: `{% $states.input.arm < $count($at.${state}) %}`, Next: name }],
        Default: `${name} expired`,
      },
      [`${name} expired`]: {
        ...call("ExpireTask", state, { part }),
        Output: { outcome: "{% $states.result.Payload.outcome %}" },
        End: true,
      },
    },
  };
}

const secondsUntil = (name: string): string =>
  `{% $max([1, $ceil(($toMillis($at.${name}[$states.input.arm]) - ${entered}) / 1000)]) %}`;

/** The last of a state's clocks is its end. */
const dueOf = (name: string): string => `{% $at.${name}[-1] %}`;

const timedOut = (next: string): AslState => ({
  ErrorEquals: ["States.Timeout"],
  Next: next,
  Output: { arm: "{% $states.input.arm + 1 %}" },
});

const placeholder = (name: MachineFunction): string => `\${${name}}`;

const tokenTask = (
  state: string,
  seconds: string,
  more: Readonly<Record<string, unknown>> = {},
): AslState => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: {
    FunctionName: placeholder("OpenTask"),
    Payload: {
      ref: "{% $ref %}",
      state,
      visit: "{% $visit %}",
      arm: "{% $states.input.arm %}",
      ...more,
      token: "{% $states.context.Task.Token %}",
    },
  },
  TimeoutSeconds: seconds,
  Retry: retryPolicy,
});

const call = (
  name: MachineFunction,
  state: string,
  more: Readonly<Record<string, unknown>> = {},
): AslState => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: {
    FunctionName: placeholder(name),
    Payload: { ref: "{% $ref %}", state, visit: "{% $visit %}", ...more },
  },
  Retry: retryPolicy,
});

const payloadOnward = {
  Assign: {
    at: "{% $states.result.Payload.at %}",
    parts: "{% $states.result.Payload.parts %}",
    outcome: "{% $states.result.Payload.outcome %}",
    visit: "{% $visit + 1 %}",
  },
  Output: fresh,
};

const handOver = (name: string): AslStates => ({
  [`${name} handOver`]: { ...call("EndCase", name, { handOver: true }), End: true },
});

const route = (ways: Readonly<Record<string, string>>): AslState => ({
  Type: "Choice",
  Choices: Object.entries(ways).map(([way, to]) => ({ Condition: `{% $outcome = '${way}' %}`, Next: to })),
});
