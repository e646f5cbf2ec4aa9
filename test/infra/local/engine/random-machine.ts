import fc from "fast-check";
import { machine } from "./stage.ts";

/** A road in steps; each writes its name into the trace that is handed on. */
export type Step =
  | { readonly kind: "pass" }
  /** Keeps the trace in a variable while time passes, and takes it back out. */
  | { readonly kind: "remember"; readonly seconds: number }
  /** A function that fails so many times before it succeeds. */
  | { readonly kind: "call"; readonly failures: number }
  /** A function that refuses, and is caught. */
  | { readonly kind: "refused" }
  /** A question to a person, who answers or does not. */
  | { readonly kind: "ask"; readonly answered: boolean }
  | { readonly kind: "choice"; readonly even: readonly Step[]; readonly odd: readonly Step[] }
  | { readonly kind: "parallel"; readonly branches: readonly (readonly Step[])[] }
  | { readonly kind: "map"; readonly items: number; readonly most: number; readonly steps: readonly Step[] };

const { road } = fc.letrec<{ road: readonly Step[]; step: Step }>((tie) => ({
  road: fc.array(tie("step"), { minLength: 1, maxLength: 3, depthIdentifier: "road" }),
  step: fc.oneof(
    { maxDepth: 2, depthIdentifier: "road" },
    fc.constant<Step>({ kind: "pass" }),
    fc.record({ kind: fc.constant("remember" as const), seconds: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ kind: fc.constant("call" as const), failures: fc.integer({ min: 0, max: 2 }) }),
    fc.constant<Step>({ kind: "refused" }),
    fc.record({ kind: fc.constant("ask" as const), answered: fc.boolean() }),
    fc.record({ kind: fc.constant("choice" as const), even: tie("road"), odd: tie("road") }),
    fc.record({
      kind: fc.constant("parallel" as const),
      branches: fc.array(tie("road"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("map" as const),
      items: fc.integer({ min: 0, max: 3 }),
      most: fc.integer({ min: 0, max: 2 }),
      steps: tie("road"),
    }),
  ),
}));

/** Roads with up to three steps at each level, and levels in levels. */
export const randomRoad: fc.Arbitrary<readonly Step[]> = road;

/** The machine of a road, in JSONata. State names tell the place: `0.1.call`. */
export const machineOf = (steps: readonly Step[]): Record<string, unknown> =>
  machine({ ...scopeOf(steps, "") });

/** What the road is known to write, worked out without the engine. */
export const traceOf = (steps: readonly Step[], before = "", place = ""): string =>
  steps.reduce((trace, step, index) => trace + written(step, trace, `${place}${index}`), before);

function written(step: Step, trace: string, place: string): string {
  switch (step.kind) {
    case "refused":
      return `>${place}caught`;
    case "ask":
      return step.answered ? `>${place}answered` : `>${place}late`;
    case "choice": {
      const isEven = trace.length % 2 === 0;
      const taken = traceOf(isEven ? step.even : step.odd, trace, `${place}${isEven ? "e" : "o"}`);
      return taken.slice(trace.length);
    }
    case "parallel":
      return `(${step.branches.map((branch, index) => traceOf(branch, trace, `${place}${"abc"[index]}`)).join("|")})`;
    case "map": {
      const inner = (_: unknown, index: number) => traceOf(step.steps, `${trace}${index}`, `${place}m`);
      return `[${Array.from({ length: step.items }, inner).join(",")}]`;
    }
    default:
      return `>${place}${step.kind}`;
  }
}

type States = Record<string, Record<string, unknown>>;

function scopeOf(steps: readonly Step[], place: string) {
  return { StartAt: `${place}0`, States: statesOf(steps, place, { End: true }) };
}

function statesOf(steps: readonly Step[], place: string, onward: Record<string, unknown>): States {
  const states: States = {};
  for (const [index, step] of steps.entries()) {
    const next = index === steps.length - 1 ? onward : { Next: `${place}${index + 1}` };
    Object.assign(states, stateOf(step, `${place}${index}`, next));
  }
  return states;
}

const add = (text: string) => ({ trace: `{% $states.input.trace & '${text}' %}` });

function stateOf(step: Step, name: string, next: Record<string, unknown>): States {
  switch (step.kind) {
    case "pass":
      return { [name]: { Type: "Pass", Output: add(`>${name}pass`), ...next } };
    case "remember": {
      const kept = `kept${name}`;
      const Assign = { [kept]: add(`>${name}remember`).trace };
      return {
        [name]: { Type: "Pass", Assign, Output: {}, Next: `${name}w` },
        [`${name}w`]: { Type: "Wait", Seconds: step.seconds, Next: `${name}r` },
        [`${name}r`]: { Type: "Pass", Output: { trace: `{% $${kept} %}` }, ...next },
      };
    }
    case "call":
      return {
        [name]: {
          ...task("Fail", { ...add(`>${name}call`), failures: step.failures, attempt: retryCount }),
          Output: "{% $states.result.Payload %}",
          Retry: [{ ErrorEquals: ["again"], IntervalSeconds: 1, MaxAttempts: 3 }],
          ...next,
        },
      };
    case "refused":
      return {
        [name]: {
          ...task("Refuse", {}),
          Catch: [{ ErrorEquals: ["refused"], Next: `${name}c`, Output: add(`>${name}caught`) }],
          Next: `${name}c`,
        },
        [`${name}c`]: { Type: "Pass", ...next },
      };
    case "ask":
      return {
        [name]: {
          ...task("Desk", {
            token: "{% $states.context.Task.Token %}",
            question: step.answered ? "yes" : "no",
          }),
          Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
          TimeoutSeconds: 60,
          Output: add(`>${name}answered`),
          Catch: [{ ErrorEquals: ["States.Timeout"], Next: `${name}c`, Output: add(`>${name}late`) }],
          Next: `${name}c`,
        },
        [`${name}c`]: { Type: "Pass", ...next },
      };
    case "choice":
      return {
        [name]: {
          Type: "Choice",
          Choices: [{ Condition: "{% $length($states.input.trace) % 2 = 0 %}", Next: `${name}e0` }],
          Default: `${name}o0`,
        },
        ...statesOf(step.even, `${name}e`, next),
        ...statesOf(step.odd, `${name}o`, next),
      };
    case "parallel":
      return {
        [name]: {
          Type: "Parallel",
          Branches: step.branches.map((branch, index) => scopeOf(branch, `${name}${"abc"[index]}`)),
          Output: joined("(", "|", ")"),
          ...next,
        },
      };
    case "map":
      return {
        [name]: {
          Type: "Map",
          Items: Array.from({ length: step.items }, (_, index) => index),
          ItemSelector: {
            trace: "{% $states.input.trace & $string($states.context.Map.Item.Index) %}",
          },
          MaxConcurrency: step.most,
          ItemProcessor: scopeOf(step.steps, `${name}m`),
          Output: joined("[", ",", "]"),
          ...next,
        },
      };
  }
}

const retryCount = "{% $states.context.State.RetryCount %}";

const joined = (open: string, between: string, close: string) => ({
  trace: `{% $states.input.trace & '${open}' & $join([$states.result.trace], '${between}') & '${close}' %}`,
});

const task = (name: string, payload: unknown) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: name, Payload: payload },
});
