import { expect, it } from "vitest";
import { settleRun } from "../../../functions/payments/mark-run.ts";
import { runKey, runTransferKey } from "../../../functions/store/keys.ts";
import { runItem } from "../../../functions/store/run-item.ts";
import { demoHouse } from "../demo-house.ts";
import { payer } from "./paying-call.ts";

const by = { name: "Finansai", email: "finance@agency.example" };
const markedAt = "2027-01-10T08:00:00.000Z";

/** A marked run of which every case but the first, which is not there, has its answer. */
async function markedRun(count: number) {
  const house = demoHouse(markedAt);
  await house.table.put({
    ...runKey("demo", 1),
    callId: "demo",
    number: 1,
    status: "marked",
    payer,
    transfers: count,
    count,
    cents: 100 * count,
    preparedAt: markedAt,
    preparedBy: by,
    paidOn: "2027-01-10",
    markedAt,
    markedBy: by,
    pending: "pending#0",
    pendingAt: markedAt,
  });
  for (let index = 0; index < count; index++) {
    const id = `${index.toString(16).padStart(8, "0")}-advance`;
    await house.table.put({
      ...runTransferKey("demo", 1, id),
      id,
      ref: `case#${id.split("-")[0]}`,
      state: "advance",
      to: payer,
      cents: 100,
      about: "",
      ...(index === 0 ? {} : { settled: true }),
    });
  }
  const run = async () => runItem.parse(await house.table.get(runKey("demo", 1)));
  return { house, run, settle: async () => settleRun(house, await run()) };
}

it("a run of very many payments is settled some hundred at a time, and ends when every case has its answer", async () => {
  const { house, run, settle } = await markedRun(1_201);
  expect(await settle()).toBe("settled");
  expect(await run()).toMatchObject({ hasLater: true, pending: "pending#0", settledTo: expect.any(String) });
  expect((await run()).settledAt).toBeUndefined();
  expect(await settle()).toBe("settled");
  // At the end it begins anew with the one that is left, a little later.
  expect(await settle()).toBe("later");
  expect(await run()).toMatchObject({ pending: "pending#0" });
  expect((await run()).settledTo).toBeUndefined();
  await house.table.change(runTransferKey("demo", 1, "00000000-advance"), { set: { settled: true } });
  for (let turn = 0; turn < 3; turn++) await settle();
  expect(await run()).toMatchObject({ settledAt: markedAt });
  expect((await run()).pending).toBeUndefined();
});
