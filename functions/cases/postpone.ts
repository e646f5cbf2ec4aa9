import type { House } from "../house.ts";

/** When what was tried in vain is tried again (UTC instants): a little later each time, half an hour later at most. */
export function laterAfter(
  tried: number | undefined,
  now: string,
): { readonly attempts: number; readonly at: string } {
  const attempts = (tried ?? 0) + 1;
  const minutes = 2 ** Math.min(attempts, 6) / 2;
  return { attempts, at: new Date(Date.parse(now) + minutes * 60_000).toISOString() };
}

/** Puts an item on the list of what still has to leave the table, a little later each time. */
export async function postpone(
  { table, clock }: Pick<House, "table" | "clock">,
  item: { readonly pk: string; readonly sk: string; readonly attempts?: number | undefined },
): Promise<void> {
  const { attempts, at } = laterAfter(item.attempts, clock.now());
  await table.change(
    { pk: item.pk, sk: item.sk },
    { set: { pendingAt: at, attempts }, when: { pending: "present" } },
  );
}
