import type { Entry } from "../../kernel/entry.ts";
import type { Brought } from "../../kernel/selection/bid.ts";
import type { Decision } from "../../kernel/selection/decision.ts";
import type { Selection, Terms } from "../../kernel/selection/selection.ts";
import { openPlaces } from "../ranking/giving.ts";
import { type ReserveEntry, type ReserveOffer, refill, type Unaffordable } from "./reserve.ts";

/** A case that the ranking or the reserve list has decided about. */
export interface Place {
  readonly entry: Entry;
  readonly made: Decision;
  readonly bid?: Brought | undefined;
}

/** The cases that were decided about, in the order of the ranking; those without a place in it come last. */
export const inOrder = (entries: readonly Entry[], selection: Selection): Place[] =>
  entries
    .flatMap((entry) => {
      const made = selection.decisionIn(entry.decision);
      return made ? [{ entry, made, bid: selection.bidIn(entry.bid) }] : [];
    })
    .toSorted(
      (a, b) => (a.made.position ?? Number.MAX_SAFE_INTEGER) - (b.made.position ?? Number.MAX_SAFE_INTEGER),
    );

/** How far an offer that was made has come, and since when what was offered is free again. */
export type OfferState = Pick<ReserveOffer, "state" | "freedAt">;

/** Only its own case says that an offer ran out: an answer that is stored but not yet passed on holds the place. */
export function offerState({ entry, bid }: Place, { offers }: Selection): OfferState {
  if (bid?.freedAt !== undefined) return { state: "withdrawn", freedAt: bid.freedAt };
  if (entry.ended && offers.ranOut.includes(entry.state)) return { state: "expired" };
  if (entry.ended && offers.givenBack.includes(entry.state))
    return { state: "declined", freedAt: entry.endedAt };
  return { state: "accepted" };
}

/** A ranked case as the reserve list of places sees it; who was rejected or left the list is not on it. */
export function reserveEntry(place: Place, selection: Selection): ReserveEntry[] {
  const { entry, made, bid } = place;
  const { award } = selection;
  if (made.position === undefined || !bid || award.kind !== "places") return [];
  const base = { id: entry.ref, position: made.position, wants: award.wants(bid), cents: award.cents?.(bid) };
  const { share, madeAt, expiresAt, promotedFrom } = made;
  if (share === undefined || madeAt === undefined || expiresAt === undefined)
    return entry.ended ? [] : [base];
  return [{ ...base, offer: { share, madeAt, expiresAt, promotedFrom, ...offerState(place, selection) } }];
}

/** The promotions that are held back now because the call's budget does not bear them. */
export const heldBack = (
  entries: readonly Entry[],
  selection: Selection,
  terms: Terms,
  now: string,
): readonly Unaffordable[] =>
  refill(
    inOrder(entries, selection).flatMap((place) => reserveEntry(place, selection)),
    openPlaces(terms),
    now,
    terms.lastOfferDate,
    terms.budgetCents,
  ).unaffordable;

/** What this case's place costs, or how much money it is offered, as far as it is known. EUR cents. */
export const costOf = (
  { share, cents }: Pick<Decision, "share" | "cents">,
  bid: Brought | undefined,
  { award }: Selection,
): number =>
  cents ?? (award.kind === "places" && bid && share !== undefined ? (award.cents?.(bid)?.[share] ?? 0) : 0);

/** What those hold who were offered something and did not give it back. EUR cents. */
export const committedBy = (places: readonly Place[], selection: Selection): number =>
  places
    .filter((place) => place.made.madeAt !== undefined && offerState(place, selection).state === "accepted")
    .reduce((sum, { made, bid }) => sum + costOf(made, bid, selection), 0);
