import { Temporal } from "temporal-polyfill";
import { loadCall } from "../../../functions/calls/calls.ts";
import { allStaff, rolesIn } from "../../../functions/cases/people/staff.ts";
import type { StaffMember } from "../../../functions/cases/people/staff-member.ts";
import type { House } from "../../../functions/house.ts";
import { approveRun } from "../../../functions/payments/decide-run.ts";
import { markRun } from "../../../functions/payments/mark-run.ts";
import { goOnWithRun } from "../../../functions/payments/run-work.ts";
import { loadRun, prepareRun, runsOf } from "../../../functions/payments/runs.ts";
import { untaken, waitingIn } from "../../../functions/payments/waiting.ts";
import type { Head } from "../../../functions/store/items.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";

/** A rehearsal has no form with boxes, and nobody who waits. */
const inOneRun = 500;

/**
 * The coordinator prepares a run of what these cases wait for; finance approves it and marks it as paid on the same day.
 * What a rehearsal that was killed had begun is finished first.
 */
export async function payInRuns(house: House, callId: string, refs: ReadonlySet<string>): Promise<void> {
  const call = await loadCall(house, callId);
  if (!call) throw new Error(`${callId}: no such call`);
  const { runs } = await runsOf(house, call, { limit: 10_000 });
  for (const { number } of runs.toReversed()) await finish(house, call, number);
  const asked = await untaken(house, call, await waitingIn(house, call, [...refs].toSorted()));
  const waiting = asked.filter(({ held }) => held === undefined);
  const coordinator = await memberWith(house, call, "coordinator");
  for (let from = 0; from < waiting.length; from += inOneRun) {
    const chosen = new Set(waiting.slice(from, from + inOneRun).map(({ id }) => id));
    const prepared = await prepareRun(house, call, coordinator, chosen, inOneRun);
    if (prepared.outcome !== "prepared")
      throw new Error(`${callId}: no run of payments: ${prepared.outcome}`);
    await finish(house, call, prepared.number);
  }
}

async function finish(house: House, call: Head, number: number): Promise<void> {
  const finance = await memberWith(house, call, "finance");
  await goOnWithRun(house, { callId: call.callId, number });
  const prepared = await loadRun(house, call, number);
  if (prepared?.status === "prepared") {
    const { outcome } = await approveRun(house, call, prepared, finance, inOneRun);
    if (outcome !== "approved") throw new Error(`${call.pk}: run ${number} was not approved: ${outcome}`);
  }
  const approved = await loadRun(house, call, number);
  if (approved?.status !== "approved") return;
  const today = localDay(Temporal.Instant.from(house.clock.now())).toString();
  await markRun(house, call, approved, finance, today);
}

async function memberWith(house: House, call: Head, role: string): Promise<StaffMember> {
  const member = (await allStaff(house)).find((candidate) => rolesIn(call, candidate).has(role));
  if (!member) throw new Error(`${call.pk}: nobody is ${role}`);
  return member;
}
