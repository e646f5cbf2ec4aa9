import validateDefinition from "asl-validator";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { times } from "../../../thoroughness.ts";
import { type Functions, type Play, playBroken } from "./lives.ts";
import { machineOf, randomRoad, type Step, traceOf } from "./random-machine.ts";
import { named } from "./stage.ts";
import { unordered } from "./story.ts";

const attempt = z.object({ trace: z.string(), failures: z.number(), attempt: z.number() });

const functions: Functions = {
  Fail(payload) {
    const { trace, failures, attempt: made } = attempt.parse(payload);
    if (made < failures) throw named("again");
    return { trace };
  },
  Refuse() {
    throw named("refused");
  },
};

const playOf = (steps: readonly Step[]): Play => ({
  definition: machineOf(steps),
  input: { trace: "" },
  functions,
  answer: (question) => (question === "yes" ? {} : undefined),
});

describe("machines made by chance", () => {
  test("are such as the States Language allows, says its validator", () => {
    fc.assert(
      fc.property(randomRoad, (steps) => {
        const { isValid, errorsText } = validateDefinition(machineOf(steps));
        expect(isValid, errorsText()).toBe(true);
      }),
      { numRuns: times(10, 100) },
    );
  });

  test("run to the end that their road says", async () => {
    await fc.assert(
      fc.asyncProperty(randomRoad, async (steps) => {
        const { story } = await playBroken(playOf(steps), []);
        expect(story).toMatchObject({ status: "SUCCEEDED", output: { trace: traceOf(steps) } });
      }),
      { numRuns: times(20, 400) },
    );
  });

  test("broken off at any moments and gone on with, they have the same story as undisturbed", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomRoad,
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 }),
        async (steps, cuts) => {
          const undisturbed = await playBroken(playOf(steps), []);
          const broken = await playBroken(playOf(steps), cuts);
          expect(unordered(broken.story)).toEqual(unordered(undisturbed.story));
        },
      ),
      { numRuns: times(20, 400) },
    );
  });
});
