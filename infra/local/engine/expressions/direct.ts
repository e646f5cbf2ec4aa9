import { isObject } from "../json.ts";
import { type Node, type StatesField, statesFields } from "./analysis.ts";
import type { Environment } from "./environment.ts";

/** The short way cannot tell: ask jsonata. */
export const undecided: unique symbol = Symbol("undecided");

export type Direct = (environment: Environment) => unknown;

/**
 * The short way for the commonest expressions: paths through objects, literals, comparisons and sums of scalars.
 * It answers only where jsonata's answer is the same beyond doubt. Anything else, a missing field, a list on the
 * path, operands of other types, is `undecided`, and jsonata is asked; so errors come from jsonata alone.
 */
export function compileDirect(ast: unknown): Direct | undefined {
  if (!isObject(ast)) return undefined;
  if (hasOnly(ast, ["type", "value", "position"])) return scalar(ast);
  if (ast.type === "path" && hasOnly(ast, ["type", "steps"]) && Array.isArray(ast.steps)) {
    return path(ast.steps);
  }
  if (ast.type === "binary" && hasOnly(ast, ["type", "value", "position", "lhs", "rhs"])) return binary(ast);
  if (ast.type === "condition" && hasOnly(ast, ["type", "position", "condition", "then", "else"])) {
    return condition(ast);
  }
  return undefined;
}

const hasOnly = (node: Node, keys: readonly string[]): boolean =>
  Object.keys(node).every((key) => keys.includes(key));

function scalar(node: Node): Direct | undefined {
  const { type, value } = node;
  if (type === "string" || type === "number" || type === "value") return () => value;
  if (type !== "variable" || typeof value !== "string" || value === "" || value === "$") return undefined;
  if (value === "states") return undefined;
  return (environment) => decided(environment.variable(value));
}

const decided = (value: unknown): unknown =>
  value === undefined || Array.isArray(value) || typeof value === "function" ? undecided : value;

function path(steps: readonly unknown[]): Direct | undefined {
  const names: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (!isObject(step) || !hasOnly(step, ["type", "value", "position"])) return undefined;
    if (step.type !== (index === 0 ? "variable" : "name") || typeof step.value !== "string") return undefined;
    names.push(step.value);
  }
  const [variable, ...rest] = names;
  if (variable === undefined || variable === "" || variable === "$") return undefined;
  if (variable !== "states") return (environment) => walk(environment.variable(variable), rest);
  const field = statesFields.find((name): name is StatesField => name === rest[0]);
  if (field === undefined) return undefined;
  const below = rest.slice(1);
  return (environment) => walk(environment.states(field), below);
}

function walk(start: unknown, names: readonly string[]): unknown {
  let value = start;
  for (const name of names) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return undecided;
    value = value[name];
  }
  return decided(value);
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const compare: Readonly<Record<string, (left: string | number, right: string | number) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

const calculate: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
};

/** What to do with two operands that are both known. */
function operator(name: unknown): ((left: unknown, right: unknown) => unknown) | undefined {
  if (typeof name !== "string") return undefined;
  if (name === "=" || name === "!=") {
    return (left, right) =>
      isScalar(left) && isScalar(right) ? (left === right) === (name === "=") : undecided;
  }
  if (name === "&") {
    return (left, right) =>
      typeof left === "string" && typeof right === "string" ? left + right : undecided;
  }
  const comparison = Object.hasOwn(compare, name) ? compare[name] : undefined;
  if (comparison !== undefined) {
    return (left, right) => {
      if (typeof left === "number" && typeof right === "number") return comparison(left, right);
      if (typeof left === "string" && typeof right === "string") return comparison(left, right);
      return undecided;
    };
  }
  const calculation = Object.hasOwn(calculate, name) ? calculate[name] : undefined;
  if (calculation === undefined) return undefined;
  return (left, right) => {
    if (typeof left !== "number" || typeof right !== "number") return undecided;
    const result = calculation(left, right);
    return Number.isFinite(result) ? result : undecided;
  };
}

function binary(node: Node): Direct | undefined {
  const left = compileDirect(node.lhs);
  const right = compileDirect(node.rhs);
  if (left === undefined || right === undefined) return undefined;
  if (node.value === "and" || node.value === "or") {
    const settles = node.value === "or";
    return (environment) => {
      const first = left(environment);
      if (typeof first !== "boolean") return undecided;
      if (first === settles) return settles;
      const second = right(environment);
      return typeof second === "boolean" ? second : undecided;
    };
  }
  const apply = operator(node.value);
  if (apply === undefined) return undefined;
  return (environment) => {
    const first = left(environment);
    if (first === undecided) return undecided;
    const second = right(environment);
    return second === undecided ? undecided : apply(first, second);
  };
}

function condition(node: Node): Direct | undefined {
  const test = compileDirect(node.condition);
  const yes = compileDirect(node.then);
  const no = compileDirect(node.else);
  if (test === undefined || yes === undefined || no === undefined) return undefined;
  return (environment) => {
    const answer = test(environment);
    if (typeof answer !== "boolean") return undecided;
    return answer ? yes(environment) : no(environment);
  };
}
