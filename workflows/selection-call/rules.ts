import { Temporal } from "temporal-polyfill";
import { rank } from "../blocks/ranking/ranking.ts";
import { inOrder, type Place, reserveEntry } from "../blocks/reserve/places.ts";
import { type ReserveEntry, refill } from "../blocks/reserve/reserve.ts";
import { points, storedScore } from "../blocks/score/score.ts";
import { bid, type Decision, type SelectionRules, selectionRules } from "../blocks/selection.ts";
import { deadline, endOfDay, localDay } from "../facts/calendar.ts";
import { type CaseFile, callOf, type Entry } from "../kernel/case-file.ts";
import { iso } from "../kernel/clock.ts";
import { days } from "../kernel/duration.ts";
import type { Due, StepResult } from "../kernel/process.ts";
import { documentOf } from "./ranking-document.ts";

/** The closing instant itself still counts, so the machine goes on a second later. */
export const callCloses: Due = (file) =>
  iso(Temporal.Instant.from(callOf(file, selectionRules).closesAt).add({ seconds: 1 }));

const entriesOf = (file: CaseFile): readonly Entry[] => file.entries ?? [];

/** Has every application either left the road or brought its score? */
export const countReady = (file: CaseFile): StepResult<"ready" | "waiting"> => ({
  outcome: entriesOf(file).every((entry) => entry.ended || entry.bid !== undefined) ? "ready" : "waiting",
});

/** Orders the applications and proposes who is offered what. Nobody is told before the commission approves. */
export function rankApplications(file: CaseFile): StepResult<"ranked" | "nobody"> {
  const rules = callOf(file, selectionRules);
  const applications = entriesOf(file)
    .filter((entry) => !entry.ended && entry.bid !== undefined)
    .map((entry) => {
      const brought = bid.parse(entry.bid);
      return { ...brought, id: entry.ref, score: storedScore(brought.score) };
    });
  if (applications.length === 0) return { outcome: "nobody" };
  const ranked = rank(applications, rules.places, points(rules.minimumScore));
  return {
    outcome: "ranked",
    decisions: ranked.map((placed) => ({
      ref: placed.id,
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

/**
 * Makes the approved ranking known: offers in the order of the ranking, then the reserve list and the rejections. The
 * whole of it is kept as a document, with which an auditor can work it out again.
 */
export function publishRanking(file: CaseFile, now: string): StepResult<"published"> {
  const rules = callOf(file, selectionRules);
  const decided = inOrder(entriesOf(file));
  const before = file.records.filter(({ outcome }) => outcome === "published");
  return {
    outcome: "published",
    document: {
      name: `ranking-${before.length + 1}`,
      data: documentOf(
        file,
        rules,
        decided.map(({ entry }) => entry),
      ),
    },
    decisions: decided.map(({ entry, made }) => ({
      ref: entry.ref,
      decision: made.kind === "offered" ? { ...made, ...offered(rules, now) } : made,
      ...(entry.ended ? {} : { signal: made.kind }),
    })),
  };
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
export function refillPlaces(file: CaseFile, now: string): StepResult<"moving" | "over"> {
  const rules = callOf(file, selectionRules);
  const places = inOrder(entriesOf(file));
  if (places.some((place) => isUnsettled(place, now))) return { outcome: "moving" };
  const entries = places.flatMap(reserveEntry);
  const { offers } = refill(entries, rules.places, now, rules.lastOfferDate, rules.budgetCents);
  const open = places.some(({ entry, made }) => made.madeAt !== undefined && isOpen(entry));
  if (offers.length === 0 && isOver(entries, open, rules, now)) return { outcome: "over" };
  const positions = new Map(entries.map((entry) => [entry.id, entry.position]));
  return {
    outcome: "moving",
    decisions: offers.map(({ id, country, promotedFrom }) => ({
      ref: id,
      decision: {
        kind: "offered",
        position: positions.get(id) ?? 0,
        country,
        promotedFrom,
        ...offered(rules, now),
      } satisfies Decision,
      signal: "offered",
    })),
  };
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

/**
 * With a last day for offers nothing moves after it. Without one the list stays open for withdrawals until the last
 * journey begins, and beyond that as long as an offer is open.
 */
function isOver(
  entries: readonly ReserveEntry[],
  open: boolean,
  rules: SelectionRules,
  now: string,
): boolean {
  if (!entries.some((entry) => entry.offer === undefined)) return true;
  const today = localDay(Temporal.Instant.from(now)).toString();
  if (rules.lastOfferDate !== undefined) return today > rules.lastOfferDate;
  return !open && today > rules.lastStart;
}

/** When to look again if nobody nudges. */
export const nextLook: Due = (file, now) => {
  const rules = callOf(file, selectionRules);
  const places = inOrder(entriesOf(file));
  const inAMinute = iso(Temporal.Instant.from(now).add({ minutes: 1 }));
  if (places.some((place) => isUnsettled(place, now))) return inAMinute;
  const last = iso(endOfDay(Temporal.PlainDate.from(rules.lastOfferDate ?? rules.lastStart)));
  if (last > now) return last;
  const open = places.flatMap(({ entry, made }) => (isOpen(entry) && made.expiresAt ? [made.expiresAt] : []));
  return open.filter((expires) => expires > now).toSorted()[0] ?? inAMinute;
};

/** Nothing moves any more: who still waits is told, and the call ends. */
export const closeReserve = (file: CaseFile): StepResult<"closed"> => ({
  outcome: "closed",
  decisions: inOrder(entriesOf(file))
    .filter(({ entry, made }) => !entry.ended && made.kind === "reserve")
    .map(({ entry, made }) => ({ ref: entry.ref, decision: made, signal: "closed" })),
});
