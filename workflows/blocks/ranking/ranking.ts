import type { Score } from "../../kernel/score.ts";
import { inOrder, type Key, type Orderable } from "./order.ts";

/** What the ranking looks at, and nothing else. */
export interface Application extends Orderable {
  /** Countries, the most wanted first. */
  readonly preferences: readonly string[];
}

/** Places by country. */
export type Quotas = Readonly<Record<string, number>>;

interface Placed {
  readonly id: string;
  /** Place in the order of those who reached the minimum, from 1. */
  readonly position: number;
  /** The key that put the neighbour above there; the first has none. */
  readonly decidedBy: Key | undefined;
  /** Countries of the own preference that were full when the turn came. */
  readonly full: readonly string[];
}

export type Ranked =
  | (Placed & { readonly kind: "offered"; readonly country: string })
  /** `reservePosition` is the place on the reserve list, from 1. */
  | (Placed & { readonly kind: "reserve"; readonly reservePosition: number })
  | { readonly id: string; readonly kind: "rejected" };

/**
 * Ranks the applications of one call and hands out its places.
 *
 * The order is: score, higher first; not travelled with the programme before; rural; submitted earlier; applicant by
 * code point. Going down the order, each gets the first country of their preference with a free place, else a place
 * on the reserve list. Below the minimum: rejected. The result lists the ranked in their order, then the rejected in
 * theirs, and does not depend on the order of the input.
 *
 * Throws a RangeError on a submission time that is no instant and on a quota that is no whole number from 0.
 */
export function rank(applications: readonly Application[], quotas: Quotas, minimum: Score): Ranked[] {
  const places = freePlaces(quotas);
  const order = inOrder(applications);
  const wanted = applications.map(({ preferences }) => preferences);
  const ranked = new Array<Ranked>(applications.length);
  let position = 0;
  let reserve = 0;
  let above: number | undefined;
  for (let turn = 0; turn < ranked.length; turn += 1) {
    const index = order.indices[turn] ?? 0;
    const id = order.ids[index] ?? "";
    if (order.scoreOf(index) < minimum) {
      ranked[turn] = { id, kind: "rejected" };
      continue;
    }
    const decidedBy = above === undefined ? undefined : order.decidedBy(above, index);
    above = index;
    position += 1;
    const preferences = wanted[index] ?? none;
    const choice = takePlace(preferences, places);
    const country = preferences[choice];
    if (country === undefined) {
      reserve += 1;
      ranked[turn] = {
        id,
        kind: "reserve",
        reservePosition: reserve,
        position,
        decidedBy,
        full: preferences,
      };
    } else {
      const full = choice === 0 ? none : preferences.slice(0, choice);
      ranked[turn] = { id, kind: "offered", country, position, decidedBy, full };
    }
  }
  return ranked;
}

const none: readonly string[] = [];

/** Free places, in all and by country. */
interface Places {
  left: number;
  readonly in: ReadonlyMap<string, { free: number }>;
}

/** Takes a place in the first country that has one; which choice that is, or -1 where all are full. */
function takePlace(preferences: readonly string[], places: Places): number {
  if (places.left === 0) return -1;
  for (let choice = 0; choice < preferences.length; choice += 1) {
    const place = places.in.get(preferences[choice] ?? "");
    if (place === undefined || place.free === 0) continue;
    place.free -= 1;
    places.left -= 1;
    return choice;
  }
  return -1;
}

function freePlaces(quotas: Quotas): Places {
  const places = Object.entries(quotas).map(([country, free]) => {
    if (!Number.isSafeInteger(free) || free < 0) {
      throw new RangeError(`places are whole numbers from 0: ${country} ${free}`);
    }
    return [country, { free }] as const;
  });
  return { left: places.reduce((sum, [, { free }]) => sum + free, 0), in: new Map(places) };
}
