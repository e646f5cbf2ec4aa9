import { expect, it } from "vitest";
import { deliverSignal } from "../../../functions/cases/road/deliver.ts";
import { entryItem } from "../../../functions/store/items.ts";
import { entryKey } from "../../../functions/store/keys.ts";
import { demoHouse } from "../demo-house.ts";

it("signals that are queued are heard one after the other; those of a case that has ended are forgotten at once", async () => {
  const house = demoHouse();
  const key = entryKey("demo", "case#a");
  const entry = {
    ...key,
    ref: "case#a",
    state: "awaitingMeetings",
    ended: true,
    submittedAt: "2027-01-10T08:00:00.000Z",
    signal: "met",
    queue: ["missed", "over"],
    queueVersion: 2,
    pending: "pending#0",
    pendingAt: "2027-01-10T08:00:00.000Z",
  };
  await house.table.put(entry);
  expect(await deliverSignal(house, entryItem.parse(entry))).toBe("delivered");
  const after = entryItem.parse(await house.table.get(key));
  expect(after.signal).toBeUndefined();
  expect(after.queue).toEqual([]);
  expect(after.pending).toBeUndefined();
});
