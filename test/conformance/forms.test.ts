import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Form } from "../../workflows/kernel/form.ts";
import { jsonSchemaOf, parseAnswer } from "../../workflows/kernel/parse.ts";
import { everyForm } from "./every-form.ts";
import { fitting } from "./fitting.ts";

/** Answers as they come: mostly right, with a field that is not, and now and then anything at all. */
const answersTo = (form: Form) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue() },
    {
      weight: 9,
      arbitrary: fc.record({
        ...Object.fromEntries(
          Object.entries(form.fields).map(([name, field], place) => [
            name,
            fc.oneof(
              { weight: 40, arbitrary: fitting(field, place, name) },
              { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
              { weight: field.optional ? 20 : 1, arbitrary: fc.constant(undefined) },
            ),
          ]),
        ),
        outcome: fc.constantFrom(...form.outcomes),
      }),
    },
  );

/** Every day that is made here has come. */
const today = "9999-12-31";

describe.each(everyForm)("the form $id of $of", ({ form }) => {
  /** Puts answers to the form, and holds those that it takes to a rule. One in fifteen and more is taken. */
  function takenAnswersHold(
    rule: (taken: { outcome: string; values: Record<string, unknown> }) => void,
  ): void {
    let taken = 0;
    fc.assert(
      fc.property(answersTo(form), (raw) => {
        const parsed = parseAnswer(form, raw, today);
        if (parsed.outcome === "invalid") {
          expect(parsed.errors).not.toEqual([]);
          return;
        }
        taken += 1;
        rule(parsed.value);
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(20);
  }

  it("is read without a throw whatever comes, and what it takes fits its JSON Schema", () => {
    const schema = z.fromJSONSchema(jsonSchemaOf(form));
    takenAnswersHold(({ outcome, values }) => {
      const sent = { ...(form.outcomes.length > 1 ? { outcome } : {}), ...values };
      expect(schema.safeParse(sent).error).toBeUndefined();
    });
  });

  it("takes again what it has once taken", () => {
    takenAnswersHold((value) => {
      expect(parseAnswer(form, { outcome: value.outcome, ...value.values }, today)).toEqual({
        outcome: "valid",
        value,
      });
    });
  });
});
