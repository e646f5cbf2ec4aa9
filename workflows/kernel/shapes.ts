import { retryPolicy } from "./retry.ts";

/** The shapes of Amazon States Language that compiled machines are made of, and their few expressions. */
export type AslState = Readonly<Record<string, unknown>>;

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

export const secondsUntil = (name: string): string =>
  `{% $max([1, $ceil(($toMillis($at.${name}[$states.input.arm]) - ${entered}) / 1000)]) %}`;

/** The last of a state's clocks is its end. */
export const dueOf = (name: string): string => `{% $at.${name}[-1] %}`;

export const timedOut = (next: string): AslState => ({
  ErrorEquals: ["States.Timeout"],
  Next: next,
  Output: { arm: "{% $states.input.arm + 1 %}" },
});

const placeholder = (name: MachineFunction): string => `\${${name}}`;

export const tokenTask = (
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

export const call = (
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

export const payloadOnward = {
  Assign: {
    at: "{% $states.result.Payload.at %}",
    parts: "{% $states.result.Payload.parts %}",
    outcome: "{% $states.result.Payload.outcome %}",
    visit: "{% $visit + 1 %}",
  },
  Output: fresh,
};

export const handOver = (name: string): Readonly<Record<string, AslState>> => ({
  [`${name} handOver`]: { ...call("EndCase", name, { handOver: true }), End: true },
});

/**
 * Goes the way of `$outcome`. Where an execution is spent, what is listed in `resumable` is left to the next one:
 * nothing has begun there yet, so no deadline is lost.
 */
export const route = (ways: Readonly<Record<string, string>>, resumable: ReadonlySet<string>): AslState => ({
  Type: "Choice",
  Choices: Object.entries(ways).flatMap(([way, to]) => [
    ...(resumable.has(to)
      ? [{ Condition: `{% $outcome = '${way}' and ${spent} %}`, Next: `${to} handOver` }]
      : []),
    { Condition: `{% $outcome = '${way}' %}`, Next: to },
  ]),
});
