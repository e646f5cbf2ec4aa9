import { nameToday } from "../../../workflows/kernel/moved.ts";
import { movedOver } from "../../../workflows/kernel/retry.ts";
import { isWide } from "../../../workflows/kernel/states.ts";
import type { When } from "../../adapters/table.ts";
import type { House } from "../../house.ts";
import { type Head, headItem } from "../../store/items.ts";
import { headKey, idOf, nothingPending } from "../../store/keys.ts";
import { isOver, type LoadedCase, loadCase } from "../load.ts";
import { clocksSince } from "./clocks.ts";

/**
 * Starts the execution that a head still waits for. Its name says case and generation, so a second start is none. A name that an execution
 * has which is over (of a case that was lost when the table was set back, and applied for again) is left to it. The input carries identifiers
 * and instants only. Whoever has just loaded the case hands it on.
 */
export async function startExecution(
  house: Pick<House, "table" | "engine" | "clock">,
  head: Head,
  known?: LoadedCase,
): Promise<void> {
  if (!head.toStart) return;
  const loaded = known ?? (await loadCase(house, head.pk));
  if (!loaded) return;
  const { from: stored, visit, parts = [], ends = [] } = head.toStart;
  const from = nameToday(loaded.process, stored);
  for (const token of ends) await house.engine.interrupt(token, movedOver, 0);
  const said = await house.engine.start(head.process, `${idOf(head.pk)}-${head.generation}`, {
    ref: head.pk,
    from,
    visit,
    at: clocksSince(loaded, from, visit, house.clock.now()),
    parts: isWide(loaded.process.states[from]) ? parts.length : parts,
  });
  if (said === "taken" && !isOver(loaded)) {
    const { generation } = head;
    const next = { set: { generation: generation + 1 }, when: { generation: { is: generation } } };
    const renamed = await house.table.change(headKey(head.pk), next);
    if (renamed.outcome === "changed") await startExecution(house, headItem.parse(renamed.item), loaded);
    return;
  }
  const started = { remove: ["toStart"] };
  const settled = { remove: [...started.remove, ...nothingPending] };
  // What has been said since the head was read still has to be passed on.
  const { outcome } = await house.table.change(headKey(head.pk), {
    ...(awaitsInterruption(head) || isWaitedFor(head) ? started : settled),
    when: asRead(head),
  });
  if (outcome === "refused") await house.table.change(headKey(head.pk), started);
}

export const awaitsInterruption = (head: Head): boolean => head.heard < head.interrupted;

/** Is anything owed to it that waits until it may break in? */
export const isOwed = ({ owed = [] }: Head): boolean => owed.length > 0;

/** Does anything of it wait for a time that has not come yet? */
export const isWaitedFor = (head: Head): boolean => isOwed(head) || head.takeUp !== undefined;

/** That nothing was said to it since its head was read. */
export const asRead = ({ interrupted, owing, takeUp }: Head): When => ({
  interrupted: { is: interrupted },
  takeUp: takeUp ? "present" : "absent",
  owing: owing === undefined ? "absent" : { is: owing },
});
