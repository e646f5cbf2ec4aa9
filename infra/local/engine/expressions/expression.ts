import jsonata from "jsonata";
import { analyse, type Reads } from "./analysis.ts";
import { compileDirect, type Direct } from "./direct.ts";
import type { Environment } from "./environment.ts";
import { registerFunctions, type Sources } from "./functions.ts";

/** A JSONata expression, compiled. */
export interface Expression {
  readonly source: string;
  readonly reads: Reads;
  /** The answer at once, or `undecided`; absent when the expression is never that simple. */
  readonly direct: Direct | undefined;
  /** The answer of jsonata: `undefined` where it finds nothing. Rejects with jsonata's error. */
  evaluate(environment: Environment): Promise<unknown>;
}

/** Limits of one evaluation: five seconds, and a depth that no sound expression reaches. */
const limits = { timeout: 5000, stack: 500 };

/** Compiles expressions, each source once. */
export class Expressions {
  readonly #compiled = new Map<string, Expression>();
  readonly #sources: Sources;
  /** One evaluation runs at a time; all its calls of `$now` see this instant. */
  #instant = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** @throws Error with a message fit for the author of the definition, when the source is no expression. */
  compile(source: string): Expression {
    const known = this.#compiled.get(source);
    if (known !== undefined) return known;
    const expression = this.#compile(source);
    this.#compiled.set(source, expression);
    return expression;
  }

  #compile(source: string): Expression {
    const known = analysed.get(source) ?? analysisOf(source);
    analysed.set(source, known);
    const { reads, direct } = known;
    let parsed: jsonata.Expression | undefined;
    return {
      source,
      reads,
      direct,
      evaluate: (environment) => {
        parsed ??= this.#parse(source);
        this.#instant = this.#sources.now();
        return parsed.evaluate(undefined, bindings(reads, environment));
      },
    };
  }

  /** For this engine alone, whose clock it asks: most expressions are answered without it. */
  #parse(source: string): jsonata.Expression {
    const parsed = parse(source);
    registerFunctions(parsed, {
      now: () => this.#instant,
      random: () => this.#sources.random(),
      uuid: () => this.#sources.uuid(),
    });
    return parsed;
  }
}

/** What a source says does not depend on who evaluates it. */
const analysed = new Map<string, Pick<Expression, "reads" | "direct">>();

function analysisOf(source: string): Pick<Expression, "reads" | "direct"> {
  const ast = parse(source).ast();
  return { reads: analyse(ast), direct: compileDirect(ast) };
}

function parse(source: string): jsonata.Expression {
  try {
    return jsonata(source, limits);
  } catch (error) {
    throw new Error(messageOf(error), { cause: error });
  }
}

/** jsonata throws plain objects. */
export function messageOf(error: unknown): string {
  const isCarrier = typeof error === "object" && error !== null && "message" in error;
  return isCarrier ? String(error.message) : String(error);
}

function bindings(reads: Reads, environment: Environment): Record<string, unknown> {
  const bound: Record<string, unknown> = {};
  for (const name of reads.variables) {
    const value = environment.variable(name);
    if (value !== undefined) bound[name] = value;
  }
  if (reads.states.size > 0) {
    const states: Record<string, unknown> = {};
    for (const field of reads.states) {
      const value = environment.states(field);
      if (value !== undefined) states[field] = value;
    }
    bound.states = states;
  }
  return bound;
}
