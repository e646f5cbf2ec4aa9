import { payment } from "../../workflows/blocks/payment.ts";
import { storeAnswer } from "../cases/answer.ts";
import { loadCase } from "../cases/load.ts";
import { rolesIn, type StaffMember } from "../cases/staff.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { pendingSince, runKey } from "../store/keys.ts";
import { type Run, type RunTransfer, runItem } from "../store/run-item.ts";
import { attemptOf, transferId } from "./attempt.ts";
import { madeBy, named } from "./runs.ts";

type Parts = Pick<House, "table" | "clock" | "engine" | "log">;

export type Marked = { readonly outcome: "marked" | "notTheirs" | "notApproved" };

/**
 * Finance says on which day the bank paid an approved run, and of each payment that it returned, why (by identifier). The word is stored first, once; then each payment's case has
 * its answer from it. What fails on the way stays pending, and the sweeper goes on with it.
 */
export async function markRun(
  house: Parts,
  call: Head,
  run: Run,
  member: StaffMember,
  paidOn: string,
  returned: ReadonlyMap<string, string> = new Map(),
): Promise<Marked> {
  if (!rolesIn(call, member).has("finance")) return { outcome: "notTheirs" };
  const now = house.clock.now();
  const transfers = run.transfers.map((transfer) => {
    const why = returned.get(transfer.id);
    return why === undefined ? transfer : { ...transfer, returned: why };
  });
  const stored = await house.table.change(runKey(call.callId, run.number), {
    set: {
      status: "marked",
      paidOn,
      transfers,
      markedAt: now,
      markedBy: named(member),
      ...pendingSince(call.pk, now),
    },
    when: { status: { is: "approved" } },
  });
  if (stored.outcome === "refused") return { outcome: "notApproved" };
  await tryNow(house, runItem.parse(stored.item));
  return { outcome: "marked" };
}

async function tryNow(house: Parts, run: Run): Promise<void> {
  try {
    await settleRun(house, run);
  } catch (error) {
    house.log("K303", { ref: run.pk, what: "run", error: error instanceof Error ? error.name : "unknown" });
  }
}

/** Answers each case's question from a marked run. Safe to repeat: a case that has its answer is passed over. */
export async function settleRun(house: Parts, run: Run): Promise<"settled" | "later"> {
  const { paidOn, markedBy } = run;
  if (run.status !== "marked" || paidOn === undefined || markedBy === undefined) return "settled";
  let open = 0;
  for (const transfer of madeBy(run)) {
    if ((await settle(house, transfer, paidOn, markedBy.email)) === "later") open++;
  }
  if (open > 0) return "later";
  await house.table.change(
    { pk: run.pk, sk: run.sk },
    { set: { settledAt: house.clock.now() }, remove: ["pending", "pendingAt", "attempts"] },
  );
  return "settled";
}

/** A question that was armed anew meanwhile is found by its state, and told from an earlier one by its attempt. */
async function settle(
  house: Parts,
  { id, ref, state, returned }: RunTransfer,
  paidOn: string,
  by: string,
): Promise<"settled" | "later"> {
  const loaded = await loadCase(house, ref);
  const money = loaded?.process.money;
  const kind = loaded && money?.asked(loaded.file, state)?.payment;
  if (!loaded || !money || !kind) return "later";
  if (transferId(ref, kind, attemptOf(loaded, money, kind)) !== id) return "settled";
  const task = loaded.tasks.find(
    (one) => one.state === state && one.form === payment.id && one.status === "open",
  );
  const isOver = task?.dueAt !== undefined && house.clock.now() >= task.dueAt;
  if (!task || isOver) return "later";
  const said =
    returned === undefined
      ? { outcome: "paid", values: { paidOn } }
      : { outcome: "returned", values: { returnReason: returned } };
  const stored = await storeAnswer(house, { task, loaded }, said, by);
  return stored === "stored" ? "settled" : "later";
}
