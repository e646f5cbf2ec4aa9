import type { House } from "../house.ts";
import { runTransferKey, runTransfers } from "../store/keys.ts";
import { payingItem, type Run, type RunTransfer, runTransfer } from "../store/run-item.ts";
import { type PaymentAsked, payingKeys } from "./paying-keys.ts";
import type { Waiting } from "./waiting.ts";

type Parts = Pick<House, "table">;
type Numbered = Pick<Run, "callId" | "number">;

/** Some payments of a run, in the order of their cases. Throws a `BadCursor` for an `after` of no page. */
export async function transfersOf(
  { table }: Parts,
  { callId, number }: Numbered,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<{ readonly transfers: readonly RunTransfer[]; readonly next?: string }> {
  const { items, next } = await table.page(runTransfers(callId, number), { limit, after });
  const transfers = items.map((item) => runTransfer.parse(item));
  return { transfers, ...(next === undefined ? {} : { next }) };
}

/** All payments of a run, read a page at a time. */
export async function* allTransfers(parts: Parts, run: Numbered): AsyncGenerator<RunTransfer> {
  let after: string | undefined;
  do {
    const { transfers, next } = await transfersOf(parts, run, { limit: 250, after });
    yield* transfers;
    after = next;
  } while (after !== undefined);
}

/** The payments of a run by these identifiers; what it does not have is left out. */
export async function transfersNamed(
  { table }: Parts,
  { callId, number }: Numbered,
  ids: readonly string[],
): Promise<readonly RunTransfer[]> {
  const items = await table.getMany([...new Set(ids)].map((id) => runTransferKey(callId, number, id)));
  return items.flatMap((item) => (item ? [runTransfer.parse(item)] : []));
}

/** Notes a payment of a run as it is now. */
export const noteTransfer = ({ table }: Parts, { callId, number }: Numbered, waiting: Waiting) =>
  table.put({
    ...runTransferKey(callId, number, waiting.id),
    id: waiting.id,
    ref: waiting.ref,
    state: waiting.state,
    ...(waiting.calledBefore ? { calledBefore: waiting.calledBefore } : {}),
    to: waiting.to,
    cents: waiting.cents,
    about: waiting.about,
  });

/**
 * Takes a payment into a run; `false` when another run has it. A question for a payment is in one run at most, whoever prepares
 * what at which moment; a run that takes it twice has it once.
 */
export async function takeInto(
  { table }: Parts,
  { callId, number }: Numbered,
  waiting: PaymentAsked,
): Promise<boolean> {
  const [key, ...before] = payingKeys(callId, waiting);
  if (!key) return false;
  // Nobody takes it under an old name any more, and who did before the release still has it.
  const earlier = before.length === 0 ? [] : await table.getMany(before);
  if (earlier.some((item) => item && ![0, number].includes(payingItem.parse(item).run))) return false;
  for (const free of ["absent", { is: 0 }, { is: number }] as const) {
    const { outcome } = await table.change(key, { set: { run: number }, when: { run: free } });
    if (outcome === "changed") return true;
  }
  return false;
}

/** Lets a payment go from a run, so that another may take it; what another has taken since stays there. */
export async function letGo(
  { table }: Parts,
  { callId, number }: Numbered,
  transfer: PaymentAsked,
): Promise<void> {
  for (const key of payingKeys(callId, transfer))
    await table.change(key, { set: { run: 0 }, when: { run: { is: number } } });
}
