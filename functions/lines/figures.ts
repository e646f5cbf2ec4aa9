import type { HeldBack } from "../../workflows/kernel/selection/desk.ts";
import { loadCall } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { heldBackIn } from "../payments/held-back.ts";
import { type Figures, figuresItem } from "../store/figures-item.ts";
import { figuresKey, jobsPartition } from "../store/keys.ts";
import { type Line, lineItem } from "../store/line-item.ts";
import { linesPartition } from "./keys.ts";
import { tally } from "./tally.ts";

/** So many lines are read at once: less than the megabyte that a page of DynamoDB holds. */
const atOnce = 250;

/** All lines of a call, in the order of their identifiers, a page at a time. */
export async function* linesOf({ table }: Pick<House, "table">, callId: string): AsyncGenerator<Line> {
  let after: string | undefined;
  do {
    const { items, next } = await table.page(linesPartition(callId), { limit: atOnce, after });
    for (const item of items) yield lineItem.parse(item).line;
    after = next;
  } while (after !== undefined);
}

/** A call in numbers as it was counted last; with no case counted before that. */
export async function readFigures(
  { table, clock }: Pick<House, "table" | "clock">,
  callId: string,
): Promise<{ readonly figures: Figures; readonly heldBack: readonly HeldBack[] }> {
  const { figures, heldBack } = figuresItem.parse(
    (await table.get(figuresKey(callId))) ?? figuresKey(callId),
  );
  return { figures: figures ?? tally(clock.now()).figures(), heldBack };
}

/** Live, figures are never older than this and what counting them takes, twenty times. */
const soonestMillis = 5_000;
const restFactor = 20;

const nextCount = (now: string, took: number): string =>
  new Date(Date.parse(now) + Math.max(soonestMillis, restFactor * took)).toISOString();

/** Notes that lines of a call have changed, so that its figures are counted again before long. */
export async function markFigures(
  { table, clock }: Pick<House, "table" | "clock">,
  callId: string,
): Promise<void> {
  const key = figuresKey(callId);
  const { took } = figuresItem.parse((await table.get(key)) ?? key);
  const at = nextCount(clock.now(), took);
  for (;;) {
    const add = { changes: 1 };
    const set = { pending: jobsPartition, pendingAt: at };
    const begun = await table.change(key, { add, set, when: { pending: "absent" } });
    if (begun.outcome === "changed") return;
    const waits = await table.change(key, { add, when: { pending: "present" } });
    if (waits.outcome === "changed") return;
  }
}

/**
 * Counts a call anew from all of its lines. What changes while they are read is counted the next time, so no count can drift
 * from what it counts.
 */
export async function countFigures(
  house: Pick<House, "table" | "clock">,
  callId: string,
): Promise<"counted" | "again"> {
  const key = figuresKey(callId);
  const { changes } = figuresItem.parse((await house.table.get(key)) ?? key);
  const begun = performance.now();
  const counting = tally(house.clock.now());
  for await (const line of linesOf(house, callId)) counting.add(line);
  const call = await loadCall(house, callId);
  const heldBack = call ? await heldBackIn(house, call) : [];
  const took = Math.ceil(performance.now() - begun);
  const set = { figures: counting.figures(), heldBack, counted: changes, took };
  const done = await house.table.change(key, {
    set,
    remove: ["pending", "pendingAt", "attempts"],
    when: { changes: changes === 0 ? "absent" : { is: changes } },
  });
  if (done.outcome === "changed") return "counted";
  await house.table.change(key, { set: { ...set, pendingAt: nextCount(house.clock.now(), took) } });
  return "again";
}
