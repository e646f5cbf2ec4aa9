import { expect, test } from "vitest";
import { parseMachine } from "../../../../infra/local/engine/definition/parse.ts";
import { Expressions } from "../../../../infra/local/engine/expressions/expression.ts";
import { call, machine } from "./stage.ts";

const parse = (definition: unknown) =>
  parseMachine("m", definition, new Expressions({ now: () => 0, random: () => 0, uuid: () => "" }));

const pass = { Type: "Pass", End: true };
const one = (state: unknown) => machine({ States: { one: state } });

test.each<[string, unknown, string]>([
  [
    "a machine without QueryLanguage is JSONPath",
    { StartAt: "one", States: { one: pass } },
    'State "one": QueryLanguage is JSONPath',
  ],
  [
    "a state may not go back to JSONPath",
    one({ ...pass, QueryLanguage: "JSONPath" }),
    "QueryLanguage is JSONPath: only JSONata",
  ],
  ["InputPath", one({ ...pass, InputPath: "$" }), 'State "one": InputPath is JSONPath'],
  ["ResultPath", one({ ...call("F", {}), ResultPath: "$.x" }), 'State "one": ResultPath is JSONPath'],
  ["Parameters", one({ ...call("F", {}), Parameters: {} }), "Parameters is JSONPath"],
  ["Result of a Pass", one({ ...pass, Result: 1 }), "Result is JSONPath"],
  [
    "a comparison in a Choice",
    one({ Type: "Choice", Choices: [{ Variable: "$.x", NumericEquals: 1, Next: "one" }] }),
    'State "one", Choices[0]: Condition is missing',
  ],
  [
    "a comparison beside a Condition",
    one({ Type: "Choice", Choices: [{ Condition: true, And: [], Next: "one" }] }),
    'State "one", Choices[0]: And is JSONPath',
  ],
  ["an unknown field of a state", one({ ...pass, Retries: 3 }), 'State "one": Retries is not a field here'],
  [
    "an unknown field of the machine",
    machine({ States: { one: pass }, Name: "m" }),
    'State machine "m": Name is not a field here',
  ],
  ["Catch on a Pass", one({ ...pass, Catch: [] }), "Catch is not a field here"],
  ["Output on a Fail", one({ Type: "Fail", Output: {} }), "Output is not a field here"],
  ["an unknown type", one({ Type: "Sleep", End: true }), "Type Sleep is not known"],
  [
    "an unknown resource",
    one({ ...call("F", {}), Resource: "arn:aws:states:::sqs:sendMessage" }),
    "Resource arn:aws:states:::sqs:sendMessage is not supported",
  ],
  [
    "a task without a function",
    one({ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", Arguments: {}, End: true }),
    'State "one", Arguments: FunctionName is missing',
  ],
  [
    "an asynchronous invocation",
    one({ ...call("F", {}), Arguments: { FunctionName: "F", InvocationType: "Event" } }),
    "InvocationType Event is not supported",
  ],
  [
    "a distributed Map of express executions",
    one({
      Type: "Map",
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
        StartAt: "x",
        States: { x: pass },
      },
      End: true,
    }),
    "ExecutionType must be STANDARD: EXPRESS is not supported",
  ],
  [
    "an ItemReader",
    one({ Type: "Map", ItemReader: {}, ItemProcessor: { StartAt: "x", States: { x: pass } }, End: true }),
    "ItemReader is for distributed maps",
  ],
  [
    "a tolerated failure",
    one({
      Type: "Map",
      ToleratedFailureCount: 1,
      ItemProcessor: { StartAt: "x", States: { x: pass } },
      End: true,
    }),
    "ToleratedFailureCount is for distributed maps",
  ],
  [
    "the old Iterator",
    one({ Type: "Map", Iterator: {}, ItemProcessor: { StartAt: "x", States: { x: pass } }, End: true }),
    "Iterator is the old name of ItemProcessor",
  ],
  [
    "a Next that leads nowhere",
    one({ Type: "Pass", Next: "two" }),
    'State "one", Next: there is no state "two" beside it',
  ],
  [
    "a Catch that leads nowhere",
    one({ ...call("F", {}), Catch: [{ ErrorEquals: ["States.ALL"], Next: "two" }] }),
    'State "one", Catch[0], Next: there is no state "two"',
  ],
  [
    "a Default that leads nowhere",
    one({ Type: "Choice", Choices: [{ Condition: true, Next: "one" }], Default: "two" }),
    'State "one", Default: there is no state "two"',
  ],
  [
    "a Next out of a branch",
    machine({
      States: {
        one: {
          Type: "Parallel",
          Branches: [{ StartAt: "x", States: { x: { Type: "Pass", Next: "one" } } }],
          End: true,
        },
      },
    }),
    'State "x", Next: there is no state "one" beside it',
  ],
  ["a start that is not there", machine({ StartAt: "two", States: { one: pass } }), "StartAt names no state"],
  ["neither Next nor End", one({ Type: "Pass" }), "needs either Next or End: true"],
  ["both Next and End", one({ Type: "Pass", Next: "one", End: true }), "needs either Next or End: true"],
  [
    "a name used twice, at any depth",
    machine({
      States: { one: { Type: "Parallel", Branches: [{ StartAt: "one", States: { one: pass } }], End: true } },
    }),
    'State "one": the name occurs twice',
  ],
  [
    "Seconds and Timestamp together",
    one({ Type: "Wait", Seconds: 1, Timestamp: "2027-01-01T00:00:00Z", End: true }),
    "either Seconds or Timestamp",
  ],
  [
    "a fraction of a second",
    one({ Type: "Wait", Seconds: 1.5, End: true }),
    "Seconds must be a whole number",
  ],
  [
    "a Timestamp without offset",
    one({ Type: "Wait", Timestamp: "2027-01-01T00:00:00", End: true }),
    "Timestamp must be an instant",
  ],
  [
    "a time limit of nothing",
    one({ ...call("F", {}), TimeoutSeconds: 0 }),
    "TimeoutSeconds must be a whole number from 1",
  ],
  [
    "a heartbeat as long as the limit",
    one({ ...call("F", {}), TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
    "HeartbeatSeconds must be smaller than TimeoutSeconds",
  ],
  [
    "States.ALL beside another error",
    one({ ...call("F", {}), Retry: [{ ErrorEquals: ["States.ALL", "X"] }] }),
    "States.ALL must stand alone",
  ],
  [
    "States.ALL before another catcher",
    one({
      ...call("F", {}),
      Catch: [
        { ErrorEquals: ["States.ALL"], Next: "one" },
        { ErrorEquals: ["X"], Next: "one" },
      ],
    }),
    "States.ALL must stand alone, in the last entry",
  ],
  [
    "a delay limit below the interval",
    one({ ...call("F", {}), Retry: [{ ErrorEquals: ["X"], IntervalSeconds: 5, MaxDelaySeconds: 5 }] }),
    "MaxDelaySeconds must be greater",
  ],
  [
    "an unknown jitter",
    one({ ...call("F", {}), Retry: [{ ErrorEquals: ["X"], JitterStrategy: "SOME" }] }),
    "JitterStrategy must be FULL or NONE",
  ],
  [
    "a broken expression",
    one({ ...pass, Output: { a: ["{% 1 + %}"] } }),
    'State "one": Output/a[0]: {% 1 + %}',
  ],
  [
    "spaces around an expression",
    one({ ...pass, Output: " {% 1 %}" }),
    "an expression begins with {% and ends with %}",
  ],
  ["$ at the top level", one({ ...pass, Output: "{% $.x %}" }), "$ is not available at the top level"],
  ["$$ anywhere", one({ ...pass, Output: "{% $states.input.x[$$.y] %}" }), "$$ is not available"],
  ["a name that stands alone", one({ ...pass, Output: "{% x %}" }), "the name x stands alone"],
  ["$eval", one({ ...pass, Output: "{% $eval('1') %}" }), "$eval is not supported"],
  [
    "a result where there is none",
    one({ ...pass, Output: "{% $states.result %}" }),
    "$states.result is not available here",
  ],
  [
    "an error where there is none",
    one({ ...call("F", {}), Assign: { x: "{% $states.errorOutput %}" } }),
    "Assign/x: {% $states.errorOutput %}: $states.errorOutput is not available here",
  ],
  [
    "a result in a catcher",
    one({ ...call("F", {}), Catch: [{ ErrorEquals: ["X"], Next: "one", Output: "{% $states.result %}" }] }),
    "Catch[0]/Output",
  ],
  [
    "a field that $states does not have",
    one({ ...pass, Output: "{% $states.outcome %}" }),
    "$states has no field outcome",
  ],
  ["credentials", one({ ...call("F", {}), Credentials: {} }), "Credentials is not supported"],
  ["a version to come", machine({ Version: "2.0", States: { one: pass } }), 'Version must be "1.0"'],
  ["a machine without states", machine({ StartAt: "one", States: {} }), "StartAt names no state"],
  ["a state that is none", one("Pass"), 'State "one": must be an object'],
  [
    "a name of 81 characters",
    machine({ States: { ["x".repeat(81)]: pass } }),
    "the name is longer than 80 characters",
  ],
  ["a Choice without rules", one({ Type: "Choice", Choices: [] }), "Choices must have at least one rule"],
  ["a Parallel without branches", one({ Type: "Parallel", Branches: [], End: true }), "at least one branch"],
  ["a Wait for nothing", one({ Type: "Wait", End: true }), "needs either Seconds or Timestamp"],
  [
    "a retrier without errors",
    one({ ...call("F", {}), Retry: [{ ErrorEquals: [] }] }),
    'State "one", Retry[0]: ErrorEquals must be a list of error names',
  ],
  [
    "a backoff below one",
    one({ ...call("F", {}), Retry: [{ ErrorEquals: ["X"], BackoffRate: 0.5 }] }),
    'State "one", Retry[0]: BackoffRate must be a number from 1',
  ],
  [
    "items that are no list",
    one({ Type: "Map", Items: { a: 1 }, ItemProcessor: { StartAt: "x", States: { x: pass } }, End: true }),
    "Items must be an array",
  ],
  [
    "a negative MaxConcurrency",
    one({ Type: "Map", MaxConcurrency: -1, ItemProcessor: { StartAt: "x", States: { x: pass } }, End: true }),
    "MaxConcurrency must be a whole number from 0",
  ],
  ["a variable named states", one({ ...pass, Assign: { states: 1 } }), "states is reserved"],
  ["a part of a variable", one({ ...pass, Assign: { "x.y": 1 } }), '"x.y" is no variable name'],
])("%s is refused", (_, definition, message) => {
  expect(() => parse(definition)).toThrow(message);
});

test("a variable of an outer scope cannot be assigned in an inner one, wherever it is assigned", () => {
  const inner = { StartAt: "x", States: { x: { Type: "Pass", Assign: { seen: 1 }, End: true } } };
  const map = { Type: "Map", ItemProcessor: inner, End: true };
  const catching = {
    ...call("F", {}),
    End: false,
    Next: "map",
    Catch: [{ ErrorEquals: ["X"], Next: "map", Assign: { seen: 0 } }],
  };
  expect(() => parse(machine({ States: { first: catching, map } }))).toThrow(
    'State "x", Assign: "seen" is assigned in an outer scope of m already',
  );
  expect(() => parse(machine({ States: { map } }))).not.toThrow();
});

test("two branches may each have a variable of the same name", () => {
  const branch = (name: string) => ({ StartAt: name, States: { [name]: { ...pass, Assign: { seen: 1 } } } });
  const parallel = { Type: "Parallel", Branches: [branch("x"), branch("y")], End: true };
  expect(() => parse(machine({ States: { parallel } }))).not.toThrow();
});

test("names inside a path, a filter, a lambda or an object of a path are no names that stand alone", () => {
  const expressions = [
    "$states.input.people[age > 18].name",
    "$map($states.input.people, function($one) { $one.name })",
    "$states.input.people.{ 'who': name, 'old': age > 18 }",
    "$states.input.people^(>age).name",
    "$states.input{ 'a': b }",
    "$states.input ~> |people|{ 'age': age + 1 }|",
    "( $x := 1; $x + 1 )",
  ];
  for (const expression of expressions) {
    expect(() => parse(one({ ...pass, Output: `{% ${expression} %}` })), expression).not.toThrow();
  }
});
