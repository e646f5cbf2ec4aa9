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
  /** The key that put one application (by its place in the input) above its neighbour. */
  readonly decidedBy: (above: number, below: number) => Key;
}

/**
 * Orders applications by the keys, whatever their order in the input. Sorting plain numbers is many times faster
 * than asking a function for every pair, so the keys that are numbers are sorted as numbers, the least important
 * first, and only those who are equal by all of them are compared by name. No object is made for an application: at
 * this size making them takes longer than sorting.
 *
 * Throws a RangeError on a submission time that is no instant.
 */
export function inOrder(applications: readonly Orderable[]): Order {
  const times = new Float64Array(applications.length);
  const merits = new Float64Array(applications.length);
  const indices = new Uint32Array(applications.length);
  let next = 0;
  for (const application of applications) {
    times[next] = instantOf(application.submittedAt);
    merits[next] = meritOf(application);
    indices[next] = next;
    next += 1;
  }
  const order = sortBy(merits, sortBy(times, indices));
  const equal = (a: number, b: number) => merits[a] === merits[b] && times[a] === times[b];
  sortEquals(order, equal, applications);
  return {
    indices: order,
    decidedBy: (above, below) =>
      equal(above, below)
        ? keyOfName(applications[above], applications[below])
        : keyOfMerit(merits[above] ?? 0, merits[below] ?? 0),
  };
}

/** Score, not travelled before, rural, in one whole number that is the lower the better. */
const meritOf = ({ score, travelledBefore, rural }: Orderable): number =>
  -(score * 4 + (travelledBefore ? 0 : 2) + (rural ? 1 : 0));

function keyOfMerit(above: number, below: number): Key {
  if (above === below) return "submittedAt";
  const [better, worse] = [-above, -below];
  if (Math.floor(better / 4) !== Math.floor(worse / 4)) return "score";
  return better % 4 >= 2 && worse % 4 < 2 ? "notTravelledBefore" : "rural";
}

const keyOfName = (above: Orderable | undefined, below: Orderable | undefined): Key =>
  above?.applicant === below?.applicant ? "id" : "applicant";

/**
 * Sorts indices by the whole numbers that they stand for, keeping the order of equals. Value and place are packed in
 * one number, which is exact below 2^53: enough for 100 000 submissions spread over two years of milliseconds.
 */
function sortBy(values: Float64Array, indices: Uint32Array): Uint32Array {
  const count = indices.length;
  const [least, most] = bounds(values);
  if ((most - least + 1) * count > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(
      `${count} applications with keys from ${least} to ${most} are too many to order exactly`,
    );
  }
  const packed = new Float64Array(count);
  let place = 0;
  for (const index of indices) {
    packed[place] = ((values[index] ?? 0) - least) * count + place;
    place += 1;
  }
  const sorted = new Uint32Array(count);
  place = 0;
  for (const number of packed.sort()) {
    sorted[place] = indices[number % count] ?? 0;
    place += 1;
  }
  return sorted;
}

function bounds(values: Float64Array): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Sorts by name, in place, each run of indices that are equal by the keys before. */
function sortEquals(
  order: Uint32Array,
  areEqual: (a: number, b: number) => boolean,
  applications: readonly Orderable[],
): void {
  const byName = (a: number, b: number): number => {
    const [left, right] = [applications[a], applications[b]];
    if (left === undefined || right === undefined) return 0;
    return compareByCodePoint(left.applicant, right.applicant) || compareByCodePoint(left.id, right.id);
  };
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    const first = order[from] ?? 0;
    while (to < order.length && areEqual(first, order[to] ?? 0)) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(byName);
  }
}

/** A time without an offset would be read in the zone of whichever machine ranks, so it is refused. */
function instantOf(submittedAt: string): number {
  const saysWhere = submittedAt.endsWith("Z") || /[+-]\d\d:\d\d$/.test(submittedAt);
  const at = saysWhere ? Date.parse(submittedAt) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${submittedAt}`);
  return at;
}
