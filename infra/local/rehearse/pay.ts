import { Temporal } from "temporal-polyfill";
import { loadCall } from "../../../functions/calls/calls.ts";
import { allStaff, rolesIn } from "../../../functions/cases/people/staff.ts";
import type { StaffMember } from "../../../functions/cases/people/staff-member.ts";
import type { House } from "../../../functions/house.ts";
import { confirmHeld, heldPaymentOf, sayOfHeld } from "../../../functions/payments/decide-hold.ts";
import { approveRun, sendRunBack } from "../../../functions/payments/decide-run.ts";
import { lastWord } from "../../../functions/payments/holds.ts";
import { markRun } from "../../../functions/payments/mark-run.ts";
import { goOnWithRun } from "../../../functions/payments/run-work.ts";
import { loadRun, prepareRun, runsOf } from "../../../functions/payments/runs.ts";
import { untaken, type Waiting, waitingIn } from "../../../functions/payments/waiting.ts";
import type { Head } from "../../../functions/store/items.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";

/** A rehearsal has no form with boxes, and nobody who waits. */
const inOneRun = 500;

/** What finance writes where a payment was found to have been made, and where a run has none left to make. */
const found = "Rasta banko išraše";
const nothingLeft = "Nebeliko ko mokėti";

/**
 * The coordinator prepares a run of what these cases wait for; finance approves it and marks it as paid on the same day.
 * What a rehearsal that was killed had begun is finished first. What may have been paid before the table was set back was: finance
 * finds it at the bank, and the coordinator confirms it.
 */
export async function payInRuns(house: House, callId: string, refs: ReadonlySet<string>): Promise<void> {
  const call = await loadCall(house, callId);
  if (!call) throw new Error(`${callId}: no such call`);
  const { runs } = await runsOf(house, call, { limit: 10_000 });
  for (const { number } of runs.toReversed())
    if ((await finish(house, call, number)) === "nothingLeft") await takeBack(house, call, number);
  const asked = await untaken(house, call, await waitingIn(house, call, [...refs].toSorted()));
  for (const one of asked) await findAtBank(house, call, one);
  const waiting = asked.filter(({ held }) => held === undefined);
  const coordinator = await memberWith(house, call, "coordinator");
  for (let from = 0; from < waiting.length; from += inOneRun) {
    const chosen = new Set(waiting.slice(from, from + inOneRun).map(({ id }) => id));
    const prepared = await prepareRun(house, call, coordinator, chosen, inOneRun);
    if (prepared.outcome !== "prepared")
      throw new Error(`${callId}: no run of payments: ${prepared.outcome}`);
    const finished = await finish(house, call, prepared.number);
    if (finished !== "done") throw new Error(`${call.pk}: run ${prepared.number}: ${finished}`);
  }
}

/** `nothingLeft`: none of its payments is asked for any more. */
async function finish(house: House, call: Head, number: number): Promise<"done" | "nothingLeft"> {
  const finance = await memberWith(house, call, "finance");
  await goOnWithRun(house, { callId: call.callId, number });
  const prepared = await loadRun(house, call, number);
  if (prepared?.status === "prepared") {
    const { outcome } = await approveRun(house, call, prepared, finance, inOneRun);
    if (outcome === "nothingLeft") return outcome;
    if (outcome !== "approved") throw new Error(`${call.pk}: run ${number} was not approved: ${outcome}`);
  }
  const approved = await loadRun(house, call, number);
  if (approved?.status === "approved")
    await markRun(house, call, approved, finance, dayOf(house.clock.now()));
  return "done";
}

async function takeBack(house: House, call: Head, number: number): Promise<void> {
  const run = await loadRun(house, call, number);
  if (run) await sendRunBack(house, call, run, await memberWith(house, call, "finance"), nothingLeft);
}

async function findAtBank(house: House, call: Head, { id, hold }: Waiting): Promise<void> {
  const held = hold && (await heldPaymentOf(house, call, id));
  if (!held) return;
  const { happenedAt, at } = lastWord(held.hold);
  const paid = { what: "paid", paidOn: dayOf(happenedAt ?? at), reason: found } as const;
  await sayOfHeld(house, call, held, await memberWith(house, call, "finance"), paid);
  const said = await heldPaymentOf(house, call, id);
  if (said) await confirmHeld(house, call, said, await memberWith(house, call, "coordinator"));
}

const dayOf = (instant: string): string => localDay(Temporal.Instant.from(instant)).toString();

async function memberWith(house: House, call: Head, role: string): Promise<StaffMember> {
  const member = (await allStaff(house)).find((candidate) => rolesIn(call, candidate).has(role));
  if (!member) throw new Error(`${call.pk}: nobody is ${role}`);
  return member;
}
