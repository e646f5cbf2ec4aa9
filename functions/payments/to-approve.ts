import { loadCall } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { preparedInbox, type Run, runItem } from "../store/run-item.ts";
import { isOwnRun } from "./decide-run.ts";

/** So many are shown at once: the oldest. */
const shownAtOnce = 20;

/** The prepared runs that wait for somebody's word: of calls whose finance they are, and which they did not prepare themselves. */
export async function runsToApprove(
  house: Pick<House, "table">,
  member: StaffMember,
): Promise<readonly { readonly call: Head; readonly run: Run }[]> {
  const { items } = await house.table.indexPage("inbox", preparedInbox, { limit: 100 });
  const waiting = items.map((item) => runItem.parse(item)).filter(({ status }) => status === "prepared");
  const calls = new Map(
    await Promise.all(
      [...new Set(waiting.map(({ callId }) => callId))].map(
        async (callId) => [callId, await loadCall(house, callId)] as const,
      ),
    ),
  );
  return waiting
    .flatMap((run) => {
      const call = calls.get(run.callId);
      return call && rolesIn(call, member).has("finance") && !isOwnRun(call, run, member)
        ? [{ call, run }]
        : [];
    })
    .slice(0, shownAtOnce);
}
