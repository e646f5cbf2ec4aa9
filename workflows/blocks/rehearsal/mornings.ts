import type { Brought } from "../../kernel/selection/bid.ts";
import type { Selection } from "../../kernel/selection/selection.ts";
import { inOrder } from "../ranking/order.ts";

/** Somebody in the order, and after how many mornings what they are offered is free again; never, where they take it. */
interface Bidding {
  readonly id: string;
  readonly bid: Brought;
  readonly freeAfter: number | undefined;
}

/**
 * Who takes which place in the end, by the order of a selection: on each morning, along it, whoever waits is offered the first place wanted
 * that is free (processes.md, C8). So a file of people is told what it needs before anything is played.
 */
export function takenInTheEnd(
  bids: readonly Bidding[],
  { order, award }: Pick<Selection, "order" | "award">,
  places: Readonly<Record<string, number>>,
): ReadonlyMap<string, string> {
  const wants = award.kind === "places" ? award.wants : () => [];
  const free = new Map(Object.entries(places));
  const freed = new Map<number, string[]>();
  const taken = new Map<string, string>();
  let waiting = [...inOrder(bids, order).indices].flatMap((index) => bids[index] ?? []);
  for (let morning = 0; morning <= Math.max(0, ...freed.keys()); morning += 1) {
    for (const one of freed.get(morning) ?? []) free.set(one, (free.get(one) ?? 0) + 1);
    waiting = waiting.filter(({ id, bid, freeAfter }) => {
      const found = wants(bid).find((one) => (free.get(one) ?? 0) > 0);
      if (found === undefined) return true;
      free.set(found, (free.get(found) ?? 0) - 1);
      if (freeAfter === undefined) taken.set(id, found);
      else freed.set(morning + freeAfter, [...(freed.get(morning + freeAfter) ?? []), found]);
      return false;
    });
  }
  return taken;
}
