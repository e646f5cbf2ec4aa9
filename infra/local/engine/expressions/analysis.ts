import { isObject } from "../json.ts";

/** The parts of the reserved variable `$states`. */
export const statesFields = ["input", "result", "errorOutput", "context"] as const;
export type StatesField = (typeof statesFields)[number];

/** What an expression reads from outside. */
export interface Reads {
  readonly variables: ReadonlySet<string>;
  readonly states: ReadonlySet<StatesField>;
}

/** A node of the syntax tree that the jsonata package makes. Its published type leaves most kinds out. */
export type Node = Readonly<Record<string, unknown>>;

const isStatesField = (name: unknown): name is StatesField => statesFields.some((field) => field === name);

/** Below these keys `$` and plain names mean the value at hand, not the (absent) document. */
const withContext = new Set(["predicate", "stages", "group", "terms", "pattern", "update", "delete"]);

/**
 * Finds the variables that an expression reads.
 *
 * @throws Error for what Step Functions refuses when a machine is created: `$`, `$$` and unqualified names at the
 * top level (there is no document to stand on), `$eval`, and fields that `$states` does not have.
 */
export function analyse(ast: unknown): Reads {
  const variables = new Set<string>();
  const states = new Set<StatesField>();

  const visitVariable = (name: unknown, hasContext: boolean): void => {
    if (name === "$") throw new Error("$$ is not available: use $states.input");
    if (name === "") {
      if (!hasContext) throw new Error("$ is not available at the top level: use $states.input");
      return;
    }
    if (name === "eval") throw new Error("$eval is not supported: use $parse to read JSON");
    if (name === "states") for (const field of statesFields) states.add(field);
    else if (typeof name === "string") variables.add(name);
  };

  const visitPath = (steps: readonly unknown[], hasContext: boolean): void => {
    const [first, second] = steps;
    if (isObject(first) && first.type === "variable" && first.value === "states" && isObject(second)) {
      const isPlain = second.type === "name" && !("predicate" in first);
      if (isPlain && !isStatesField(second.value)) {
        throw new Error(`$states has no field ${String(second.value)}`);
      }
      if (isPlain && isStatesField(second.value)) {
        states.add(second.value);
        for (const step of steps.slice(1)) visit(step, true);
        return;
      }
    }
    visit(first, hasContext);
    for (const step of steps.slice(1)) visit(step, true);
  };

  const visit = (node: unknown, hasContext: boolean): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item, hasContext);
      return;
    }
    if (!isObject(node) || node instanceof RegExp) return;
    if (node.type === "name" && !hasContext) {
      throw new Error(`the name ${String(node.value)} stands alone: use $states.input.${String(node.value)}`);
    }
    if ((node.type === "wildcard" || node.type === "descendant") && !hasContext) {
      throw new Error(`${String(node.value)} is not available at the top level: use $states.input`);
    }
    if (node.type === "variable") visitVariable(node.value, hasContext);
    if (node.type === "path" && Array.isArray(node.steps)) visitPath(node.steps, hasContext);
    for (const [key, value] of Object.entries(node)) {
      if (key !== "steps" || node.type !== "path") visit(value, hasContext || withContext.has(key));
    }
  };

  visit(ast, false);
  return { variables, states };
}
