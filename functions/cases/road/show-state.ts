import type { House } from "../../house.ts";
import { entryKey, headKey, isCall } from "../../store/keys.ts";
import type { LoadedCase } from "../load.ts";

/** Makes visible where a case is: in its entry in the call's list, or, for a call, in its own head. */
export async function showState(
  house: Pick<House, "table">,
  loaded: LoadedCase,
  state: string,
): Promise<void> {
  const { head, entry } = loaded;
  if (isCall(head.pk)) {
    if (head.state !== state) await house.table.change(headKey(head.pk), { set: { state } });
    return;
  }
  if (entry?.state === state) return;
  await house.table.change(entryKey(head.callId, head.pk), {
    set: { state },
    when: { ended: { is: false } },
  });
}

/**
 * The state in which a case stands now. A pause that time alone ends is left without a function that could say so,
 * so it is read from the clock.
 */
export function stateNow(loaded: LoadedCase, now: string): string {
  const shown = loaded.entry?.state ?? loaded.head.state ?? "submitted";
  const definition = loaded.process.states[shown];
  const pause = loaded.tasks.findLast((task) => task.state === shown && task.kind === "await");
  const isOver = definition?.kind === "until" && pause?.dueAt !== undefined && now >= pause.dueAt;
  return isOver ? definition.next : shown;
}
