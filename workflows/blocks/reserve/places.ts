import type { Entry } from "../../kernel/case-file.ts";
import { bid, type Decision, decision, openPlaces, type SelectionRules } from "../selection.ts";
import { type ReserveEntry, refill, type Unaffordable } from "./reserve.ts";

/** A case that the ranking or the reserve list has decided about. */
export interface Place {
  readonly entry: Entry;
  readonly made: Decision;
}

const decisionOf = (entry: Entry): Decision | undefined =>
  entry.decision === undefined ? undefined : decision.parse(entry.decision);

/** The cases that were decided about, in the order of the ranking; those without a place in it come last. */
export const inOrder = (entries: readonly Entry[]): Place[] =>
  entries
    .flatMap((entry) => {
      const made = decisionOf(entry);
      return made ? [{ entry, made }] : [];
    })
    .toSorted(
      (a, b) => (a.made.position ?? Number.MAX_SAFE_INTEGER) - (b.made.position ?? Number.MAX_SAFE_INTEGER),
    );

/** A ranked case as the reserve list sees it; who was rejected or left the list is not on it. */
export function reserveEntry({ entry, made }: Place): ReserveEntry[] {
  if (made.position === undefined) return [];
  const { preferences, freedAt, cents } = bid.parse(entry.bid);
  const base = { id: entry.ref, position: made.position, preferences, cents };
  const { country, madeAt, expiresAt, promotedFrom } = made;
  if (country === undefined || madeAt === undefined || expiresAt === undefined)
    return entry.ended ? [] : [base];
  const held = { country, madeAt, expiresAt, promotedFrom };
  const givenBack = { declined: "declined", expired: "expired", withdrawn: "withdrawn" } as const;
  const ended = Object.entries(givenBack).find(([status]) => entry.ended && entry.state === status)?.[1];
  if (freedAt !== undefined) return [{ ...base, offer: { ...held, state: "withdrawn", freedAt } }];
  if (ended) return [{ ...base, offer: { ...held, state: ended, freedAt: entry.endedAt } }];
  // Only its own case says that an offer ran out: an answer that is stored but not yet passed on holds the place.
  return [{ ...base, offer: { ...held, state: "accepted" } }];
}

/** The promotions that are held back now because the call's budget does not bear them. */
export const heldBack = (
  entries: readonly Entry[],
  rules: SelectionRules,
  now: string,
): readonly Unaffordable[] =>
  refill(
    inOrder(entries).flatMap(reserveEntry),
    openPlaces(rules),
    now,
    rules.lastOfferDate,
    rules.budgetCents,
  ).unaffordable;

/** What the places that are offered or accepted cost in all, as far as it is known. EUR cents. */
export const committedBy = (entries: readonly Entry[]): number =>
  inOrder(entries)
    .flatMap(reserveEntry)
    .reduce(
      (sum, { offer, cents }) => sum + (offer?.state === "accepted" ? (cents?.[offer.country] ?? 0) : 0),
      0,
    );
