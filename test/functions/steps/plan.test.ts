import { expect, it } from "vitest";
import { dropPlan, keepPlan, keptPlan } from "../../../functions/steps/plan.ts";
import { demoHouse } from "../demo-house.ts";

const at = { ref: "call#demo", visit: 7, state: "ranking" };
const found = (decisions: number, reason = "") => ({
  now: "2027-06-01T08:00:00.000Z",
  looked: 3,
  saidBy: "",
  result: {
    outcome: "ranked",
    decisions: Array.from({ length: decisions }, (_, number) => ({
      ref: `case#${number}`,
      decision: { position: number, reason },
      signal: "decided",
    })),
  },
});

it("a plan of any size is read as it was kept, in items below 100 KB, and nothing of it is left when it is dropped", async () => {
  const house = demoHouse();
  for (const size of [1, 30_000]) {
    const kept = await keepPlan(house, at, found(size, "Žemaitės g. 5 ".repeat(3)));
    expect(kept).toEqual(found(size, "Žemaitės g. 5 ".repeat(3)));
    expect(await keptPlan(house, at)).toEqual(kept);
    const items = await house.table.query("plan#call#demo");
    expect(items.length).toBeGreaterThan(size === 1 ? 0 : 1);
    for (const item of items) expect(Buffer.byteLength(JSON.stringify(item))).toBeLessThan(100_000);
    await dropPlan(house, at);
    expect(await house.table.query("plan#call#demo")).toEqual([]);
    expect(await keptPlan(house, at)).toBeUndefined();
  }
});

it("of two tries that find different things at once, both do what was kept first", async () => {
  const house = demoHouse();
  const both = await Promise.all([
    keepPlan(house, at, found(20_000, "one")),
    keepPlan(house, at, found(20_000, "two")),
  ]);
  expect(both[0]).toEqual(both[1]);
  expect(await keptPlan(house, at)).toEqual(both[0]);
  await dropPlan(house, at);
  expect(await house.table.query("plan#call#demo")).toEqual([]);
});
