import { InvalidDefinition } from "../errors.ts";
import type { StatesField } from "../expressions/analysis.ts";
import { messageOf } from "../expressions/expression.ts";
import { compileTemplate, type Template, type TemplateOptions } from "../expressions/template.ts";
import { isObject } from "../json.ts";

const jsonPathFields = new Set([
  "InputPath",
  "OutputPath",
  "ResultPath",
  "ResultSelector",
  "Parameters",
  "Result",
  "ItemsPath",
  "SecondsPath",
  "TimestampPath",
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "MaxConcurrencyPath",
  "ErrorPath",
  "CausePath",
  "Variable",
  "And",
  "Or",
  "Not",
]);

const distributedFields = new Set([
  "ItemReader",
  "ItemBatcher",
  "ResultWriter",
  "Label",
  "ToleratedFailureCount",
  "ToleratedFailureCountPath",
  "ToleratedFailurePercentage",
  "ToleratedFailurePercentagePath",
]);

const otherwise: Readonly<Record<string, string>> = {
  Iterator: "is the old name of ItemProcessor: use that",
  Credentials: "is not supported: functions run in this process",
};

/** The fields of one object of a definition. Each is asked for once; what is left over is refused. */
export class Fields {
  readonly where: string;
  readonly #object: Readonly<Record<string, unknown>>;
  readonly #asked = new Set<string>(["Comment"]);
  readonly #expressions: TemplateOptions["expressions"];
  /** The field of the state that this object is, for errors of expressions: `Choices[1]`. */
  readonly #prefix: string;

  constructor(value: unknown, where: string, expressions: TemplateOptions["expressions"], prefix = "") {
    if (!isObject(value)) throw new InvalidDefinition(where, "must be an object");
    this.where = where;
    this.#object = value;
    this.#expressions = expressions;
    this.#prefix = prefix;
  }

  refuse(reason: string): never {
    throw new InvalidDefinition(this.where, reason);
  }

  take(name: string): unknown {
    this.#asked.add(name);
    return this.#object[name];
  }

  names(): string[] {
    return Object.keys(this.#object);
  }

  has(name: string): boolean {
    return this.#object[name] !== undefined;
  }

  string(name: string): string | undefined {
    const value = this.take(name);
    if (value === undefined || typeof value === "string") return value;
    return this.refuse(`${name} must be a string`);
  }

  requiredString(name: string): string {
    return this.string(name) ?? this.refuse(`${name} is missing`);
  }

  number(name: string, allowed: { from: number; to: number; whole: boolean }): number | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    const isRight = typeof value === "number" && value >= allowed.from && value <= allowed.to;
    if (isRight && (!allowed.whole || Number.isInteger(value))) return value;
    const kind = allowed.whole ? "a whole number" : "a number";
    return this.refuse(`${name} must be ${kind} from ${allowed.from} to ${allowed.to}`);
  }

  array(name: string): readonly unknown[] | undefined {
    const value = this.take(name);
    if (value === undefined || Array.isArray(value)) return value;
    return this.refuse(`${name} must be an array`);
  }

  /** The objects of a list, each with its own place: `State "x", Catch[1]`. */
  list(name: string): Fields[] {
    return (this.array(name) ?? []).map((item, index) => {
      const place = `${name}[${index}]`;
      return new Fields(item, `${this.where}, ${place}`, this.#expressions, `${this.#prefix}${place}/`);
    });
  }

  inner(name: string): Fields {
    return new Fields(this.take(name), `${this.where}, ${name}`, this.#expressions);
  }

  /** The errors that a retrier or catcher is for; `States.ALL` stands alone and in the last of them. */
  errorEquals(isLast: boolean): string[] {
    const value = this.array("ErrorEquals") ?? this.refuse("ErrorEquals is missing");
    const names = value.filter((name) => typeof name === "string");
    if (names.length === 0 || names.length < value.length) {
      this.refuse("ErrorEquals must be a list of error names");
    }
    if (names.includes("States.ALL") && (names.length > 1 || !isLast)) {
      this.refuse("States.ALL must stand alone, in the last entry");
    }
    return names;
  }

  template(name: string, available: readonly StatesField[] = ["input", "context"]): Template | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : this.compile(name, value, available);
  }

  compile(name: string, value: unknown, available: readonly StatesField[]): Template {
    try {
      const field = `${this.#prefix}${name}`;
      return compileTemplate(value, { expressions: this.#expressions, field, available });
    } catch (error) {
      return this.refuse(messageOf(error));
    }
  }

  /** A number in the given limits, or an expression that will be checked when it is evaluated. */
  numberTemplate(name: string, from: number, to: number): Template | undefined {
    const template = this.template(name);
    const value = template?.constant?.value;
    if (template?.constant === undefined) {
      if (template !== undefined && typeof this.take(name) !== "string") {
        this.refuse(`${name} must be a number or an expression`);
      }
    } else if (typeof value !== "number" || !Number.isInteger(value) || value < from || value > to) {
      this.refuse(`${name} must be a whole number from ${from} to ${to}, or an expression`);
    }
    return template;
  }

  /** To be called last: refuses fields that nobody asked for. */
  finish(): void {
    for (const name of Object.keys(this.#object)) {
      if (this.#asked.has(name)) continue;
      if (jsonPathFields.has(name)) this.refuse(`${name} is JSONPath: only JSONata is supported`);
      if (distributedFields.has(name))
        this.refuse(`${name} is for distributed maps: only INLINE is supported`);
      this.refuse(`${name} ${(Object.hasOwn(otherwise, name) && otherwise[name]) || "is not a field here"}`);
    }
  }
}
