import type { Score } from "../score/score.ts";
import { compareByCodePoint } from "./code-point.ts";

/** What the ranking looks at, and nothing else. */
export interface Application {
  readonly id: string;
  /** The name by which the last tie is broken. */
  readonly applicant: string;
  readonly score: Score;
  readonly travelledBefore: boolean;
  readonly rural: boolean;
  /** An instant, ISO 8601 with an offset or `Z`. */
  readonly submittedAt: string;
  /** Countries, the most wanted first. */
  readonly preferences: readonly string[];
}

/** Places by country. */
export type Quotas = Readonly<Record<string, number>>;

/** The keys of the order, as the call states them. The id only separates what no rule does. */
export type Key = "score" | "notTravelledBefore" | "rural" | "submittedAt" | "applicant" | "id";

interface Placed {
  readonly id: string;
  /** Place in the order of those who reached the minimum, from 1. */
  readonly position: number;
  /** The key that put the neighbour above there; the first has none. */
  readonly decidedBy?: Key;
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
  const free = freePlaces(quotas);
  const ranked: Ranked[] = [];
  let reserve = 0;
  let above: Row | undefined;
  for (const row of inOrder(applications)) {
    const { id, score, preferences } = row.application;
    if (score < minimum) {
      ranked.push({ id, kind: "rejected" });
      continue;
    }
    const country = preferences.find((wanted) => (free.get(wanted) ?? 0) > 0);
    const placed: Placed = {
      id,
      position: ranked.length + 1,
      full: country === undefined ? preferences : preferences.slice(0, preferences.indexOf(country)),
      ...(above && { decidedBy: decidingKey(above, row) }),
    };
    if (country === undefined) {
      reserve += 1;
      ranked.push({ ...placed, kind: "reserve", reservePosition: reserve });
    } else {
      free.set(country, (free.get(country) ?? 0) - 1);
      ranked.push({ ...placed, kind: "offered", country });
    }
    above = row;
  }
  return ranked;
}

interface Row {
  readonly application: Application;
  /** Submission, milliseconds since 1970. */
  readonly at: number;
}

type Comparison = readonly [Key, (a: Row, b: Row) => number];

const firstWith = (property: "rural" | "travelledBefore") => (a: Row, b: Row) =>
  Number(b.application[property]) - Number(a.application[property]);

const comparisons: readonly Comparison[] = [
  ["score", (a, b) => b.application.score - a.application.score],
  ["notTravelledBefore", (a, b) => -firstWith("travelledBefore")(a, b)],
  ["rural", firstWith("rural")],
  ["submittedAt", (a, b) => a.at - b.at],
  ["applicant", (a, b) => compareByCodePoint(a.application.applicant, b.application.applicant)],
  ["id", (a, b) => compareByCodePoint(a.application.id, b.application.id)],
];

function compare(a: Row, b: Row): number {
  for (const [, by] of comparisons) {
    const difference = by(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

const decidingKey = (above: Row, below: Row): Key =>
  comparisons.find(([, by]) => by(above, below) !== 0)?.[0] ?? "id";

const inOrder = (applications: readonly Application[]): Row[] =>
  applications.map((application) => ({ application, at: instantOf(application.submittedAt) })).sort(compare);

/** A time without an offset would be read in the zone of whichever machine ranks, so it is refused. */
function instantOf(submittedAt: string): number {
  const at = /(?:Z|[+-]\d\d:\d\d)$/.test(submittedAt) ? Date.parse(submittedAt) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${submittedAt}`);
  return at;
}

function freePlaces(quotas: Quotas): Map<string, number> {
  for (const [country, places] of Object.entries(quotas)) {
    if (!Number.isSafeInteger(places) || places < 0) {
      throw new RangeError(`places are whole numbers from 0: ${country} ${places}`);
    }
  }
  return new Map(Object.entries(quotas));
}
