import { expect, it } from "vitest";
import { recordOf, resourcesOf, stacksOf, synthesize } from "./synthesized.ts";

it("tells of each execution of this environment's machines that fails, and of no other", () => {
  const rules = resourcesOf(stacksOf(synthesize({})), "AWS::Events::Rule");
  const failures = rules
    .map(({ properties }) => recordOf(properties.EventPattern))
    .filter(({ source }) => String(source) === "aws.states");
  expect(failures).toMatchObject([
    { "detail-type": ["Step Functions Execution Status Change"], detail: { status: ["FAILED"] } },
  ]);
  expect(JSON.stringify(failures)).toMatch(/"prefix":.*:stateMachine:kelias-dev-/);
});
