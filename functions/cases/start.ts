import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { headKey, idOf } from "../store/keys.ts";
import { clocksSince } from "./clocks.ts";
import { type LoadedCase, loadCase } from "./load.ts";

/**
 * Starts the execution that a head still waits for. Its name says case and generation, so a second start is none.
 * The input carries identifiers and instants only. Whoever has just loaded the case hands it on.
 */
export async function startExecution(
  house: Pick<House, "table" | "engine" | "clock">,
  head: Head,
  known?: LoadedCase,
): Promise<void> {
  if (!head.toStart) return;
  const loaded = known ?? (await loadCase(house, head.pk));
  if (!loaded) return;
  const { from, visit, parts = [] } = head.toStart;
  await house.engine.start(head.process, `${idOf(head.pk)}-${head.generation}`, {
    ref: head.pk,
    from,
    visit,
    at: clocksSince(loaded, from, visit, house.clock.now()),
    parts,
  });
  const started = { remove: ["toStart"] };
  const settled = { remove: [...started.remove, "pending", "pendingAt", "attempts"] };
  // What has broken in since the head was read still has to be passed on.
  const { outcome } = await house.table.change(headKey(head.pk), {
    ...(awaitsInterruption(head) ? started : settled),
    when: { interrupted: { is: head.interrupted } },
  });
  if (outcome === "refused") await house.table.change(headKey(head.pk), started);
}

export const awaitsInterruption = (head: Head): boolean => head.heard < head.interrupted;
