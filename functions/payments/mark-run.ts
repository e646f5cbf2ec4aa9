import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { askedIn } from "../../workflows/kernel/money.ts";
import { nameToday } from "../../workflows/kernel/moved.ts";
import { payment } from "../../workflows/kernel/payment.ts";
import { loadCase } from "../cases/load.ts";
import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { storeAnswer } from "../cases/tasks/answer.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { pendingSince, runKey } from "../store/keys.ts";
import type { Run, RunTransfer } from "../store/run-item.ts";
import { answeredAs, attemptOf, transferId } from "./attempt.ts";
import { named } from "./runs.ts";
import { tellPaid } from "./tell.ts";
import { letGo, transfersNamed, transfersOf } from "./transfers.ts";

type Parts = Pick<House, "table" | "clock" | "engine" | "log" | "config">;

/** So many cases have their answer at a time. */
const atOnce = 10;
/** So many in one go: they are through within the sweeper's minute. */
const mostAtOnce = 500;
const onPage = 100;

export type Marked = { readonly outcome: "marked" | "notTheirs" | "notApproved" };

/** Is a run such that finance may mark it, or say what the bank returned of it? */
export const isMarkable = ({ status, work }: Run): boolean => status === "approved" && work === undefined;

/**
 * Finance says on which day the bank paid an approved run, and of some payments that it returned, why (by identifier). The word is
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
  const isSame = run.paidOn === paidOn && run.markedBy?.email === member.email;
  if (run.status === "marked" && isSame) return { outcome: "marked" };
  if (!isMarkable(run)) return { outcome: "notApproved" };
  const now = house.clock.now();
  const stored = await house.table.change(runKey(call.callId, run.number), {
    set: {
      status: "marked",
      paidOn,
      returned: Object.fromEntries(returned),
      markedAt: now,
      markedBy: named(member),
      ...pendingSince(call.pk, now),
    },
    when: { status: { is: "approved" }, workStep: { is: run.workStep } },
  });
  if (stored.outcome === "refused") return { outcome: "notApproved" };
  return { outcome: "marked" };
}

/** Notes of some payments of an approved run why the bank returned them, or that it did not: a run may have very many. */
export async function noteReturned(
  house: Pick<House, "table">,
  call: Head,
  run: Run,
  member: StaffMember,
  said: ReadonlyMap<string, string | undefined>,
): Promise<Marked | { readonly outcome: "noted" }> {
  if (!rolesIn(call, member).has("finance")) return { outcome: "notTheirs" };
  if (!isMarkable(run)) return { outcome: "notApproved" };
  for (const { pk, sk, id } of await transfersNamed(house, run, [...said.keys()])) {
    const returned = said.get(id);
    await house.table.change(
      { pk, sk },
      returned === undefined ? { remove: ["returned"] } : { set: { returned } },
    );
  }
  return { outcome: "noted" };
}

/**
 * Answers the questions of the cases of a marked run, some hundred of them; what is left stays pending. Safe to repeat: a case that
 * has its answer is passed over.
 */
export async function settleRun(house: Parts, run: Run): Promise<"settled" | "later"> {
  const { paidOn, markedBy } = run;
  const key = { pk: run.pk, sk: run.sk };
  if (run.status !== "marked" || paidOn === undefined || markedBy === undefined) return "settled";
  let after = run.settledTo;
  let hasLater = run.hasLater ?? false;
  for (let settled = 0; settled < mostAtOnce; settled += onPage) {
    const { transfers, next } = await transfersOf(house, run, { limit: onPage, after });
    const open = transfers.filter((transfer) => !transfer.leftOut && !transfer.settled);
    for (let from = 0; from < open.length; from += atOnce) {
      const some = open.slice(from, from + atOnce);
      const outcomes = await Promise.all(
        some.map((transfer) => settleByItself(house, run, transfer, paidOn, markedBy.email)),
      );
      hasLater ||= outcomes.includes("later");
    }
    after = next;
    if (after === undefined) break;
  }
  if (after !== undefined) {
    await house.table.change(key, {
      set: { settledTo: after, hasLater, pendingAt: house.clock.now() },
      when: { pending: "present" },
    });
    return "settled";
  }
  if (hasLater) {
    await house.table.change(key, { remove: ["settledTo", "hasLater"] });
    return "later";
  }
  await house.table.change(key, {
    set: { settledAt: house.clock.now() },
    remove: ["pending", "pendingAt", "attempts", "settledTo", "hasLater"],
  });
  return "settled";
}

/** A case that cannot be answered now holds up none of the others. */
const settleByItself: typeof settleOne = async (house, run, transfer, paidOn, by) => {
  try {
    return await settleOne(house, run, transfer, paidOn, by);
  } catch (error) {
    house.log("K303", {
      ref: transfer.ref,
      what: "run",
      error: error instanceof Error ? error.name : "unknown",
    });
    return "later";
  }
};

async function settleOne(
  house: Parts,
  run: Run,
  transfer: RunTransfer,
  paidOn: string,
  by: string,
): Promise<"settled" | "later"> {
  const returned = run.returned[transfer.id] ?? transfer.returned;
  const outcome = await settlePayment(house, { ...transfer, returned }, paidOn, by);
  if (outcome === "later") return "later";
  const { pk, sk } = transfer;
  // Let go first: what is settled is not looked at again, and what stays in a run keeps the next payment of its state out of all others.
  await letGo(house, run, transfer);
  await house.table.change({ pk, sk }, { set: { settled: true } });
  return "settled";
}

/**
 * Answers the question of a case for a payment. One that was armed anew meanwhile is found by its state, and told from an earlier one by
 * its attempt.
 */
export async function settlePayment(
  house: Parts,
  {
    id,
    ref,
    state: asked,
    returned,
  }: Pick<RunTransfer, "id" | "ref" | "state"> & { readonly returned?: string | undefined },
  paidOn: string,
  by: string,
): Promise<"settled" | "later"> {
  const loaded = await loadCase(house, ref);
  const money = loaded?.process.money;
  if (!loaded || !money) return "later";
  const state = nameToday(loaded.process, asked);
  const before = answeredAs(loaded, money, id);
  if (before) {
    // Whoever answered it may have been cut off before anybody was told; said again it is the same mail.
    if (before.outcome === "paid") await tellPaid(house, loaded, { ...before, id, state, paidOn });
    return "settled";
  }
  const wanted = askedIn(money, loaded.file, state);
  if (!wanted) return "later";
  const { payment: name, cents } = wanted;
  if (transferId(ref, name, attemptOf(loaded, money, name)) !== id) return "settled";
  const task = loaded.tasks.find(
    (one) => one.state === state && one.form === payment.id && one.status === "open",
  );
  const isLate = task?.dueAt !== undefined && isOver(task.dueAt, house.clock.now());
  if (!task || isLate) return "later";
  const said =
    returned === undefined
      ? { outcome: "paid", values: { paidOn } }
      : { outcome: "returned", values: { returnReason: returned } };
  const stored = await storeAnswer(house, { task, loaded }, said, by);
  if (stored !== "stored") return "later";
  if (returned === undefined) await tellPaid(house, loaded, { id, state, payment: name, cents, paidOn });
  return "settled";
}
