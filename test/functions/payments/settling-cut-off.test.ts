import { expect, it } from "vitest";
import { loadCall } from "../../../functions/calls/calls.ts";
import { approveRun } from "../../../functions/payments/decide-run.ts";
import { markRun, settleRun } from "../../../functions/payments/mark-run.ts";
import { loadRun, prepareRun } from "../../../functions/payments/runs.ts";
import { idOf, payingKey, taskKey } from "../../../functions/store/keys.ts";
import { TriedTable } from "../once/tried-table.ts";
import { payer, payingCall } from "./paying-call.ts";

const member = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });

it("a settlement that is cut off after any of its writes and begun again answers, tells and frees each payment once", async () => {
  const { house, waitsForAdvance } = await payingCall({ payer, budgetCents: 300_000 });
  const refs = [await waitsForAdvance("Ona Onaitė"), await waitsForAdvance("Jonas Jonaitis")];
  const call = await loadCall(house, "demo");
  if (!call) throw new Error("no call");
  const table = new TriedTable(house.table);
  const seen = { ...house, table: table.seen() };
  const run = async () => {
    const loaded = await loadRun(house, call, 1);
    if (!loaded) throw new Error("no run");
    return loaded;
  };
  await prepareRun(house, call, member("coordinator"), new Set(refs.map((ref) => `${idOf(ref)}-advance`)));
  await approveRun(house, call, await run(), member("finance"));
  await markRun(house, call, await run(), member("finance"), "2027-01-10");

  const settled = async () => ({
    run: (await run()).settledAt,
    tasks: await Promise.all(refs.map((ref) => house.table.get(taskKey(ref, 13, "advance")))),
    inRun: await Promise.all(refs.map((ref) => house.table.get(payingKey("demo", ref, "advance")))),
    told: house.table.all().filter(({ sk }) => String(sk).startsWith("mail#moneySent")).length,
  });
  const once = await table.alone(async () => {
    table.begin();
    await settleRun(seen, await run());
    return { writes: table.writes, came: await settled() };
  });
  expect(once.writes).toBeGreaterThan(8);
  expect(once.came.tasks).toMatchObject([{ outcome: "paid" }, { outcome: "paid" }]);
  expect(once.came.inRun).toMatchObject([{ run: 0 }, { run: 0 }]);
  expect(once.came.told).toBe(2);
  await table.takeBack();

  for (let cut = 1; cut <= once.writes; cut += 1) {
    await table.alone(async () => {
      table.begin(cut);
      await settleRun(seen, await run()).catch(() => undefined);
      table.goOn();
      await settleRun(seen, await run());
    });
    expect(await settled(), `cut off after write ${cut} of ${once.writes}`).toMatchObject({
      run: once.came.run,
      tasks: [{ outcome: "paid" }, { outcome: "paid" }],
      inRun: [{ run: 0 }, { run: 0 }],
      told: 2,
    });
    await table.takeBack();
  }
});
