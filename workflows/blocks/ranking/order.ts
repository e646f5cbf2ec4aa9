import type { Score } from "../score/score.ts";
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
  /** The key that put one application (by its place in the input) above another: the first in which they differ. */
  readonly decidedBy: (above: number, below: number) => Key;
}

/**
 * Orders applications by the keys, whatever their order in the input. Each key that is a number is read once into a
 * column, and places in the input are sorted, so that no object is made for an application.
 *
 * Throws a RangeError on a submission time that is no instant.
 */
export function inOrder(applications: readonly Orderable[]): Order {
  const { score, travelledBefore, rural, submitted } = columnsOf(applications);
  const compare = (a: number, b: number): number =>
    difference(score, b, a) ||
    difference(travelledBefore, a, b) ||
    difference(rural, b, a) ||
    difference(submitted, a, b) ||
    compareNames(applications[a], applications[b]);
  const decidedBy = (above: number, below: number): Key => {
    if (difference(score, above, below) !== 0) return "score";
    if (difference(travelledBefore, above, below) !== 0) return "notTravelledBefore";
    if (difference(rural, above, below) !== 0) return "rural";
    if (difference(submitted, above, below) !== 0) return "submittedAt";
    return applications[above]?.applicant === applications[below]?.applicant ? "id" : "applicant";
  };
  return { indices: new Uint32Array(applications.length).map((_, place) => place).sort(compare), decidedBy };
}

/** The keys that are numbers, each by the application's place in the input. */
function columnsOf(applications: readonly Orderable[]) {
  const count = applications.length;
  const columns = {
    score: new Float64Array(count),
    travelledBefore: new Uint8Array(count),
    rural: new Uint8Array(count),
    submitted: new Float64Array(count),
  };
  for (const [place, application] of applications.entries()) {
    columns.score[place] = application.score;
    columns.travelledBefore[place] = Number(application.travelledBefore);
    columns.rural[place] = Number(application.rural);
    columns.submitted[place] = instantOf(application.submittedAt);
  }
  return columns;
}

type Column = Float64Array | Uint8Array;

const difference = (column: Column, a: number, b: number): number => (column[a] ?? 0) - (column[b] ?? 0);

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
