import { expect, it } from "vitest";
import { processOf } from "../../../workflows/catalogue.ts";
import { mayComeToHear } from "../../../workflows/kernel/hearing.ts";

it.each([
  ["review", true, "the call's word breaks in here"],
  ["panel", true, "a step leads to where it does"],
  ["screeningAppeal", true, "an appeal that is upheld leads back to the reviews"],
  ["rejectionTold", true, "an appeal may still be made"],
  ["travelling", false, "the journey has begun, and is settled by what was done"],
  ["withdrawalCosts", false, "it has left"],
  ["completed", false, "it is over"],
])("an internship that stands in %s may come to hear that it is cancelled: %s, as %s", async (state, may) => {
  expect(mayComeToHear(await processOf("foreign-internship"), "cancelled", [state])).toBe(may);
});
