import type { Leaving } from "../definition/machine.ts";
import type { Additions } from "../environment.ts";
import { StateEnvironment } from "../environment.ts";
import type { Frame } from "../execution.ts";
import type { Environment } from "../expressions/environment.ts";
import type { Template } from "../expressions/template.ts";
import { Json } from "../json.ts";
import { queryError, StateFailure, tooLarge } from "../state-error.ts";

/** A value that may need jsonata, and then comes later. */
export type Later<Value> = Value | Promise<Value>;

/**
 * Goes on with a value now or later. What comes later counts only if the frame is still where it was: in the
 * meantime its execution may have been stopped.
 */
export function goOn<Value>(
  frame: Frame,
  value: Later<Value>,
  go: (value: Value) => Later<void>,
): Later<void> {
  if (!(value instanceof Promise)) return go(value);
  const { phase } = frame;
  return value.then((known) => (frame.phase === phase ? go(known) : undefined));
}

/** Works several templates out, one after the other; absent ones stay absent. */
export function evaluateAll(
  templates: readonly (Template | undefined)[],
  environment: Environment,
): Later<(Json | undefined)[]> {
  const values: (Json | undefined)[] = [];
  for (const template of templates) {
    const value = template?.evaluate(environment);
    if (value instanceof Promise) return evaluateRest(values, value, templates, environment);
    values.push(value);
  }
  return values;
}

async function evaluateRest(
  values: (Json | undefined)[],
  pending: Promise<Json>,
  templates: readonly (Template | undefined)[],
  environment: Environment,
): Promise<(Json | undefined)[]> {
  values.push(await pending);
  for (const template of templates.slice(values.length)) values.push(await template?.evaluate(environment));
  return values;
}

/** What a state leaves behind: its output and the variables that it assigns. */
export interface Left {
  readonly output: Json;
  readonly variables: readonly (readonly [string, Json])[];
}

/** All expressions see the variables as they were when the state was entered; the values are set together. */
export function evaluateLeaving(
  frame: Frame,
  leaving: Leaving,
  fallback: Json,
  additions: Additions = {},
): Later<Left> {
  if (leaving.output === undefined && leaving.assign.length === 0) return { output: fallback, variables: [] };
  const templates = [leaving.output, ...leaving.assign.map((assignment) => assignment.value)];
  const values = evaluateAll(templates, new StateEnvironment(frame, additions));
  const left = ([output = fallback, ...assigned]: (Json | undefined)[]): Left => {
    const variables = leaving.assign.flatMap(({ variable }, index) => {
      const value = assigned[index];
      return value === undefined ? [] : [[variable, value] as const];
    });
    checkSizes(output, variables);
    return { output, variables };
  };
  return values instanceof Promise ? values.then(left) : left(values);
}

function checkSizes(output: Json, variables: Left["variables"]): void {
  if (output.isTooLarge) throw new StateFailure(tooLarge("output of the state"));
  const assigned = Json.array(variables.map(([, value]) => value));
  if (variables.length > 0 && assigned.isTooLarge) throw new StateFailure(tooLarge("value of the variables"));
}

/** A number that an expression gave, or one from the definition, which has been checked already. */
export function wholeNumber(
  value: Json | undefined,
  field: string,
  from: number,
  to: number,
): number | undefined {
  if (value === undefined) return undefined;
  const number = value.value;
  if (typeof number === "number" && Number.isInteger(number) && number >= from && number <= to) return number;
  throw new StateFailure(
    queryError(
      `The value of the field '${field}' must be a whole number from ${from} to ${to}, not ${value.text}.`,
    ),
  );
}
