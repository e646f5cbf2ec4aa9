import { movedOver, retryPolicy } from "./retry.ts";
import type { Said } from "./said.ts";

/** The shapes of Amazon States Language that compiled machines are made of, and their few expressions. */
export type AslState = Readonly<Record<string, unknown>>;

/** States of one machine, by name. */
export type AslStates = Record<string, AslState>;

/** The functions that a machine calls; each stands in the definition as `${Name}` until it is deployed. */
export const machineFunctions = ["OpenTask", "ExpireTask", "RunStep", "EndCase"] as const;
export type MachineFunction = (typeof machineFunctions)[number];

/**
 * An execution is handed over to a new one after 250 days or a thousand visits, well before the limits of the
 * service (365 days, 25 000 events).
 */
export const handOverMillis = 250 * 24 * 60 * 60 * 1000;
export const handOverVisits = 1000;

export const entered = "$toMillis($states.context.State.EnteredTime)";
export const spent = `($visit - $since > ${handOverVisits} or ${entered} >= $handOverAt)`;

/** Whoever answers a token tells the clocks of what comes next. */
export const onward = {
  at: "{% $states.result.at %}",
  outcome: "{% $states.result.outcome %}",
  visit: "{% $visit + 1 %}",
};
export const fresh = { arm: 0 };

/** Whose question it is, and by which clock. An execution of its own sees none of the case's variables: its input says it all. */
export interface Whose {
  readonly ref: string;
  readonly visit: string;
  readonly heard: string;
  /** The name of the execution that the case's road is gone by. */
  readonly execution: string;
  readonly clock: string;
}

/** A question that was given more time brings the instants of its new time along. */
export const ofCase = (state: string): Whose => ({
  ref: "{% $ref %}",
  visit: "{% $visit %}",
  heard: "{% $heard %}",
  execution: "{% $states.context.Execution.Name %}",
  clock: `($exists($states.input.clock) ? $states.input.clock : $at.${state})`,
});

export const ofOne: Whose = {
  ref: "{% $states.input.ref %}",
  visit: "{% $states.input.visit %}",
  heard: "{% $states.input.heard %}",
  execution: "{% $states.input.execution %}",
  clock: "$states.input.clock",
};

export const secondsUntil = ({ clock }: Whose): string =>
  `{% $max([1, $ceil(($toMillis(${clock}[$states.input.arm]) - ${entered}) / 1000)]) %}`;

/** The last of a state's clocks is its end. */
export const dueOf = ({ clock }: Whose): string => `{% ${clock}[-1] %}`;

export const hasArmsLeft = ({ clock }: Whose): string => `{% $states.input.arm < $count(${clock}) %}`;

export const timedOut = (next: string): AslState => ({
  ErrorEquals: ["States.Timeout"],
  Next: next,
  Output: "{% $merge([$states.input, {'arm': $states.input.arm + 1}]) %}",
});

/** What ExpireTask says of a question whose deadline was moved: it is armed anew, in the same visit, by a new clock. */
export const extended = "extended";
const isExtended = `$states.result.Payload.outcome = '${extended}'`;
const armedAnew = "{'arm': $states.result.Payload.arm, 'clock': $states.result.Payload.clock}";

/** After ExpireTask: the road goes on, or the same question does. */
export const expiredOnward = {
  Assign: {
    at: "{% $states.result.Payload.at %}",
    parts: "{% $states.result.Payload.parts %}",
    outcome: "{% $states.result.Payload.outcome %}",
    visit: `{% ${isExtended} ? $visit : $visit + 1 %}`,
  },
  Output: `{% ${isExtended} ? ${armedAnew} : {'arm': 0} %}`,
};

/** The same for one of several who are asked at once. */
export const partExpired = `{% ${isExtended} ? $merge([$states.input, ${armedAnew}]) : {'outcome': $states.result.Payload.outcome} %}`;

/** The road goes on in another execution. */
const goneOver = "moved over";
export const movesOver: AslState = { ErrorEquals: [movedOver], Next: goneOver };
export const over = { [goneOver]: { Type: "Succeed" } };

const placeholder = (name: MachineFunction): string => `\${${name}}`;

/** Which state of the process calls, and what its machine says of itself there. */
export interface Caller {
  readonly state: string;
  readonly machine: Said;
}

export const tokenTask = (
  { state, machine }: Caller,
  seconds: string | number,
  more: Readonly<Record<string, unknown>> = {},
  { ref, visit, heard, execution }: Whose = ofCase(state),
): AslState => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: {
    FunctionName: placeholder("OpenTask"),
    Payload: {
      ref,
      state,
      visit,
      heard,
      arm: "{% $states.input.arm %}",
      ...more,
      token: "{% $states.context.Task.Token %}",
      machine: { ...machine, execution },
    },
  },
  TimeoutSeconds: seconds,
  Retry: retryPolicy,
});

export const call = (
  name: MachineFunction,
  { state, machine }: Caller,
  more: Readonly<Record<string, unknown>> = {},
  { ref, visit, heard, execution }: Whose = ofCase(state),
): AslState => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: {
    FunctionName: placeholder(name),
    Payload: { ref, state, visit, heard, ...more, machine: { ...machine, execution } },
  },
  Retry: retryPolicy,
});

export const payloadOnward = {
  Assign: {
    at: "{% $states.result.Payload.at %}",
    parts: "{% $states.result.Payload.parts %}",
    outcome: "{% $states.result.Payload.outcome %}",
    visit: "{% $visit + 1 %}",
  },
  Output: fresh,
};

export const handOver = (caller: Caller): Readonly<Record<string, AslState>> => ({
  [`${caller.state} handOver`]: { ...call("EndCase", caller, { handOver: true }), End: true },
});

/**
 * Goes the way of `$outcome`. Where an execution is spent, what is listed in `resumable` is left to the next one:
 * nothing has begun there yet, so no deadline is lost. `question`: the one that is asked on when it was given more time.
 */
export const route = (
  ways: Readonly<Record<string, string>>,
  resumable: ReadonlySet<string>,
  question?: string,
): AslState => ({
  Type: "Choice",
  Choices: [
    ...(question === undefined ? [] : [{ Condition: `{% $outcome = '${extended}' %}`, Next: question }]),
    ...waysBy(ways, resumable),
  ],
});

const waysBy = (ways: Readonly<Record<string, string>>, resumable: ReadonlySet<string>): AslState[] =>
  Object.entries(ways).flatMap(([way, to]) => [
    ...(resumable.has(to)
      ? [{ Condition: `{% $outcome = '${way}' and ${spent} %}`, Next: `${to} handOver` }]
      : []),
    { Condition: `{% $outcome = '${way}' %}`, Next: to },
  ]);
