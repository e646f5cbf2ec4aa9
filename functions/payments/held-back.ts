import type { HeldBack } from "../../workflows/kernel/selection/desk.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";

/** What of a call is held back for want of money; nothing where it has no budget. Then it reads every entry of the call. */
export async function heldBackIn(
  house: Pick<House, "table" | "clock">,
  { pk }: Pick<Head, "pk">,
): Promise<readonly HeldBack[]> {
  const call = await loadCase(house, pk, { withoutTasks: true });
  const desk = call?.file.selects && (await call.process.desk?.());
  if (!desk || desk.terms(call.file).budgetCents === undefined) return [];
  const whole = await loadCase(house, pk, { withoutTasks: true, withEntries: true });
  return whole ? desk.heldBack(whole.file, house.clock.now()) : [];
}
