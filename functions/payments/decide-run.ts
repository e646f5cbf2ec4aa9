import { rolesIn, type StaffMember } from "../cases/staff.ts";
import { behind } from "../cases/standing-in.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { runKey } from "../store/keys.ts";
import type { Run } from "../store/run-item.ts";
import { entriesOf, payingDay, type Waiting, waitingIn } from "./call-money.ts";
import { named } from "./runs.ts";

export type Decided =
  | { readonly outcome: "approved" | "sentBack" }
  | { readonly outcome: "notTheirs" | "ownRun" | "nothingLeft" | "decidedBefore" };

/**
 * Approves a run: finance does, and never who prepared it (four-eyes principle), nor anybody who stands in for them, for whom
 * they stood in, or whom they have named to stand in. A payment that its case no longer asks for as it was
 * prepared (broken off, paid to another account) is left out. Of two who decide at once, one does; the other is told.
 */
export async function approveRun(
  house: Pick<House, "table" | "clock">,
  call: Head,
  run: Run,
  member: StaffMember,
): Promise<Decided> {
  const refusal = refuse(call, run, member);
  if (refusal) return refusal;
  const now = house.clock.now();
  const refs = new Set(run.transfers.map(({ ref }) => ref));
  const entries = (await entriesOf(house, call)).filter(({ ref }) => refs.has(ref));
  const waiting = new Map((await waitingIn(house, call, entries)).map((one) => [one.id, one]));
  const transfers = run.transfers.map((transfer) =>
    isStillAsked(transfer, waiting.get(transfer.id)) ? transfer : { ...transfer, leftOut: true },
  );
  if (transfers.every(({ leftOut }) => leftOut)) return { outcome: "nothingLeft" };
  const approved = { status: "approved", transfers, payOn: payingDay(now) };
  return (await decide(house, call, run, member, approved))
    ? { outcome: "approved" }
    : { outcome: "decidedBefore" };
}

const isStillAsked = (frozen: Run["transfers"][number], now: Waiting | undefined): boolean =>
  now?.cents === frozen.cents && now.to.iban === frozen.to.iban;

/** Sends a run back with a reason: its payments may be prepared anew. Whoever prepared it may take it back too. */
export async function sendRunBack(
  house: Pick<House, "table" | "clock">,
  call: Head,
  run: Run,
  member: StaffMember,
  reason: string,
): Promise<Decided> {
  const refusal = refuse(call, run, member);
  if (refusal && refusal.outcome !== "ownRun") return refusal;
  const back = { status: "sentBack", reason };
  return (await decide(house, call, run, member, back))
    ? { outcome: "sentBack" }
    : { outcome: "decidedBefore" };
}

/** Is somebody behind the preparation of a run also behind this member of the staff? */
export function isOwnRun(call: Head, { preparedBy, preparedFor = [] }: Run, member: StaffMember): boolean {
  const behindIt = [preparedBy.email.toLowerCase(), ...preparedFor];
  const behindMember = behind(call, member.email, member.standIns ?? []);
  return behindIt.some((email) => behindMember.has(email));
}

function refuse(call: Head, run: Run, member: StaffMember): Decided | undefined {
  if (run.status !== "prepared") return { outcome: "decidedBefore" };
  if (isOwnRun(call, run, member)) return { outcome: "ownRun" };
  return rolesIn(call, member).has("finance") ? undefined : { outcome: "notTheirs" };
}

async function decide(
  house: Pick<House, "table" | "clock">,
  call: Head,
  run: Run,
  member: StaffMember,
  set: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { outcome } = await house.table.change(runKey(call.callId, run.number), {
    set: { ...set, decidedAt: house.clock.now(), decidedBy: named(member) },
    when: { status: { is: "prepared" } },
  });
  return outcome === "changed";
}
