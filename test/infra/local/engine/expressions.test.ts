import fc from "fast-check";
import jsonata from "jsonata";
import { describe, expect, test } from "vitest";
import { compileDirect, undecided } from "../../../../infra/local/engine/expressions/direct.ts";
import { newYear, Stage, seeded } from "./stage.ts";

const output = async (expression: string, input: unknown = {}, stage = new Stage()) =>
  stage.run({ States: { one: { Type: "Pass", Output: { it: `{% ${expression} %}` }, End: true } } }, input);

const value = async (expression: string, input: unknown = {}) => {
  const { output: found, cause } = await output(expression, input);
  return cause ?? (typeof found === "object" && found !== null && "it" in found ? found.it : found);
};

describe("the functions that Step Functions adds to JSONata", () => {
  test.each<[string, unknown]>([
    ["$partition([1,2,3,4,5,6,7,8,9], 4)", [[1, 2, 3, 4], [5, 6, 7, 8], [9]]],
    ["$partition([1,2,3], 2.9)", [[1, 2], [3]]],
    ["$range(0, 10, 5)", [0, 5, 10]],
    ["$range(3, 0, -1)", [3, 2, 1, 0]],
    ["$range(-1.7, 2, 1)", [-1, 0, 1, 2]],
    ["$range(4, 4, 1)", 4],
    ["$hash('abc', 'SHA-256')", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["$hash('', 'MD5')", "d41d8cd98f00b204e9800998ecf8427e"],
    [`$parse('{"a":[1,null]}')`, { a: [1, null] }],
    ["$random(7) = $random(7)", true],
    ["$random(7) = $random(8)", false],
    ["$random() < 1", true],
    ["$length($uuid())", 36],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test.each(["$partition([], 2)", "$partition([1], 0)", "$range(1, 3, -1)", "$range(1, 3)", "$hash('x')"])(
    "%s gives nothing, which fails the state",
    async (expression) => {
      expect(await output(expression)).toMatchObject({
        status: "FAILED",
        error: "States.QueryEvaluationError",
      });
    },
  );

  test.each(["$parse('{')", "$hash('x', 'CRC')", "$range(1, 1000000, 1)"])(
    "%s fails the state",
    async (expression) => {
      expect(await output(expression)).toMatchObject({
        status: "FAILED",
        error: "States.QueryEvaluationError",
      });
    },
  );
});

describe("time and chance", () => {
  test("$now and $millis follow the engine's clock, also in pictures", async () => {
    expect(await value("$now()")).toBe("2027-01-01T00:00:00.000Z");
    expect(await value("$millis()")).toBe(newYear);
    expect(await value("$now('[D01].[M01].[Y0001]', '+0200')")).toBe("01.01.2027");
  });

  test("with the same chance $random and $uuid are the same", async () => {
    const draw = () => output("[$random(), $uuid()]", {}, new Stage({ random: seeded(4) }));
    expect(await draw()).toEqual(await draw());
  });
});

describe("what an expression may give", () => {
  test("nothing: the state fails, naming expression and field", async () => {
    expect(await output("$states.input.absent")).toEqual({
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause:
        "An error occurred while executing the state 'one' (entered at the event id #2). The JSONata expression '$states.input.absent' specified for the field 'Output/it' returned nothing (undefined).",
    });
  });

  test("an error: the state fails with jsonata's words", async () => {
    const { cause } = await output("1 + 'x'");
    expect(cause).toContain("threw an error during evaluation");
  });

  test("null is a value", async () => {
    expect(await output("$states.input.gone", { gone: null })).toMatchObject({ output: { it: null } });
  });

  test("a function is none", async () => {
    expect((await output("function($x) { $x }")).cause).toContain("unsupported type: function");
  });

  test("a list of one stays a list on its way through states", async () => {
    const stage = new Stage();
    const keep = { Type: "Pass", Output: "{% $states.input %}" };
    const { output: found } = await stage.run(
      {
        States: {
          first: { Type: "Pass", Output: { list: "{% [$states.input.one] %}" }, Next: "second" },
          second: { ...keep, Next: "third" },
          third: {
            Type: "Pass",
            Output: "{% { 'list': $states.input.list, 'all': [$states.input.list] } %}",
            End: true,
          },
        },
      },
      { one: 1 },
    );
    expect(found).toEqual({ list: [1], all: [1] });
  });

  test("a key named __proto__ is a key like any other", async () => {
    const input: unknown = JSON.parse('{"__proto__":{"x":1}}');
    const stage = new Stage();
    stage.engine.createStateMachine(
      "m",
      JSON.parse(
        '{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Pass","Output":{"__proto__":"{% 1 + 1 %}"},"End":true}}}',
      ),
    );
    const { executionArn } = stage.engine.startExecution("m", "one", input);
    await stage.engine.settled();
    expect(stage.engine.describeExecution(executionArn)).toMatchObject({ output: '{"__proto__":2}' });
  });
});

describe("the short way past jsonata", () => {
  const json = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom("a", "b", "", "7", true, false, null),
    ),
    value: fc.oneof(
      { depthSize: "small" },
      tie("leaf"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "constructor"), tie("value"), { maxKeys: 3 }),
    ),
  })).value;

  const expression = fc.letrec<{ any: string; simple: string }>((tie) => ({
    simple: fc.oneof(
      fc.constantFrom(
        "$v",
        "$v.a",
        "$v.a.b",
        "$v.constructor",
        "$w",
        "$w.a",
        "$states.input",
        "$states.input.a",
      ),
      fc.constantFrom("1", "0", "-2.5", "'a'", "''", "true", "false", "null", "1e308"),
    ),
    any: fc.oneof(
      { depthSize: "small" },
      tie("simple"),
      fc
        .tuple(
          tie("any"),
          fc.constantFrom("=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "&", "and", "or"),
          tie("any"),
        )
        .map(([left, operator, right]) => `(${left}) ${operator} (${right})`)
        .map((text) => text.replaceAll(/\((\$?[\w.']+)\)/g, "$1")),
      fc.tuple(tie("any"), tie("any"), tie("any")).map(([test_, yes, no]) => `${test_} ? ${yes} : ${no}`),
    ),
  })).any;

  test("answers as jsonata does, or leaves it to jsonata", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(expression, json, json, json, async (source, v, w, input) => {
        const compiled = jsonata(source);
        const direct = compileDirect(compiled.ast());
        const variables: Record<string, unknown> = { v, w };
        const found = direct?.({
          variable: (name) => variables[name],
          states: (field) => (field === "input" ? input : undefined),
        });
        if (direct === undefined || found === undecided) return;
        answered += 1;
        const expected: unknown = await compiled.evaluate(undefined, { v, w, states: { input } });
        expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
      }),
      { numRuns: 3000, seed: 20_270_101 },
    );
    expect(answered).toBeGreaterThan(500);
  });
});
