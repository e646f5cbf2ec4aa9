import type { StatesField } from "../expressions/analysis.ts";
import type { Expressions } from "../expressions/expression.ts";
import type { Retrier } from "../retry.ts";
import { Fields } from "./fields.ts";
import { longestSeconds } from "./limits.ts";
import type {
  Assignment,
  Catcher,
  ChoiceRule,
  Guarded,
  Leaving,
  MapState,
  Scope,
  State,
  TaskState,
} from "./machine.ts";
import { parseInstant } from "./timestamp.ts";

const plain: readonly StatesField[] = ["input", "context"];
const afterWork: readonly StatesField[] = ["input", "context", "result"];
const afterError: readonly StatesField[] = ["input", "context", "errorOutput"];

/** Reads a scope inside a state, such as a branch, in the same machine and its language. */
export interface Scopes {
  readonly expressions: Expressions;
  readonly language: string;
  parse(fields: Fields): Scope;
}

export function parseState(name: string, definition: unknown, parser: Scopes): State {
  const fields = new Fields(definition, `State "${name}"`, parser.expressions);
  const language = fields.string("QueryLanguage") ?? parser.language;
  if (language !== "JSONata") fields.refuse(`QueryLanguage is ${language}: only JSONata is supported`);
  const state = parseKind(name, fields, parser);
  fields.finish();
  return state;
}

function parseKind(name: string, fields: Fields, parser: Scopes): State {
  const type = fields.requiredString("Type");
  switch (type) {
    case "Task":
      return parseTask(name, fields);
    case "Pass":
      return { type, name, ...leaving(fields, plain), ...onward(fields) };
    case "Wait":
      return { type, name, until: parseUntil(fields), ...leaving(fields, plain), ...onward(fields) };
    case "Choice": {
      const fallback = fields.string("Default");
      const rules = fields.list("Choices").map(parseRule);
      if (rules.length === 0) fields.refuse("Choices must have at least one rule");
      return { type, name, rules, ...leaving(fields, plain), ...given("default", fallback) };
    }
    case "Succeed":
      return { type, name, ...given("output", fields.template("Output")) };
    case "Fail":
      return {
        type,
        name,
        ...given("error", text(fields, "Error")),
        ...given("cause", text(fields, "Cause")),
      };
    case "Parallel": {
      const branches = fields.list("Branches").map((branch) => {
        const scope = parser.parse(branch);
        branch.finish();
        return scope;
      });
      if (branches.length === 0) fields.refuse("Branches must have at least one branch");
      const given_ = given("arguments", fields.template("Arguments"));
      return {
        type,
        name,
        branches,
        ...given_,
        ...leaving(fields, afterWork),
        ...onward(fields),
        ...guarded(fields),
      };
    }
    case "Map":
      return parseMap(name, fields, parser);
    default:
      return fields.refuse(`Type ${type} is not known`);
  }
}

function parseTask(name: string, fields: Fields): TaskState {
  const resource = parseResource(fields);
  const timeoutSeconds = fields.numberTemplate("TimeoutSeconds", 1, longestSeconds);
  const heartbeatSeconds = fields.numberTemplate("HeartbeatSeconds", 1, longestSeconds);
  const [limit, beat] = [timeoutSeconds?.constant?.value, heartbeatSeconds?.constant?.value];
  if (typeof limit === "number" && typeof beat === "number" && beat >= limit) {
    fields.refuse("HeartbeatSeconds must be smaller than TimeoutSeconds");
  }
  const work = fields.template("Arguments");
  if (resource.kind === "invoke") checkInvocation(fields);
  return {
    type: "Task",
    name,
    resource,
    ...given("arguments", work),
    ...given("timeoutSeconds", timeoutSeconds),
    ...given("heartbeatSeconds", heartbeatSeconds),
    ...leaving(fields, afterWork),
    ...onward(fields),
    ...guarded(fields),
  };
}

const lambda = /^(?:arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:)?[\w$-]+(?::[\w$-]+)?$/;

function parseResource(fields: Fields): TaskState["resource"] {
  const resource = fields.requiredString("Resource");
  if (resource === "arn:aws:states:::lambda:invoke") return { kind: "invoke", waitsForToken: false };
  if (resource === "arn:aws:states:::lambda:invoke.waitForTaskToken")
    return { kind: "invoke", waitsForToken: true };
  if (lambda.test(resource)) return { kind: "function", arn: resource };
  return fields.refuse(`Resource ${resource} is not supported: only Lambda functions are`);
}

/** Arguments of lambda:invoke, as far as they are written out. */
function checkInvocation(fields: Fields): void {
  const raw = fields.take("Arguments");
  if (typeof raw === "string") return;
  const work = fields.inner("Arguments");
  if (!work.has("FunctionName")) work.refuse("FunctionName is missing");
  work.requiredString("FunctionName");
  work.take("Payload");
  const type = work.string("InvocationType");
  if (type !== undefined && type !== "RequestResponse")
    work.refuse(`InvocationType ${type} is not supported`);
  work.finish();
}

function parseMap(name: string, fields: Fields, parser: Scopes): MapState {
  const processor = fields.inner("ItemProcessor");
  const isDistributed = processor.has("ProcessorConfig") && parseMode(processor.inner("ProcessorConfig"));
  const scope = parser.parse(processor);
  processor.finish();
  const items = fields.template("Items");
  if (items?.constant !== undefined && !Array.isArray(items.constant.value)) {
    fields.refuse("Items must be an array, or an expression that gives one");
  }
  return {
    type: "Map",
    name,
    isDistributed,
    processor: scope,
    ...given("items", items),
    ...given("itemSelector", fields.template("ItemSelector")),
    ...given("maxConcurrency", fields.numberTemplate("MaxConcurrency", 0, longestSeconds)),
    ...leaving(fields, afterWork),
    ...onward(fields),
    ...guarded(fields),
  };
}

/** Is the Map distributed? Items of its own machine, on the same terms as the machine itself, are all that is supported. */
function parseMode(config: Fields): boolean {
  const mode = config.string("Mode") ?? "INLINE";
  if (mode !== "INLINE" && mode !== "DISTRIBUTED")
    return config.refuse(`Mode ${mode} is not known: it is INLINE or DISTRIBUTED`);
  const type = config.string("ExecutionType");
  if (mode === "INLINE" && type !== undefined) config.refuse("ExecutionType belongs to Mode DISTRIBUTED");
  if (mode === "DISTRIBUTED" && type !== "STANDARD")
    config.refuse(`ExecutionType must be STANDARD: ${type ?? "nothing"} is not supported`);
  config.finish();
  return mode === "DISTRIBUTED";
}

function parseUntil(fields: Fields) {
  if (fields.has("Seconds") === fields.has("Timestamp")) fields.refuse("needs either Seconds or Timestamp");
  const seconds = fields.numberTemplate("Seconds", 0, longestSeconds);
  if (seconds !== undefined) return { kind: "seconds", value: seconds } as const;
  const value = fields.template("Timestamp") ?? fields.refuse("Timestamp is missing");
  if (value.constant !== undefined && parseInstant(value.constant.value) === undefined) {
    fields.refuse("Timestamp must be an instant like 2027-01-31T12:00:00Z, or an expression");
  }
  return { kind: "timestamp", value } as const;
}

function parseRule(fields: Fields, index: number): ChoiceRule {
  const condition = fields.template("Condition") ?? fields.refuse("Condition is missing");
  if (condition.constant !== undefined && typeof condition.constant.value !== "boolean") {
    fields.refuse("Condition must be an expression, true or false");
  }
  const rule = { condition, field: `Choices[${index}]`, next: fields.requiredString("Next") };
  const left = leaving(fields, plain);
  fields.finish();
  return { ...rule, ...left };
}

function text(fields: Fields, name: string) {
  const template = fields.template(name);
  if (template !== undefined && typeof fields.take(name) !== "string")
    fields.refuse(`${name} must be a string`);
  return template;
}

function onward(fields: Fields): { next?: string } {
  const next = fields.string("Next");
  const end = fields.take("End");
  if (end !== undefined && typeof end !== "boolean") fields.refuse("End must be true or false");
  if ((next === undefined) === (end !== true)) fields.refuse("needs either Next or End: true");
  return given("next", next);
}

function leaving(fields: Fields, available: readonly StatesField[]): Leaving {
  return { ...given("output", fields.template("Output", available)), assign: assignments(fields, available) };
}

const variableName = /^\p{ID_Start}\p{ID_Continue}*$/u;

function assignments(fields: Fields, available: readonly StatesField[]): Assignment[] {
  if (!fields.has("Assign")) return [];
  const assign = fields.inner("Assign");
  return assign.names().map((variable) => {
    if (!variableName.test(variable) || variable.length > 80)
      assign.refuse(`"${variable}" is no variable name`);
    if (variable === "states") assign.refuse("states is reserved");
    return { variable, value: fields.compile(`Assign/${variable}`, assign.take(variable), available) };
  });
}

function guarded(fields: Fields): Guarded {
  const retriers = fields.list("Retry");
  const catchers = fields.list("Catch");
  return {
    retry: retriers.map((retrier, index) => parseRetrier(retrier, index === retriers.length - 1)),
    catch: catchers.map((catcher, index) => parseCatcher(catcher, index === catchers.length - 1)),
  };
}

function parseRetrier(fields: Fields, isLast: boolean): Retrier {
  const errorEquals = fields.errorEquals(isLast);
  const intervalSeconds = fields.number("IntervalSeconds", { from: 1, to: longestSeconds, whole: true }) ?? 1;
  const maxAttempts = fields.number("MaxAttempts", { from: 0, to: longestSeconds, whole: true }) ?? 3;
  const backoffRate = fields.number("BackoffRate", { from: 1, to: 1000, whole: false }) ?? 2;
  const maxDelaySeconds = fields.number("MaxDelaySeconds", { from: 1, to: 31_622_400, whole: true });
  if (maxDelaySeconds !== undefined && maxDelaySeconds <= intervalSeconds) {
    fields.refuse("MaxDelaySeconds must be greater than IntervalSeconds");
  }
  const jitter = fields.string("JitterStrategy") ?? "NONE";
  if (jitter !== "FULL" && jitter !== "NONE") return fields.refuse("JitterStrategy must be FULL or NONE");
  fields.finish();
  return {
    errorEquals,
    intervalSeconds,
    maxAttempts,
    backoffRate,
    jitter,
    ...given("maxDelaySeconds", maxDelaySeconds),
  };
}

function parseCatcher(fields: Fields, isLast: boolean): Catcher {
  const errorEquals = fields.errorEquals(isLast);
  const next = fields.requiredString("Next");
  const left = leaving(fields, afterError);
  fields.finish();
  return { errorEquals, next, ...left };
}

/** An object with the field, or without it: `exactOptionalPropertyTypes` tells absent from undefined. */
function given<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value };
function given(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}
