import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { isBehindToo } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { jobsPartition, runKey } from "../store/keys.ts";
import type { Run } from "../store/run-item.ts";
import { goOnWithRun, lease } from "./run-work.ts";
import { loadRun, mostAtOnce, named } from "./runs.ts";

type Parts = Pick<House, "table" | "clock" | "config">;

export type Decided =
  /** `approving`: its payments are looked at one after another, whether they are still asked for. */
  | { readonly outcome: "approved" | "approving" | "sentBack" }
  | { readonly outcome: "notTheirs" | "ownRun" | "nothingLeft" | "decidedBefore" };

/**
 * Approves a run: finance does, and never who prepared it (four-eyes principle), nor anybody who stands in for them, for whom
 * they stood in, or whom they have named to stand in. A payment that its case no longer asks for as it was
 * prepared (broken off, paid to another account) is left out. Of two who decide at once, one does; the other is told.
 */
export async function approveRun(
  house: Parts,
  call: Head,
  run: Run,
  member: StaffMember,
  /** So many are looked at at once, and more of them in the background. */
  most = mostAtOnce,
): Promise<Decided> {
  const again = await approvedBefore(house, call, run, member, most);
  if (again) return again;
  const refusal = refuse(call, run, member);
  if (refusal) return refusal;
  const isAtOnce = run.transfers <= most;
  const work = { kind: "approve", done: 0, count: 0, cents: 0 };
  if (!(await decide(house, call, run, { status: "approving", work, decidedBy: named(member) }, isAtOnce)))
    return { outcome: "decidedBefore" };
  if (!isAtOnce) return { outcome: "approving" };
  return finishApproval(house, call, run);
}

async function finishApproval(house: Parts, call: Head, run: Run): Promise<Decided> {
  await goOnWithRun(house, run);
  const after = await loadRun(house, call, run.number);
  return { outcome: after?.status === "prepared" ? "nothingLeft" : "approved" };
}

/** Whoever approves again what they have approved, because nobody told them, hears that it is; what was cut off is done now. */
async function approvedBefore(
  house: Parts,
  call: Head,
  run: Run,
  member: StaffMember,
  most: number,
): Promise<Decided | undefined> {
  if (run.decidedBy?.email !== member.email) return undefined;
  if (run.status === "approved") return { outcome: "approved" };
  if (run.status !== "approving") return undefined;
  return run.transfers > most ? { outcome: "approving" } : finishApproval(house, call, run);
}

/** Sends a run back with a reason: its payments may be prepared anew. Whoever prepared it may take it back too. */
export async function sendRunBack(
  house: Parts,
  call: Head,
  run: Run,
  member: StaffMember,
  reason: string,
): Promise<Decided> {
  if (isSentBackSo(run, member, reason)) {
    if (run.transfers <= mostAtOnce) await goOnWithRun(house, run);
    return { outcome: "sentBack" };
  }
  const refusal = refuse(call, run, member);
  if (refusal && refusal.outcome !== "ownRun") return refusal;
  const isAtOnce = run.transfers <= mostAtOnce;
  const back = {
    status: "sentBack",
    reason,
    decidedAt: house.clock.now(),
    decidedBy: named(member),
    work: { kind: "release", done: 0, count: 0, cents: 0 },
  };
  if (!(await decide(house, call, run, back, isAtOnce))) return { outcome: "decidedBefore" };
  if (isAtOnce) await goOnWithRun(house, run);
  return { outcome: "sentBack" };
}

const isSentBackSo = (run: Run, member: StaffMember, reason: string): boolean =>
  run.status === "sentBack" && run.decidedBy?.email === member.email && run.reason === reason;

/** Is somebody behind the preparation of a run also behind this member of the staff? */
export function isOwnRun(call: Head, { preparedBy, preparedFor = [] }: Run, member: StaffMember): boolean {
  return isBehindToo(call, [preparedBy.email, ...preparedFor], member);
}

function refuse(call: Head, run: Run, member: StaffMember): Decided | undefined {
  if (run.status !== "prepared") return { outcome: "decidedBefore" };
  if (isOwnRun(call, run, member)) return { outcome: "ownRun" };
  return rolesIn(call, member).has("finance") ? undefined : { outcome: "notTheirs" };
}

/** Stores a decision on a run that nobody has decided on; what follows from it for its payments is work that is pending. */
async function decide(
  house: Parts,
  call: Head,
  run: Run,
  set: Readonly<Record<string, unknown>>,
  isAtOnce: boolean,
): Promise<boolean> {
  const { outcome } = await house.table.change(runKey(call.callId, run.number), {
    set: { ...set, pending: jobsPartition, pendingAt: isAtOnce ? lease(house) : house.clock.now() },
    remove: ["inbox", "dueAt"],
    when: { status: { is: "prepared" }, workStep: { is: run.workStep } },
  });
  return outcome === "changed";
}
