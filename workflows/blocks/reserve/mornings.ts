import { Temporal } from "temporal-polyfill";
import { localDay, vilniusInstant } from "../../kernel/facts/calendar.ts";
import { iso } from "../../kernel/facts/instants.ts";
import type { Selection, Terms } from "../../kernel/selection/selection.ts";
import { type Given, giving } from "../ranking/giving.ts";
import { costOf, offerState, type Place } from "./places.ts";

/** Nine in the morning of the local day, or of one so many days later. UTC instant. */
const nine = (instant: string, later = 0): string =>
  iso(vilniusInstant(`${localDay(Temporal.Instant.from(instant)).add({ days: later })}T09:00`));

/** The latest nine in the morning that has come at `now`. UTC instants. */
export const morningAt = (now: string): string => (nine(now) <= now ? nine(now) : nine(now, -1));

/** The first nine in the morning after `now`. UTC instants. */
export const nextMorning = (now: string): string => (nine(now) > now ? nine(now) : nine(now, 1));

const dayOf = (instant: string): string => localDay(Temporal.Instant.from(instant)).toString();

/** Is it the morning of a later day than that of the instant? */
export const isLaterDay = (morning: string, than: string): boolean => dayOf(morning) > dayOf(than);

/** What a case is offered on a morning. */
export type MorningOffer = Given & { readonly ref: string };

/**
 * Gives on a morning, along the order, what is free by then to those who wait. What was answered or ran out since the morning
 * before counts now; what is answered today counts tomorrow. A morning after the last day for offers gives nothing.
 */
export function givenOn(
  morning: string,
  places: readonly Place[],
  selection: Selection,
  terms: Terms,
): { readonly offers: readonly MorningOffer[]; readonly isAnyOpen: boolean } {
  const made = places.filter((place) => place.made.madeAt !== undefined);
  const held = made.filter((place) => !isFree(place, morning, selection));
  const isAnyOpen = held.some((place) => isOpenOn(morning, place, selection));
  const isTooLate = terms.lastOfferDate !== undefined && dayOf(morning) > terms.lastOfferDate;
  const waiting = places.flatMap(({ entry, made: { kind, position, madeAt }, bid }) =>
    kind === "reserve" && position !== undefined && madeAt === undefined && !entry.ended && bid && !isTooLate
      ? [{ id: entry.ref, bid }]
      : [],
  );
  const give = giving(selection.award, terms, waiting, {
    places: countedBy(held),
    cents: held.reduce((sum, { made: offered, bid }) => sum + costOf(offered, bid, selection), 0),
    isAnyOpen,
  });
  const offers = waiting.flatMap(({ id }, index) => {
    const given = give(index);
    return given ? [{ ref: id, ...given }] : [];
  });
  return { offers, isAnyOpen };
}

/** Was it given back, or did it run out, before this morning? */
function isFree(place: Place, morning: string, selection: Selection): boolean {
  const { state, freedAt } = offerState(place, selection);
  const since = state === "expired" ? place.made.expiresAt : freedAt;
  return state !== "accepted" && since !== undefined && since < morning;
}

/** An offer is open until the morning on which its answer counts. */
function isOpenOn(morning: string, place: Place, selection: Selection): boolean {
  const { entry, made } = place;
  const isUnanswered = !entry.ended && selection.offers.open.includes(entry.state);
  const isOfToday = made.madeAt !== undefined && made.madeAt >= morning;
  return isUnanswered || isOfToday || offerState(place, selection).state !== "accepted";
}

function countedBy(held: readonly Place[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { made } of held)
    if (made.share !== undefined) counts.set(made.share, (counts.get(made.share) ?? 0) + 1);
  return counts;
}
