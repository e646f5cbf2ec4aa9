import { beforeEach, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { runJobs } from "../../../functions/events/run-jobs.ts";
import { linesPartition, listPartition } from "../../../functions/lines/keys.ts";
import { figuresKey, rebuildKey } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

let house: DemoHouse;
const strays = 250;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  for (let index = 0; index < strays; index++)
    await house.table.put({ pk: listPartition("demo", "ended"), sk: `yes#nobody-${index}` });
});
const left = async () => (await house.table.query(listPartition("demo", "ended"))).length;
/** A run that has time for so many looks at the clock. */
const run = (event: object, looks = Number.POSITIVE_INFINITY) => {
  let remaining = looks;
  return runJobs(house)(event, {
    ...lambdaContext,
    getRemainingTimeInMillis: () => (remaining-- > 0 ? 900_000 : 1),
  });
};

it("makes lists anew when an operator asks, over as many runs as it takes, and then forgets that it was asked", async () => {
  await run({ rebuild: "demo" }, 14);
  expect(await left()).toBeGreaterThan(0);
  expect(await left()).toBeLessThan(strays);
  expect(await house.table.get(rebuildKey("demo"))).toMatchObject({ place: { part: "ended" } });
  // Asked once more while it is under way, it begins nothing anew.
  await run({ rebuild: "*" }, 0);
  expect(await house.table.get(rebuildKey("demo"))).toMatchObject({ place: { part: "ended" } });
  await run({});
  expect(await left()).toBe(0);
  expect(await house.table.query(linesPartition("demo"))).toEqual([]);
  expect(await house.table.get(rebuildKey("demo"))).toBeUndefined();
  expect(await house.table.get(figuresKey("demo"))).toMatchObject({ figures: { cases: 0 } });
});

it("says when there is no such call, and does nothing", async () => {
  expect(await run({ rebuild: "nowhere" })).toEqual({ done: 0, later: 0, unknownCall: "nowhere" });
  expect(await house.table.get(rebuildKey("nowhere"))).toBeUndefined();
});
