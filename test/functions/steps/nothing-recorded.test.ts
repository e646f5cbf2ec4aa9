import { expect, it } from "vitest";
import * as z from "zod";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { runStep } from "../../../functions/steps/run-step.ts";
import { latestRecord } from "../../../workflows/kernel/case-file.ts";
import { defineRecord } from "../../../workflows/kernel/record.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

/** A record may be called like a state: what a step finds out and where it stands are two things. */
const gathering = defineRecord("gathering", z.object({ cases: z.number() }));

it("a step that records nothing leaves no record of the name of its state", async () => {
  const house = demoHouse("2027-02-22T10:00:00.000Z");
  await publishCall(house, demoCall);
  await runStep(house)({ ref: "call#demo", state: "gathering", visit: 1 }, lambdaContext);
  const file = (await loadCase(house, "call#demo"))?.file;
  expect(file?.records).toMatchObject([{ state: "gathering", visit: 1 }]);
  expect(file && latestRecord(file, gathering)).toBeUndefined();
});
