import { payment } from "../../workflows/blocks/payment.ts";
import { storeAnswer } from "../cases/answer.ts";
import { loadCase } from "../cases/load.ts";
import { rolesIn, type StaffMember } from "../cases/staff.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { pendingSince, runKey } from "../store/keys.ts";
import type { Run, RunTransfer } from "../store/run-item.ts";
import { attemptOf, transferId } from "./attempt.ts";
import { madeBy, named } from "./runs.ts";

type Parts = Pick<House, "table" | "clock" | "engine" | "log">;

/** So many cases have their answer at a time: the longest run is through within the sweeper's minute. */
const atOnce = 10;

export type Marked = { readonly outcome: "marked" | "notTheirs" | "notApproved" };

/**
 * Finance says on which day the bank paid an approved run, and of each payment that it returned, why (by identifier). The word is
 * stored once, and pending until the sweeper has answered each payment's case from it: a run may have more payments than a request
 * has time for.
 */
export async function markRun(
  house: Pick<House, "table" | "clock">,
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
  return { outcome: "marked" };
}

/** Answers each case's question from a marked run. Safe to repeat: a case that has its answer is passed over. */
export async function settleRun(house: Parts, run: Run): Promise<"settled" | "later"> {
  const { paidOn, markedBy } = run;
  if (run.status !== "marked" || paidOn === undefined || markedBy === undefined) return "settled";
  const transfers = madeBy(run);
  const outcomes: ("settled" | "later")[] = [];
  for (let from = 0; from < transfers.length; from += atOnce) {
    const some = transfers.slice(from, from + atOnce);
    outcomes.push(
      ...(await Promise.all(some.map((transfer) => settle(house, transfer, paidOn, markedBy.email)))),
    );
  }
  if (outcomes.includes("later")) return "later";
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
