import { isObject, Json } from "../json.ts";
import { queryError, StateFailure } from "../state-error.ts";
import type { StatesField } from "./analysis.ts";
import { undecided } from "./direct.ts";
import type { Environment } from "./environment.ts";
import { type Expression, type Expressions, messageOf } from "./expression.ts";

type Part =
  | { readonly kind: "constant"; readonly value: unknown }
  | { readonly kind: "expression"; readonly expression: Expression; readonly field: string }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, Part])[] }
  | { readonly kind: "array"; readonly items: readonly Part[] };

/** A JSON value of a definition in which strings of the form `{% … %}` are expressions, at any depth. */
export class Template {
  readonly #part: Part;
  readonly #constant: Json | undefined;

  constructor(part: Part) {
    this.#part = part;
    this.#constant = part.kind === "constant" ? Json.ofPlain(part.value) : undefined;
  }

  /** The value of a template without expressions. */
  get constant(): Json | undefined {
    return this.#constant;
  }

  /**
   * Works the template out. Answers at once where no jsonata is needed.
   *
   * @throws StateFailure (also as rejection) `States.QueryEvaluationError` when an expression fails or finds nothing
   */
  evaluate(environment: Environment): Json | Promise<Json> {
    if (this.#constant !== undefined) return this.#constant;
    const value = evaluateDirect(this.#part, environment);
    return value === undecided ? this.#ask(environment) : Json.ofPlain(value);
  }

  /** jsonata marks its lists with hidden properties, so its values are taken over as text. */
  async #ask(environment: Environment): Promise<Json> {
    return Json.ofForeign(await evaluate(this.#part, environment));
  }
}

const delimited = /^\{%([\s\S]*)%\}$/;

export interface TemplateOptions {
  readonly expressions: Expressions;
  /** The field as the service names it in errors, e.g. `Output/a/b[0]`. */
  readonly field: string;
  /** Which parts of `$states` are available in this field. */
  readonly available: readonly StatesField[];
}

/** @throws Error with the field's name when an expression is malformed or reads what the field cannot see */
export function compileTemplate(value: unknown, options: TemplateOptions): Template {
  return new Template(compilePart(value, options, options.field));
}

function compilePart(value: unknown, options: TemplateOptions, field: string): Part {
  if (typeof value === "string") {
    const source = expressionIn(value, field);
    return source === undefined
      ? { kind: "constant", value }
      : { kind: "expression", expression: compileExpression(source, options, field), field };
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => compilePart(item, options, `${field}[${index}]`));
    return items.every(isConstant) ? { kind: "constant", value } : { kind: "array", items };
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(
      ([key, item]) => [key, compilePart(item, options, `${field}/${key}`)] as const,
    );
    return entries.every(([, part]) => isConstant(part))
      ? { kind: "constant", value }
      : { kind: "object", entries };
  }
  return { kind: "constant", value };
}

const isConstant = (part: Part): boolean => part.kind === "constant";

/** The text between `{%` and `%}`, or `undefined` for a plain string. */
function expressionIn(text: string, field: string): string | undefined {
  const found = delimited.exec(text)?.[1];
  if (found === undefined && /^\s*\{%|%\}\s*$/.test(text)) {
    throw new Error(`${field}: an expression begins with {% and ends with %}, without spaces around them`);
  }
  return found?.trim();
}

function compileExpression(source: string, options: TemplateOptions, field: string): Expression {
  try {
    const expression = options.expressions.compile(source);
    const hidden = [...expression.reads.states].filter((read) => !options.available.includes(read));
    // `$states` as a whole stands for the parts that there are.
    if (hidden.length > 0 && expression.reads.states.size < 4) {
      throw new Error(`$states.${hidden[0]} is not available here`);
    }
    return expression;
  } catch (error) {
    throw new Error(`${field}: {% ${source} %}: ${messageOf(error)}`, { cause: error });
  }
}

function evaluateDirect(part: Part, environment: Environment): unknown {
  switch (part.kind) {
    case "constant":
      return part.value;
    case "expression":
      return part.expression.direct === undefined ? undecided : part.expression.direct(environment);
    case "object": {
      const object: Record<string, unknown> = {};
      for (const [key, item] of part.entries) {
        const value = evaluateDirect(item, environment);
        if (value === undecided) return undecided;
        put(object, key, value);
      }
      return object;
    }
    case "array": {
      const array: unknown[] = [];
      for (const item of part.items) {
        const value = evaluateDirect(item, environment);
        if (value === undecided) return undecided;
        array.push(value);
      }
      return array;
    }
  }
}

async function evaluate(part: Part, environment: Environment): Promise<unknown> {
  switch (part.kind) {
    case "constant":
      return part.value;
    case "expression":
      return evaluateExpression(part.expression, part.field, environment);
    case "object": {
      const object: Record<string, unknown> = {};
      for (const [key, item] of part.entries) put(object, key, await evaluate(item, environment));
      return object;
    }
    case "array": {
      const array: unknown[] = [];
      for (const item of part.items) array.push(await evaluate(item, environment));
      return array;
    }
  }
}

/** A key named `__proto__` is a key like any other. */
function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  } else {
    object[key] = value;
  }
}

async function evaluateExpression(
  expression: Expression,
  field: string,
  environment: Environment,
): Promise<unknown> {
  const direct = expression.direct === undefined ? undecided : expression.direct(environment);
  if (direct !== undecided) return direct;
  const where = `The JSONata expression '${expression.source}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await expression.evaluate(environment);
  } catch (error) {
    throw new StateFailure(queryError(`${where} threw an error during evaluation. ${messageOf(error)}`));
  }
  if (value === undefined) throw new StateFailure(queryError(`${where} returned nothing (undefined).`));
  if (isFunction(value))
    throw new StateFailure(queryError(`${where} returned an unsupported type: function.`));
  return value;
}

const isFunction = (value: unknown): boolean =>
  typeof value === "function" ||
  (isObject(value) && (value._jsonata_lambda === true || value._jsonata_function === true));
