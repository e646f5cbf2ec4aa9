import { InvalidDefinition } from "../errors.ts";
import type { Leaving, Scope, State } from "./machine.ts";

/**
 * A variable assigned in an inner scope must not have the name of one that an outer scope assigns; the items of a distributed Map
 * see no outer scope.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export function checkVariables(machine: string, scope: Scope, outer: ReadonlySet<string> = new Set()): void {
  const own = new Set<string>();
  for (const state of scope.states.values()) {
    for (const variable of assignedIn(state)) {
      if (outer.has(variable)) {
        throw new InvalidDefinition(
          `State "${state.name}", Assign`,
          `"${variable}" is assigned in an outer scope of ${machine} already`,
        );
      }
      own.add(variable);
    }
  }
  const visible = new Set([...outer, ...own]);
  for (const state of scope.states.values()) {
    const isApart = state.type === "Map" && state.isDistributed;
    for (const inner of innerScopes(state)) checkVariables(machine, inner, isApart ? new Set() : visible);
  }
}

const innerScopes = (state: State): readonly Scope[] =>
  state.type === "Parallel" ? state.branches : state.type === "Map" ? [state.processor] : [];

function assignedIn(state: State): string[] {
  const ways: Leaving[] = [];
  if ("assign" in state) ways.push(state);
  if ("rules" in state) ways.push(...state.rules);
  if ("catch" in state) ways.push(...state.catch);
  return ways.flatMap((way) => way.assign.map((assignment) => assignment.variable));
}
