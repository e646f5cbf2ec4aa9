/** One who looks for a place: the places wanted, the most wanted first. */
export interface Seeker {
  readonly id: string;
  readonly wants: readonly string[];
}

/** One who takes so many in. */
export interface Place {
  readonly id: string;
  readonly capacity: number;
  /** How a seeker stands in the place's own order: the lower is liked better. `undefined` for one who cannot come here. */
  readonly rankOf: (seeker: string) => number | undefined;
}

/**
 * What came of one wish: it was fulfilled, the place took others that it likes better, the seeker cannot come here (or
 * there is no such place any more), or a wish before it was fulfilled.
 */
export type WishOutcome = "matched" | "others" | "excluded" | "unneeded";

export interface Matched {
  readonly seeker: string;
  /** The place found, if one was. */
  readonly place?: string;
  readonly wishes: readonly { readonly place: string; readonly outcome: WishOutcome }[];
}

interface Held {
  readonly seeker: string;
  readonly rank: number;
}

/**
 * Matches seekers with places by deferred acceptance, the seekers proposing: nobody and no place could both do better
 * with each other, and no seeker could do better in any other matching of which this is true. Equal ranks are told apart
 * by the seeker's identifier, so the result depends on nothing but what is given, in whatever order.
 *
 * Source: D. Gale, L. S. Shapley, College Admissions and the Stability of Marriage, American Mathematical Monthly 69
 * (1962).
 */
export function match(seekers: readonly Seeker[], places: readonly Place[]): readonly Matched[] {
  const known = new Map(places.map((place) => [place.id, place]));
  const held = new Map<string, readonly Held[]>();
  const tried = new Map(seekers.map(({ id }) => [id, 0]));
  const bySeeker = new Map(seekers.map((seeker) => [seeker.id, seeker]));
  const free = [...seekers];
  for (let seeker = free.pop(); seeker !== undefined; seeker = free.pop()) {
    const { id, wants } = seeker;
    const wish = wants[tried.get(id) ?? 0];
    if (wish === undefined) continue;
    tried.set(id, (tried.get(id) ?? 0) + 1);
    const place = known.get(wish);
    const rank = place?.rankOf(id);
    if (!place || rank === undefined) {
      free.push(seeker);
      continue;
    }
    const inOrder = [...(held.get(wish) ?? []), { seeker: id, rank }].toSorted(better);
    held.set(wish, inOrder.slice(0, place.capacity));
    for (const { seeker: turnedAway } of inOrder.slice(place.capacity)) {
      const one = bySeeker.get(turnedAway);
      if (one) free.push(one);
    }
  }
  const found = new Map([...held].flatMap(([place, those]) => those.map(({ seeker }) => [seeker, place])));
  return seekers.map(({ id, wants }) => {
    const place = found.get(id);
    const reached = place === undefined ? wants.length : wants.indexOf(place);
    return {
      seeker: id,
      ...(place === undefined ? {} : { place }),
      wishes: wants.map((wish, index) => ({ place: wish, outcome: outcomeOf(index, reached, wish, id) })),
    };
  });

  function outcomeOf(index: number, reached: number, wish: string, seeker: string): WishOutcome {
    if (index === reached) return "matched";
    if (index > reached) return "unneeded";
    return known.get(wish)?.rankOf(seeker) === undefined ? "excluded" : "others";
  }
}

const better = (a: Held, b: Held): number => a.rank - b.rank || (a.seeker < b.seeker ? -1 : 1);
