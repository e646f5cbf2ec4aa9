import { InvalidDefinition } from "../errors.ts";
import type { Expressions } from "../expressions/expression.ts";
import { Fields } from "./fields.ts";
import { longestSeconds } from "./limits.ts";
import type { Machine, Scope, State } from "./machine.ts";
import { parseState, type Scopes } from "./parse-state.ts";
import { checkVariables } from "./variables.ts";

/**
 * Reads a definition in the Amazon States Language, JSONata only.
 *
 * @throws InvalidDefinition naming the state and the field, for whatever the service would refuse and for whatever
 * this engine does not run
 */
export function parseMachine(name: string, definition: unknown, expressions: Expressions): Machine {
  const fields = new Fields(definition, `State machine "${name}"`, expressions);
  const version = fields.string("Version");
  if (version !== undefined && version !== "1.0") fields.refuse('Version must be "1.0"');
  const language = fields.string("QueryLanguage") ?? "JSONPath";
  const timeoutSeconds = fields.number("TimeoutSeconds", { from: 1, to: longestSeconds, whole: true });
  const top = new ScopeParser(expressions, language).parse(fields);
  fields.finish();
  checkVariables(name, top);
  return { name, top, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) };
}

/** Reads the scopes of one machine. */
class ScopeParser implements Scopes {
  readonly expressions: Expressions;
  readonly language: string;
  readonly #names = new Set<string>();

  constructor(expressions: Expressions, language: string) {
    this.expressions = expressions;
    this.language = language;
  }

  /** The fields StartAt and States. The caller finishes the object. */
  parse(fields: Fields): Scope {
    const start = fields.requiredString("StartAt");
    const raw = fields.inner("States");
    const states = new Map<string, State>();
    for (const name of raw.names()) {
      if (name.length > 80)
        throw new InvalidDefinition(`State "${name}"`, "the name is longer than 80 characters");
      if (this.#names.has(name)) throw new InvalidDefinition(`State "${name}"`, "the name occurs twice");
      this.#names.add(name);
      states.set(name, parseState(name, raw.take(name), this));
    }
    const startAt = states.get(start) ?? fields.refuse(`StartAt names no state: "${start}"`);
    for (const state of states.values()) checkTargets(state, states);
    return { startAt, states };
  }
}

function checkTargets(state: State, states: ReadonlyMap<string, State>): void {
  const targets: (readonly [string, string | undefined])[] = [];
  if (state.type === "Choice") {
    for (const rule of state.rules) targets.push([`${rule.field}, Next`, rule.next]);
    targets.push(["Default", state.default]);
  } else if ("next" in state) {
    targets.push(["Next", state.next]);
  }
  if ("catch" in state) {
    for (const [index, catcher] of state.catch.entries())
      targets.push([`Catch[${index}], Next`, catcher.next]);
  }
  for (const [field, target] of targets) {
    if (target !== undefined && !states.has(target)) {
      throw new InvalidDefinition(
        `State "${state.name}", ${field}`,
        `there is no state "${target}" beside it`,
      );
    }
  }
}
