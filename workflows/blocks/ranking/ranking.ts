import { points } from "../../kernel/score.ts";
import type { Selection, Terms } from "../../kernel/selection/selection.ts";
import { type Given, giving } from "./giving.ts";
import { type Application, inOrder } from "./order.ts";

interface Placed {
  readonly id: string;
  /** Place in the order of those who reached the minimum, from 1. */
  readonly position: number;
  /** The key that put the neighbour above there; the first has none. */
  readonly decidedBy: string | undefined;
}

export type Ranked =
  | (Placed & Given & { readonly kind: "offered" })
  /** `reservePosition` is the place on the reserve list, from 1. */
  | (Placed & { readonly kind: "reserve"; readonly reservePosition: number })
  | { readonly id: string; readonly kind: "rejected" };

/**
 * Ranks the applications of one call and hands out what there is: by the keys of the selection, and along the order whoever gets
 * something, else a place on the reserve list. Below the minimum score: rejected. The result lists the ranked in their order, then
 * the rejected in theirs, and does not depend on the order of the input.
 *
 * Throws a RangeError on what a key or a quota does not allow.
 */
export function rank(
  applications: readonly Application[],
  { order: keys, award }: Pick<Selection, "order" | "award">,
  terms: Terms,
): Ranked[] {
  const give = giving(award, terms, applications, { cents: 0, isAnyOpen: false });
  const order = inOrder(applications, keys);
  const isBelow = belowMinimum(applications, terms);
  const ranked = new Array<Ranked>(applications.length);
  let [placed, rejected, reserve] = [0, applications.length - isBelow.reduce((sum, one) => sum + one, 0), 0];
  let above: number | undefined;
  for (let turn = 0; turn < ranked.length; turn += 1) {
    const index = order.indices[turn] ?? 0;
    const id = order.ids[index] ?? "";
    if (isBelow[index] === 1) {
      ranked[rejected] = { id, kind: "rejected" };
      rejected += 1;
      continue;
    }
    const decidedBy = above === undefined ? undefined : order.decidedBy(above, index);
    above = index;
    const position = placed + 1;
    const given = give(index);
    if (given === undefined) {
      reserve += 1;
      ranked[placed] = { id, kind: "reserve", reservePosition: reserve, position, decidedBy };
    } else ranked[placed] = { id, kind: "offered", position, decidedBy, ...given };
    placed += 1;
  }
  return ranked;
}

/** Whose score is below the least one, by place in the input. */
function belowMinimum(applications: readonly Application[], { minimumScore }: Terms): Uint8Array {
  const below = new Uint8Array(applications.length);
  if (minimumScore === undefined) return below;
  const least = points(minimumScore);
  applications.forEach(({ bid: { score = 0 } }, place) => {
    if (score < least) below[place] = 1;
  });
  return below;
}
