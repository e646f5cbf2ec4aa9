import type { House } from "../../house.ts";

interface Waiting {
  readonly pk: string;
  readonly sk: string;
  /** How often it was tried in vain before. */
  readonly attempts?: number | undefined;
}

/** By then the waits after the tries before, of 1, 2, 4, 8, 16 and 32 minutes, make an hour. */
const triesInAnHour = 7;

/**
 * When what was tried in vain is tried again (UTC instant): a little later each time, half an hour later at most. What has waited
 * for an hour is said to have, once.
 */
export function laterFor(
  { clock, log }: Pick<House, "clock" | "log">,
  item: Waiting,
): { readonly attempts: number; readonly at: string } {
  const attempts = (item.attempts ?? 0) + 1;
  const minutes = 2 ** Math.min(attempts, 6) / 2;
  if (attempts === triesInAnHour) log("K402", { ref: item.pk, what: item.sk.split("#")[0] ?? "" });
  return { attempts, at: new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString() };
}

/** Puts an item on the list of what still has to leave the table, a little later each time. */
export async function postpone(house: Pick<House, "table" | "clock" | "log">, item: Waiting): Promise<void> {
  const { attempts, at } = laterFor(house, item);
  await house.table.change(
    { pk: item.pk, sk: item.sk },
    { set: { pendingAt: at, attempts }, when: { pending: "present" } },
  );
}
