import { compareByCodePoint } from "../../kernel/code-point.ts";
import type { Brought } from "../../kernel/selection/bid.ts";
import type { Key, NumberKey } from "../../kernel/selection/keys.ts";

/** What one case brings; the order itself looks at nothing but what its keys look at. */
export interface Application<B = Brought> {
  readonly id: string;
  readonly bid: B;
}

export interface Order {
  /** Places in the input, the first to be served first. */
  readonly indices: Uint32Array;
  /** By place in the input. */
  readonly ids: readonly string[];
  /** The key that put one application (by its place in the input) above another: the first in which they differ, else `id`. */
  readonly decidedBy: (above: number, below: number) => string;
}

/**
 * Orders applications by the keys, whatever their order in the input; the id separates what no key does. What the order looks at
 * is read once into columns of numbers, from front to back, and places in the input are sorted, so that no object is made for an
 * application.
 *
 * Throws a RangeError on a time that is no instant and on a number that its key does not allow.
 */
export function inOrder<B>(applications: readonly Application<B>[], keys: readonly Key<B>[]): Order {
  const columns = columnsOf(applications, keys);
  const ids = applications.map(({ id }) => id);
  const { first, second, others } = inFront(columns);
  const compare = (a: number, b: number): number => {
    // Nearly all are told apart by the first two columns, so these are looked at without a call.
    const near = (first[a] ?? 0) - (first[b] ?? 0) || (second[a] ?? 0) - (second[b] ?? 0);
    if (near !== 0) return near;
    for (const other of others) {
      const found = other.compare(a, b);
      if (found !== 0) return found;
    }
    return compareByCodePoint(ids[a] ?? "", ids[b] ?? "");
  };
  const indices = new Uint32Array(applications.length).map((_, place) => place);
  sortBy(indices, first === none ? [] : second === none ? [first] : [first, second], compare);
  return {
    indices,
    ids,
    decidedBy: (above, below) => {
      for (const column of columns)
        if (column.compare(above, below) !== 0) return column.decider(above, below);
      return "id";
    },
  };
}

/** So few are compared with one another at once. */
const few = 12;

/**
 * Sorts places in the input by columns of numbers. Where a column leaves room in a number for the turn beside its value, such numbers
 * are sorted, which calls nothing; those whom it does not tell apart are then sorted by the next one, and in the end compared.
 */
function sortBy(
  indices: Uint32Array,
  [column, ...next]: readonly Float64Array[],
  compare: (a: number, b: number) => number,
): void {
  const count = indices.length;
  if (column === undefined || count <= few) {
    if (count > 1) indices.sort(compare);
    return;
  }
  // A power of two, so that dividing by it is exact.
  const room = 2 ** Math.ceil(Math.log2(count));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of indices) {
    const value = column[place] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if ((most - least + 1) * room > Number.MAX_SAFE_INTEGER) {
    indices.sort(compare);
    return;
  }
  const before = indices.slice();
  const marked = new Float64Array(count);
  for (let turn = 0; turn < count; turn += 1)
    marked[turn] = ((column[before[turn] ?? 0] ?? 0) - least) * room + turn;
  marked.sort();
  let [from, of] = [0, 0];
  for (let turn = 0; turn < count; turn += 1) {
    const mark = marked[turn] ?? 0;
    const value = Math.floor(mark / room);
    if (value !== of) {
      sortBy(indices.subarray(from, turn), next, compare);
      [from, of] = [turn, value];
    }
    indices[turn] = before[mark - value * room] ?? 0;
  }
  sortBy(indices.subarray(from), next, compare);
}

const none = new Float64Array(0);

/** The columns of numbers that come first, two at most, and those behind them. */
function inFront(columns: readonly Column[]) {
  const first = columns[0]?.values;
  const second = first && columns[1]?.values;
  const others = columns.slice(first ? (second ? 2 : 1) : 0);
  return { first: first ?? none, second: second ?? none, others };
}

/** One key, or several as one number, by an application's place in the input: who comes first has less. */
interface Column {
  /** Of numbers. */
  readonly values?: Float64Array;
  readonly compare: (a: number, b: number) => number;
  /** Which of its keys tells the two apart. */
  readonly decider: (a: number, b: number) => string;
}

/** Keys that are whole numbers stand in one number as long as it stays exact: comparing it compares all of them, in their order. */
function columnsOf<B>(applications: readonly Application<B>[], keys: readonly Key<B>[]): readonly Column[] {
  const columns: Column[] = [];
  let packed: Digit<B>[] = [];
  let size = 1;
  const close = () => {
    if (packed.length > 0) columns.push(packedColumn(applications, packed));
    packed = [];
    size = 1;
  };
  for (const key of keys) {
    if (key.kind === "instant" || key.kind === "text") {
      close();
      columns.push(
        key.kind === "instant"
          ? instantColumn(key.name, applications, key.of)
          : textColumn(
              key.name,
              applications.map(({ bid }) => key.of(bid)),
            ),
      );
      continue;
    }
    const digit = digitOf(key);
    if (size * digit.size > Number.MAX_SAFE_INTEGER) close();
    packed.push(digit);
    size *= digit.size;
  }
  close();
  return columns;
}

/** A key with so many values, of which the first to be served is 0. */
interface Digit<B> {
  readonly name: string;
  readonly size: number;
  readonly of: (bid: B) => number;
}

function digitOf<B>(key: Exclude<Key<B>, { readonly kind: "instant" | "text" }>): Digit<B> {
  const { name } = key;
  if (key.kind === "yes") return { name, size: 2, of: (bid) => (key.of(bid) ? 0 : 1) };
  const { most, first } = key;
  const value = checked(key);
  return {
    name,
    size: most + 1,
    of: first === "lowest" ? value : (bid) => most - value(bid),
  };
}

const checked =
  <B>({ name, most, of }: NumberKey<B>) =>
  (bid: B): number => {
    const value = of(bid);
    if (Number.isInteger(value) && value >= 0 && value <= most) return value;
    throw new RangeError(`${name} is a whole number from 0 to ${most}, not ${value}`);
  };

function packedColumn<B>(applications: readonly Application<B>[], digits: readonly Digit<B>[]): Column {
  const values = new Float64Array(applications.length);
  const weighed = digits.map(({ name }, place) => ({
    name,
    behind: digits.slice(place + 1).reduce((product, { size }) => product * size, 1),
  }));
  applications.forEach(({ bid }, place) => {
    let value = 0;
    for (const { size, of } of digits) value = value * size + of(bid);
    values[place] = value;
  });
  return {
    values,
    compare: comparing(values),
    decider: (a, b) => {
      const [one, other] = [values[a] ?? 0, values[b] ?? 0];
      for (const { name, behind } of weighed)
        if (Math.floor(one / behind) !== Math.floor(other / behind)) return name;
      return "id";
    },
  };
}

function instantColumn<B>(
  name: string,
  applications: readonly Application<B>[],
  of: (bid: B) => string,
): Column {
  const values = new Float64Array(applications.length);
  applications.forEach(({ bid }, place) => {
    values[place] = instantOf(of(bid));
  });
  return { values, compare: comparing(values), decider: () => name };
}

const comparing =
  (values: Float64Array) =>
  (a: number, b: number): number =>
    (values[a] ?? 0) - (values[b] ?? 0);

const textColumn = (name: string, values: readonly string[]): Column => ({
  compare: (a, b) => compareByCodePoint(values[a] ?? "", values[b] ?? ""),
  decider: () => name,
});

/** Epoch milliseconds. A time without an offset would be read in the zone of whichever machine ranks, so it is refused. */
function instantOf(submittedAt: string): number {
  const saysWhere = submittedAt.endsWith("Z") || /[+-]\d\d:\d\d$/.test(submittedAt);
  const at = saysWhere ? Date.parse(submittedAt) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${submittedAt}`);
  return at;
}
