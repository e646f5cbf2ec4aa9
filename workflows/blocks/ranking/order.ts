import type { Score } from "../../kernel/score.ts";
import { compareByCodePoint } from "./code-point.ts";

/** What the order looks at. */
export interface Orderable {
  readonly id: string;
  readonly applicant: string;
  readonly score: Score;
  readonly travelledBefore: boolean;
  readonly rural: boolean;
  /** An instant, ISO 8601 with an offset or `Z`. */
  readonly submittedAt: string;
}

/** The keys of the order, as the call states them. The id only separates what no rule does. */
export type Key = "score" | "notTravelledBefore" | "rural" | "submittedAt" | "applicant" | "id";

export interface Order {
  /** Places in the input, the first to be served first. */
  readonly indices: Uint32Array;
  /** By place in the input. */
  readonly ids: readonly string[];
  readonly scoreOf: (place: number) => number;
  /** The key that put one application (by its place in the input) above another: the first in which they differ. */
  readonly decidedBy: (above: number, below: number) => Key;
}

/**
 * Orders applications by the keys, whatever their order in the input. What the order looks at most is read once into columns,
 * from front to back, and places in the input are sorted, so that no object is made for an application.
 *
 * Throws a RangeError on a submission time that is no instant.
 */
export function inOrder(applications: readonly Orderable[]): Order {
  const { ids, merit, submitted } = columnsOf(applications);
  const compare = (a: number, b: number): number =>
    (merit[b] ?? 0) - (merit[a] ?? 0) ||
    (submitted[a] ?? 0) - (submitted[b] ?? 0) ||
    compareNames(applications[a], applications[b]);
  const decidedBy = (above: number, below: number): Key => {
    const differs = (merit[above] ?? 0) ^ (merit[below] ?? 0);
    if (differs >= aPoint) return "score";
    if (differs >= notTravelledBefore) return "notTravelledBefore";
    if (differs !== 0) return "rural";
    if (submitted[above] !== submitted[below]) return "submittedAt";
    return applications[above]?.applicant === applications[below]?.applicant ? "id" : "applicant";
  };
  return {
    indices: new Uint32Array(applications.length).map((_, place) => place).sort(compare),
    ids,
    scoreOf: (place) => Math.floor((merit[place] ?? 0) / aPoint),
    decidedBy,
  };
}

/** The first three keys are one number, the higher the better: scores are whole and below 2^23, and yes and no are bits below them. */
const isRural = 1;
const notTravelledBefore = 2;
const aPoint = 4;

/** Each by the application's place in the input. */
function columnsOf(applications: readonly Orderable[]) {
  const count = applications.length;
  const columns = {
    ids: new Array<string>(count),
    merit: new Int32Array(count),
    submitted: new Float64Array(count),
  };
  applications.forEach(({ id, score, travelledBefore, rural, submittedAt }, place) => {
    columns.ids[place] = id;
    columns.merit[place] =
      score * aPoint + (travelledBefore ? 0 : notTravelledBefore) + (rural ? isRural : 0);
    columns.submitted[place] = instantOf(submittedAt);
  });
  return columns;
}

function compareNames(a: Orderable | undefined, b: Orderable | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return compareByCodePoint(a.applicant, b.applicant) || compareByCodePoint(a.id, b.id);
}

/** Epoch milliseconds. A time without an offset would be read in the zone of whichever machine ranks, so it is refused. */
function instantOf(submittedAt: string): number {
  const saysWhere = submittedAt.endsWith("Z") || /[+-]\d\d:\d\d$/.test(submittedAt);
  const at = saysWhere ? Date.parse(submittedAt) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${submittedAt}`);
  return at;
}
