import { Temporal } from "temporal-polyfill";
import { givenTo } from "../blocks/ranking/giving.ts";
import { nextMorning } from "../blocks/reserve/mornings.ts";
import { inOrder, type Place } from "../blocks/reserve/places.ts";
import type { CaseDecision } from "../kernel/case-decision.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { days } from "../kernel/duration.ts";
import type { Entry } from "../kernel/entry.ts";
import { deadline, endOfDay } from "../kernel/facts/calendar.ts";
import { isOver } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Brought } from "../kernel/selection/bid.ts";
import type { Selection, Terms } from "../kernel/selection/selection.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { explainAll, explained } from "./explain.ts";
import { handedOn, handOn, isUnanswered } from "./handing-on.ts";
import { documentOf, withoutLeft } from "./ranking-document.ts";
import { rerank } from "./rerank.ts";
import { risen } from "./reserve-positions.ts";
import { selectionOf } from "./selection.ts";
import { termsOf } from "./terms.ts";
import { adoptedIn, rankUnder } from "./trial.ts";

/** The closing instant itself still counts, so the machine goes on a second later. */
export const callCloses: Due = (file) =>
  iso(Temporal.Instant.from(termsOf(file).closesAt).add({ seconds: 1 }));

const entriesOf = (file: CaseFile): readonly Entry[] => file.entries ?? [];

/**
 * Has every application either left the road or brought its score? A call whose last day was moved meanwhile is open for
 * longer.
 */
export function countReady(file: CaseFile, now: string): StepResult<"open" | "ready" | "waiting"> {
  if (!isOver(termsOf(file).closesAt, now)) return { outcome: "open" };
  const isReady = entriesOf(file).every((entry) => entry.ended || entry.bid !== undefined);
  return { outcome: isReady ? "ready" : "waiting" };
}

/** Orders the applications and proposes who is offered what. Nobody is told before the commission approves. */
export function rankApplications(file: CaseFile): StepResult<"ranked" | "nobody"> {
  const entries = entriesOf(file).filter((entry) => !entry.ended && entry.bid !== undefined);
  if (entries.length === 0) return { outcome: "nobody" };
  const selection = selectionOf(file);
  const rules = { call: file.call, selection, terms: termsOf(file) };
  const { ranked, bids } = rankUnder(entries, rules, adoptedIn(file));
  const before = new Map(entries.map(({ ref, bid }) => [ref, selection.bidIn(bid)]));
  return {
    outcome: "ranked",
    decisions: ranked.map((placed) => ({
      ref: placed.id,
      ...rescoredBid(before.get(placed.id), bids.get(placed.id)?.score),
      decision: selection.stores(
        placed.kind === "rejected"
          ? { kind: "rejected" }
          : {
              kind: placed.kind,
              position: placed.position,
              ...(placed.decidedBy ? { decidedBy: placed.decidedBy } : {}),
              ...(placed.kind === "offered" ? givenTo(placed) : {}),
            },
      ),
    })),
  };
}

/** What a case brings with a score that is not the one it has: what the reviews gave is kept beside it. */
function rescoredBid(brought: Brought | undefined, score: number | undefined): { readonly bid?: Brought } {
  if (!brought || score === undefined || score === brought.score) return {};
  return { bid: { ...brought, score, reviewed: brought.reviewed ?? brought.score } };
}

/**
 * Makes the approved ranking known: offers in the order of the ranking, then the reserve list and the rejections. The
 * whole of it is kept as a document, with which an auditor can work it out again.
 */
export function publishRanking(file: CaseFile, now: string): StepResult<"published"> {
  const selection = selectionOf(file);
  const terms = termsOf(file);
  const decided = inOrder(entriesOf(file), selection);
  const why = explainAll(
    withoutLeft(
      file,
      decided.map(({ entry }) => entry),
    ),
    selection,
    terms.minimumScore,
  );
  return {
    outcome: "published",
    document: rankingOf(file, selection, terms, decided),
    decisions: decided.map(({ entry, made }) => ({
      ref: entry.ref,
      decision: selection.stores({
        ...explained(made, why.get(entry.ref)),
        toldAt: now,
        ...(made.kind === "offered" ? offered(terms, now) : {}),
      }),
      ...(entry.ended ? {} : { signal: made.kind }),
    })),
  };
}

/** The ranking as it is now, under the next free name. */
function rankingOf(file: CaseFile, selection: Selection, terms: Terms, decided: readonly Place[]) {
  const before = file.records.filter(({ outcome }) => outcome === "published" || outcome === "reranked");
  const entries = decided.map(({ entry }) => entry);
  return { name: `ranking-${before.length + 1}`, data: documentOf(file, selection, terms, entries) };
}

/** An offer made now, and the end of the last day on which it can be answered. */
const offered = (terms: Terms, now: string) => ({
  madeAt: now,
  expiresAt: iso(deadline(days(terms.offerDays), Temporal.Instant.from(now))),
});

/**
 * Hands on what has come free to the reserve list, or finds that nothing can move any more. Offers that run out at one
 * instant are passed on together, in the order of the ranking: while one of them is not settled, all wait a little.
 */
export function refillPlaces(file: CaseFile, now: string): StepResult<"moving" | "reranked" | "over"> {
  const [selection, terms] = [selectionOf(file), termsOf(file)];
  const known = inOrder(entriesOf(file), selection);
  if (known.some((place) => isUnsettled(place, selection, now))) return { outcome: "moving" };
  const reranked = rerank(entriesOf(file), selection, terms, now, offered(terms, now));
  const places = inOrder(withDecisions(entriesOf(file), reranked), selection);
  const { offers, isOver: isSettled, morning } = handOn(file, places, selection, terms, now);
  const appealing = places.some(({ entry }) => isAppealing(entry, selection));
  const isOpen =
    selection.deals !== undefined &&
    places.some((place) => place.made.madeAt !== undefined && isUnanswered(place, selection));
  if (reranked.length === 0 && isSettled && !appealing && !isOpen) return { outcome: "over" };
  const before = new Map(places.map(({ entry, made }) => [entry.ref, made]));
  const promoted = offers.map(({ ref, promotedFrom, ...given }): CaseDecision => {
    const { position = 0, why } = before.get(ref) ?? {};
    return {
      ref,
      decision: selection.stores({
        kind: "offered",
        position,
        ...given,
        ...(promotedFrom === undefined ? {} : { promotedFrom }),
        ...(why ? { why } : {}),
        ...offered(terms, now),
      }),
      signal: "offered",
    };
  });
  const isPromoted = new Set(promoted.map(({ ref }) => ref));
  const unmoved = reranked.filter(({ ref }) => !isPromoted.has(ref));
  const changed = [...unmoved, ...promoted];
  const isChanged = new Set(changed.map(({ ref }) => ref));
  const up = risen(withDecisions(entriesOf(file), changed), selection).filter(
    ({ ref }) => !isChanged.has(ref),
  );
  return {
    outcome: reranked.length > 0 ? "reranked" : "moving",
    ...(reranked.length > 0 ? { document: rankingOf(file, selection, terms, places) } : {}),
    ...(morning === undefined ? {} : { record: { id: handedOn.id, data: { morning } } }),
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
function isUnsettled(place: Place, selection: Selection, now: string): boolean {
  const { expiresAt } = place.made;
  if (expiresAt === undefined || !isUnanswered(place, selection)) return false;
  const late = Date.parse(now) - Date.parse(expiresAt);
  return late >= 0 && late < patience;
}

/** A case whose place in the ranking may still be changed by an appeal. */
const isAppealing = (entry: Entry, { offers: { appealing = [] } }: Selection): boolean =>
  !entry.ended && appealing.includes(entry.state);

/** When to look again if nobody nudges. */
export const nextLook: Due = (file, now) => {
  const [selection, { lastOfferDate, lastDay }] = [selectionOf(file), termsOf(file)];
  const places = inOrder(entriesOf(file), selection);
  const inAMinute = iso(Temporal.Instant.from(now).add({ minutes: 1 }));
  if (places.some((place) => isUnsettled(place, selection, now))) return inAMinute;
  if (selection.handsOn === "mornings") return nextMorning(now);
  const end = lastOfferDate ?? lastDay;
  const last = end === undefined ? now : iso(endOfDay(Temporal.PlainDate.from(end)));
  if (last > now) return last;
  const open = places.flatMap((place) =>
    isUnanswered(place, selection) && place.made.expiresAt ? [place.made.expiresAt] : [],
  );
  return open.filter((expires) => expires > now).toSorted()[0] ?? inAMinute;
};

/** Nothing moves any more on the reserve list: who still waits is told, and who took an offer gets what is dealt out besides. */
export function closeReserve(file: CaseFile): StepResult<"closed"> {
  const selection = selectionOf(file);
  const places = inOrder(entriesOf(file), selection).filter(({ entry }) => !entry.ended);
  const { deals } = selection;
  const taken = places.flatMap(({ entry: { ref }, made, bid }) =>
    deals && made.kind === "offered" && bid ? [{ ref, made, bid }] : [],
  );
  const dealt = deals?.(taken, file.call) ?? new Map<string, string>();
  return {
    outcome: "closed",
    decisions: [
      ...places
        .filter(({ made }) => made.kind === "reserve")
        .map(({ entry, made }) => ({ ref: entry.ref, decision: selection.stores(made), signal: "closed" })),
      ...taken.map(({ ref, made }) => ({
        ref,
        decision: selection.stores({ ...made, dealt: dealt.get(ref) }),
        signal: "dealt",
      })),
    ],
  };
}
