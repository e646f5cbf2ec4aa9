import type { Pairs } from "../../kernel/selection/pairs.ts";
import { inOrder } from "../ranking/order.ts";
import type { Place } from "./matching.ts";

/** Somebody who looks for a place, with what they bring. */
interface Looking<B> {
  readonly id: string;
  readonly bid: B;
}

/** A place with the order in which it takes those who want to come to it and can: 0 is liked best. */
export type OrderedPlace = Place & { readonly ranks: ReadonlyMap<string, number> };

/**
 * How each place takes those who want to come to it: those it names, in its order, then the others by its keys. Who wants to come
 * twice counts once, and so does whoever is named twice: where they are named first.
 */
export function placesFor<B, P extends { readonly id: string }>(
  looking: readonly Looking<B>[],
  places: readonly P[],
  { wants, capacity, names, likes, fits }: Pairs<B, P>,
): readonly OrderedPlace[] {
  const wishers = Map.groupBy(
    looking.flatMap((one) => [...new Set(wants(one.bid))].map((wish) => ({ wish, one }))),
    ({ wish }) => wish,
  );
  return places.map((place) => {
    const those = (wishers.get(place.id) ?? []).map(({ one }) => one).filter(({ bid }) => fits(bid, place));
    const first = [...new Set(names(place))];
    const named = first.filter((id) => those.some((one) => one.id === id));
    const others = those.filter(({ id }) => !first.includes(id));
    const { indices } = inOrder(others, likes(place));
    const ordered = [...named, ...[...indices].flatMap((index) => others[index]?.id ?? [])];
    const ranks = new Map(ordered.map((id, rank) => [id, rank]));
    return { id: place.id, capacity: Math.max(0, capacity(place)), ranks, rankOf: (id) => ranks.get(id) };
  });
}
