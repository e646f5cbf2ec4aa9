import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { openPlaces } from "../blocks/ranking/giving.ts";
import { givenOn, isLaterDay, type MorningOffer, morningAt } from "../blocks/reserve/mornings.ts";
import { type Place, reserveEntry } from "../blocks/reserve/places.ts";
import { refill } from "../blocks/reserve/reserve.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { localDay } from "../kernel/facts/calendar.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Selection, Terms } from "../kernel/selection/selection.ts";

/** On which mornings something was handed on, where it is on mornings. */
export const handedOn = defineRecord("handedOn", z.object({ morning: z.string() }));

/** What comes to those who wait, and whether nothing can move any more. */
export interface HandedOn {
  readonly offers: readonly (MorningOffer & { readonly promotedFrom?: string })[];
  /** Is anything still to be hoped for, as far as offers go? */
  readonly isOver: boolean;
  /** The morning that was handed on now. */
  readonly morning?: string;
}

/** Hands on what has come free, in the way in which the process says that it is. */
export function handOn(
  file: CaseFile,
  places: readonly Place[],
  selection: Selection,
  terms: Terms,
  now: string,
): HandedOn {
  switch (selection.handsOn) {
    case "never":
      return { offers: [], isOver: true };
    case "mornings":
      return onMornings(file, places, selection, terms, now);
    case "atOnce":
      return atOnce(places, selection, terms, now);
  }
}

function atOnce(places: readonly Place[], selection: Selection, terms: Terms, now: string): HandedOn {
  const entries = places.flatMap((place) => reserveEntry(place, selection));
  const { offers } = refill(entries, openPlaces(terms), now, terms.lastOfferDate, terms.budgetCents);
  const isWaiting = entries.some(({ offer }) => offer === undefined);
  return {
    offers: offers.map(({ id, share, promotedFrom }) => ({ ref: id, share, promotedFrom })),
    isOver: offers.length === 0 && (!isWaiting || isPast(places, selection, terms, now)),
  };
}

/**
 * All that came free since the last morning is handed on together; between mornings nothing is. The day of the publication has
 * none of its own.
 */
function onMornings(
  file: CaseFile,
  places: readonly Place[],
  selection: Selection,
  terms: Terms,
  now: string,
): HandedOn {
  const morning = morningAt(now);
  const published = file.records.findLast(({ outcome }) => outcome === "published")?.at ?? now;
  const before = latestRecord(file, handedOn)?.morning ?? published;
  const { offers, isAnyOpen } = givenOn(morning, places, selection, terms);
  const isWaiting = places.some((place) => isOnReserve(place));
  if (!isLaterDay(morning, before)) return { offers: [], isOver: !isWaiting };
  const isSettled = terms.lastOfferDate === undefined && terms.lastDay === undefined && !isAnyOpen;
  return {
    offers,
    isOver: offers.length === 0 && (!isWaiting || isSettled || isPast(places, selection, terms, now)),
    morning,
  };
}

/** Waits for something to come free. */
const isOnReserve = ({ entry, made }: Place): boolean =>
  made.kind === "reserve" && made.position !== undefined && !entry.ended;

/**
 * With a last day for offers nothing moves after it. Without one the list stays open for withdrawals until the last day on which
 * an offer is of use, and beyond that as long as an offer is open.
 */
function isPast(
  places: readonly Place[],
  selection: Selection,
  { lastOfferDate, lastDay }: Terms,
  now: string,
): boolean {
  const today = localDay(Temporal.Instant.from(now)).toString();
  if (lastOfferDate !== undefined) return today > lastOfferDate;
  const isOpen = places.some((place) => place.made.madeAt !== undefined && isUnanswered(place, selection));
  return !isOpen && lastDay !== undefined && today > lastDay;
}

/** An offer that was made to a case, or is about to be, and is not answered yet. */
export const isUnanswered = ({ entry }: Place, { offers }: Selection): boolean =>
  !entry.ended && offers.open.includes(entry.state);
