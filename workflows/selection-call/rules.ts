import { Temporal } from "temporal-polyfill";
import { inOrder, type Place, reserveEntry } from "../blocks/reserve/places.ts";
import { type ReserveEntry, refill } from "../blocks/reserve/reserve.ts";
import {
  type Bid,
  bid,
  type Decision,
  openPlaces,
  type SelectionRules,
  selectionRules,
} from "../blocks/selection.ts";
import { type CaseFile, callOf, type Entry } from "../kernel/case-file.ts";
import { iso } from "../kernel/clock.ts";
import { days } from "../kernel/duration.ts";
import { deadline, endOfDay, localDay } from "../kernel/facts/calendar.ts";
import { isOver } from "../kernel/facts/ends.ts";
import type { Due } from "../kernel/states.ts";
import type { Decision as CaseDecision, StepResult } from "../kernel/step-result.ts";
import { closedCountries } from "./call-off.ts";
import { explainAll, explained } from "./explain.ts";
import { documentOf, withoutLeft } from "./ranking-document.ts";
import { rerank } from "./rerank.ts";
import { risen } from "./reserve-positions.ts";
import { adoptedIn, rankUnder, rulesUnder } from "./trial.ts";

/** What the call says, with what was adopted of trials, less the countries that have fallen away since. */
export const rulesOf = (file: CaseFile): SelectionRules =>
  rulesUnder(
    { ...callOf(file, selectionRules), closedCountries: [...closedCountries(file)] },
    adoptedIn(file),
  );

/** The closing instant itself still counts, so the machine goes on a second later. */
export const callCloses: Due = (file) =>
  iso(Temporal.Instant.from(rulesOf(file).closesAt).add({ seconds: 1 }));

const entriesOf = (file: CaseFile): readonly Entry[] => file.entries ?? [];

/**
 * Has every application either left the road or brought its score? A call whose last day was moved meanwhile is open for
 * longer.
 */
export function countReady(file: CaseFile, now: string): StepResult<"open" | "ready" | "waiting"> {
  if (!isOver(rulesOf(file).closesAt, now)) return { outcome: "open" };
  const isReady = entriesOf(file).every((entry) => entry.ended || entry.bid !== undefined);
  return { outcome: isReady ? "ready" : "waiting" };
}

/** Orders the applications and proposes who is offered what. Nobody is told before the commission approves. */
export function rankApplications(file: CaseFile): StepResult<"ranked" | "nobody"> {
  const entries = entriesOf(file).filter((entry) => !entry.ended && entry.bid !== undefined);
  if (entries.length === 0) return { outcome: "nobody" };
  const { ranked, scores } = rankUnder(entries, file.call, rulesOf(file), adoptedIn(file));
  const bids = new Map(entries.map(({ ref, bid: brought }) => [ref, bid.parse(brought)]));
  return {
    outcome: "ranked",
    decisions: ranked.map((placed) => ({
      ref: placed.id,
      ...rescoredBid(bids.get(placed.id), scores.get(placed.id)),
      decision:
        placed.kind === "rejected"
          ? ({ kind: "rejected" } satisfies Decision)
          : ({
              kind: placed.kind,
              position: placed.position,
              ...(placed.decidedBy ? { decidedBy: placed.decidedBy } : {}),
              ...(placed.kind === "offered" ? { country: placed.country } : {}),
            } satisfies Decision),
    })),
  };
}

/** What a case brings with a score that is not the one it has: what the reviews gave is kept beside it. */
function rescoredBid(brought: Bid | undefined, score: number | undefined): { readonly bid?: Bid } {
  if (!brought || score === undefined || score === brought.score) return {};
  return { bid: { ...brought, score, reviewed: brought.reviewed ?? brought.score } };
}

/**
 * Makes the approved ranking known: offers in the order of the ranking, then the reserve list and the rejections. The
 * whole of it is kept as a document, with which an auditor can work it out again.
 */
export function publishRanking(file: CaseFile, now: string): StepResult<"published"> {
  const rules = rulesOf(file);
  const decided = inOrder(entriesOf(file));
  const why = explainAll(
    withoutLeft(
      file,
      decided.map(({ entry }) => entry),
    ),
    rules.minimumScore,
  );
  return {
    outcome: "published",
    document: rankingOf(file, rules, decided),
    decisions: decided.map(({ entry, made }) => ({
      ref: entry.ref,
      decision: {
        ...explained(made, why.get(entry.ref)),
        toldAt: now,
        ...(made.kind === "offered" ? offered(rules, now) : {}),
      },
      ...(entry.ended ? {} : { signal: made.kind }),
    })),
  };
}

/** The ranking as it is now, under the next free name. */
function rankingOf(file: CaseFile, rules: SelectionRules, decided: readonly Place[]) {
  const before = file.records.filter(({ outcome }) => outcome === "published" || outcome === "reranked");
  const entries = decided.map(({ entry }) => entry);
  return { name: `ranking-${before.length + 1}`, data: documentOf(file, rules, entries) };
}

/** An offer made now, and the end of the last day on which it can be answered. */
const offered = (rules: SelectionRules, now: string) => ({
  madeAt: now,
  expiresAt: iso(deadline(days(rules.offerDays), Temporal.Instant.from(now))),
});

/**
 * Passes freed places on to the reserve list, or finds that nothing can move any more. Offers that run out at one
 * instant are passed on together, in the order of the ranking: while one of them is not settled, all wait a little.
 */
export function refillPlaces(file: CaseFile, now: string): StepResult<"moving" | "reranked" | "over"> {
  const rules = rulesOf(file);
  if (inOrder(entriesOf(file)).some((place) => isUnsettled(place, now))) return { outcome: "moving" };
  const reranked = rerank(entriesOf(file), rules, now, offered(rules, now));
  const places = inOrder(withDecisions(entriesOf(file), reranked));
  const entries = places.flatMap(reserveEntry);
  const { offers } = refill(entries, openPlaces(rules), now, rules.lastOfferDate, rules.budgetCents);
  const open = places.some(({ entry, made }) => made.madeAt !== undefined && isOpen(entry));
  const appealing = places.some(({ entry }) => isAppealing(entry));
  if (reranked.length + offers.length === 0 && isReserveOver(entries, { open, appealing }, rules, now))
    return { outcome: "over" };
  const positions = new Map(entries.map((entry) => [entry.id, entry.position]));
  const reasons = new Map(places.map(({ entry, made }) => [entry.ref, made.why ? { why: made.why } : {}]));
  const promoted = offers.map(({ id, country, promotedFrom }) => ({
    ref: id,
    decision: {
      kind: "offered",
      position: positions.get(id) ?? 0,
      country,
      promotedFrom,
      ...reasons.get(id),
      ...offered(rules, now),
    } satisfies Decision,
    signal: "offered",
  }));
  const isPromoted = new Set(promoted.map(({ ref }) => ref));
  const unmoved = reranked.filter(({ ref }) => !isPromoted.has(ref));
  const changed = [...unmoved, ...promoted];
  const isChanged = new Set(changed.map(({ ref }) => ref));
  const up = risen(withDecisions(entriesOf(file), changed)).filter(({ ref }) => !isChanged.has(ref));
  return {
    outcome: reranked.length > 0 ? "reranked" : "moving",
    ...(reranked.length > 0 ? { document: rankingOf(file, rules, places) } : {}),
    decisions: [...changed, ...up],
  };
}

/** The cases as they are once the decisions are written down. */
function withDecisions(entries: readonly Entry[], decisions: readonly CaseDecision[]): readonly Entry[] {
  const made = new Map(decisions.map(({ ref, decision }) => [ref, decision]));
  return entries.map((entry) => (made.has(entry.ref) ? { ...entry, decision: made.get(entry.ref) } : entry));
}

const patience = 60 * 60 * 1000;

/** Its time is up, but its own machine has not said yet how it ended; a stuck one does not hold up the others. */
function isUnsettled({ entry, made }: Place, now: string): boolean {
  if (made.expiresAt === undefined || !isOpen(entry)) return false;
  const late = Date.parse(now) - Date.parse(made.expiresAt);
  return late >= 0 && late < patience;
}

/** The states of a case in which an offer that was made is not answered yet. */
const isOpen = (entry: Entry): boolean =>
  !entry.ended && ["awaitingRanking", "onReserveList", "offer"].includes(entry.state);

/** A case whose place in the ranking may still be changed by an appeal. */
const isAppealing = (entry: Entry): boolean =>
  !entry.ended && ["rejectionTold", "rankingAppeal", "awaitingReranking"].includes(entry.state);

/**
 * With a last day for offers nothing moves after it. Without one the list stays open for withdrawals until the last
 * journey begins, and beyond that as long as an offer is open.
 */
function isReserveOver(
  entries: readonly ReserveEntry[],
  { open, appealing }: { readonly open: boolean; readonly appealing: boolean },
  rules: SelectionRules,
  now: string,
): boolean {
  if (!entries.some((entry) => entry.offer === undefined)) return !appealing;
  if (appealing) return false;
  const today = localDay(Temporal.Instant.from(now)).toString();
  if (rules.lastOfferDate !== undefined) return today > rules.lastOfferDate;
  return !open && today > rules.lastStart;
}

/** When to look again if nobody nudges. */
export const nextLook: Due = (file, now) => {
  const rules = rulesOf(file);
  const places = inOrder(entriesOf(file));
  const inAMinute = iso(Temporal.Instant.from(now).add({ minutes: 1 }));
  if (places.some((place) => isUnsettled(place, now))) return inAMinute;
  const last = iso(endOfDay(Temporal.PlainDate.from(rules.lastOfferDate ?? rules.lastStart)));
  if (last > now) return last;
  const open = places.flatMap(({ entry, made }) => (isOpen(entry) && made.expiresAt ? [made.expiresAt] : []));
  return open.filter((expires) => expires > now).toSorted()[0] ?? inAMinute;
};

/** Nothing moves any more on the reserve list: who still waits is told. */
export const closeReserve = (file: CaseFile): StepResult<"closed"> => ({
  outcome: "closed",
  decisions: inOrder(entriesOf(file))
    .filter(({ entry, made }) => !entry.ended && made.kind === "reserve")
    .map(({ entry, made }) => ({ ref: entry.ref, decision: made, signal: "closed" })),
});
