import { Temporal } from "temporal-polyfill";
import { localDay } from "../../kernel/facts/calendar.ts";

/** An offer of a place, as far as it has come. Instants are ISO 8601 in UTC. */
export interface ReserveOffer {
  readonly share: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  /** The case whose freed place this is; an offer of the ranking itself has none. */
  readonly promotedFrom?: string | undefined;
  readonly state: "open" | "accepted" | "declined" | "expired" | "withdrawn";
  /** When the place was given back: needed once declined or withdrawn. An expired place is free since `expiresAt`. */
  readonly freedAt?: string | undefined;
}

/** A ranked application. Without an offer it waits on the reserve list; who left the list is not passed at all. */
export interface ReserveEntry {
  readonly id: string;
  /** Place in the ranking, from 1. */
  readonly position: number;
  /** Shares, the most wanted first. */
  readonly wants: readonly string[];
  /** What a place costs by share, where the call has a budget. EUR cents. */
  readonly cents?: Readonly<Record<string, number>> | undefined;
  readonly offer?: ReserveOffer | undefined;
}

export interface Promotion {
  readonly id: string;
  readonly share: string;
  readonly promotedFrom: string;
}

/** A freed place that stays empty because the budget does not bear it. */
export interface Unaffordable extends Promotion {
  /** So much is missing. EUR cents. */
  readonly missingCents: number;
}

export interface Refill {
  /** Open offers whose time is up, in the order in which it ran out, then of the ranking. */
  readonly expired: readonly string[];
  /** Freed places and who gets them, in the order in which they were freed, then of the ranking. */
  readonly offers: readonly Promotion[];
  /** Places that nobody gets for want of money, in the same order. */
  readonly unaffordable: readonly Unaffordable[];
}

/**
 * Moves the reserve list: what expires now, and who gets the places that were given back and not yet passed on.
 * A freed place goes to the first on the list who asked for it; nobody is moved from a share already offered.
 * A place freed on a day (Vilnius) after `lastOfferDay` (`YYYY-MM-DD`) stays empty, and so does one above the quota.
 * So does one that would bring the places held above `budgetCents`: nobody is passed over because others cost less.
 *
 * It looks at states, not at events, so it may run late, twice or after a crash: once its result is stored, the same
 * call returns nothing more. Throws a RangeError on a place given back without a time.
 */
export function refill(
  entries: readonly ReserveEntry[],
  quotas: Readonly<Record<string, number>>,
  now: string,
  lastOfferDay?: string,
  budgetCents: number = Number.POSITIVE_INFINITY,
): Refill {
  const at = instant(now);
  const places = new Map(Object.entries(quotas));
  const held = holdersByShare(entries, at);
  const waiting = waitingByShare(entries);
  const promoted = new Set<string>();
  const offers: Promotion[] = [];
  const unaffordable: Unaffordable[] = [];
  let committed = centsHeld(entries, at);
  for (const { id, share } of freedPlaces(entries, at, lastOfferDay)) {
    const holders = held.get(share) ?? 0;
    if (holders >= (places.get(share) ?? 0)) continue;
    const next = waiting.get(share)?.find((entry) => !promoted.has(entry.id));
    if (next === undefined) continue;
    const missingCents = committed + (next.cents?.[share] ?? 0) - budgetCents;
    if (missingCents > 0) {
      unaffordable.push({ id: next.id, share, promotedFrom: id, missingCents });
      continue;
    }
    committed += next.cents?.[share] ?? 0;
    promoted.add(next.id);
    held.set(share, holders + 1);
    offers.push({ id: next.id, share, promotedFrom: id });
  }
  return { expired: expiredBy(entries, at), offers, unaffordable };
}

interface FreedPlace {
  readonly id: string;
  readonly share: string;
  readonly position: number;
  readonly freedAt: number;
}

function freedPlaces(entries: readonly ReserveEntry[], now: number, lastOfferDay?: string): FreedPlace[] {
  const passedOn = new Set(entries.map(({ offer }) => offer?.promotedFrom));
  return entries
    .flatMap(({ id, position, offer }): FreedPlace[] => {
      if (offer === undefined || passedOn.has(id) || isHeld(offer, now)) return [];
      const freedAt = freedAtOf(id, offer);
      if (freedAt > now || (lastOfferDay !== undefined && dayOf(freedAt) > lastOfferDay)) return [];
      return [{ id, share: offer.share, position, freedAt }];
    })
    .sort((a, b) => a.freedAt - b.freedAt || a.position - b.position);
}

const expiredBy = (entries: readonly ReserveEntry[], now: number): string[] =>
  entries
    .flatMap(({ id, position, offer }) =>
      offer?.state === "open" && !isHeld(offer, now)
        ? [{ id, position, expiresAt: instant(offer.expiresAt) }]
        : [],
    )
    .sort((a, b) => a.expiresAt - b.expiresAt || a.position - b.position)
    .map(({ id }) => id);

/** An offer holds its place while it is open and not yet expired, and once it is accepted. */
const isHeld = (offer: ReserveOffer, now: number): boolean =>
  offer.state === "accepted" || (offer.state === "open" && instant(offer.expiresAt) > now);

/** What ran out was freed when it ran out, however late somebody noticed. */
function freedAtOf(id: string, offer: ReserveOffer): number {
  const freedAt = offer.state === "open" || offer.state === "expired" ? offer.expiresAt : offer.freedAt;
  if (freedAt === undefined) throw new RangeError(`the place of ${id} was ${offer.state}, but when?`);
  return instant(freedAt);
}

function holdersByShare(entries: readonly ReserveEntry[], now: number): Map<string, number> {
  const held = new Map<string, number>();
  for (const { offer } of entries) {
    if (offer && isHeld(offer, now)) held.set(offer.share, (held.get(offer.share) ?? 0) + 1);
  }
  return held;
}

/** What the places held cost in all. */
const centsHeld = (entries: readonly ReserveEntry[], now: number): number =>
  entries.reduce(
    (sum, { offer, cents }) => sum + (offer && isHeld(offer, now) ? (cents?.[offer.share] ?? 0) : 0),
    0,
  );

function waitingByShare(entries: readonly ReserveEntry[]): Map<string, ReserveEntry[]> {
  const waiting = new Map<string, ReserveEntry[]>();
  const inOrder = entries.filter(({ offer }) => offer === undefined).sort((a, b) => a.position - b.position);
  for (const entry of inOrder) {
    for (const share of entry.wants) {
      const list = waiting.get(share);
      if (list) list.push(entry);
      else waiting.set(share, [entry]);
    }
  }
  return waiting;
}

const dayOf = (epochMilliseconds: number): string =>
  localDay(Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)).toString();

/** Milliseconds since 1970, so that instants compare whatever their spelling. */
const instant = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
