import type { House } from "../house.ts";
import { nothingPending, pendingSince, seatCountKey } from "../store/keys.ts";
import {
  type Mark,
  type MarkKind,
  markName,
  never,
  readCount,
  type SeatCount,
  type Telling,
} from "../store/seat-items.ts";

export type Parts = Pick<House, "table" | "clock" | "config" | "log">;

/** Whoever stores a coming has so long; what is not stored by then is counted back. The function has less time. */
const storingMilliseconds = 60_000;

/** How the seats of a case stand; `undefined` where none were opened. */
export async function countOf({ table }: Pick<House, "table">, pk: string): Promise<SeatCount | undefined> {
  const item = await table.get(seatCountKey(pk));
  return item && readCount(item);
}

/** What changes in a count. */
export interface Turn {
  readonly taken?: number;
  readonly waiting?: number;
  /** What is half done from now on, and what is not any more. */
  readonly begins?: { readonly [K in MarkKind]?: Omit<Mark<K>, "name"> };
  readonly ends?: readonly string[];
  readonly firstWaiting?: number;
  readonly telling?: readonly Telling[];
  readonly closedAt?: string;
  readonly isCalledOff?: true;
  /** Nothing is left to be done: the sweeper need not come again. */
  readonly isIdle?: true;
}

/**
 * Changes a count as it was read; `false` where somebody else was faster, and it has to be read again. Who only comes changes no version:
 * a thousand of them hold up nobody who cancels.
 */
export async function changeCount(
  { table, clock }: Pick<House, "table" | "clock">,
  count: SeatCount,
  { taken = 0, waiting = 0, begins = {}, ends = [], isIdle, ...set }: Turn,
): Promise<boolean> {
  const begun = Object.fromEntries(
    Object.entries(begins).map(([kind, mark]) => [
      markName(kind, "number" in mark ? mark.number : mark.key),
      mark,
    ]),
  );
  const isLeft = ({ name }: { readonly name: string }) => !ends.includes(name) && !Object.hasOwn(begun, name);
  const offers = [...count.offer.filter(isLeft), ...(begins.offer ? [begins.offer] : [])];
  // What is closed is offered to nobody any more.
  const isClosed = (set.closedAt ?? count.closedAt) !== undefined;
  const runsOutAt = (isClosed ? undefined : earliest(offers.map(({ until }) => until))) ?? never;
  const telling = set.telling ?? count.telling;
  const looksAt = earliest([
    runsOutAt,
    ...count.coming.filter(isLeft).map(({ at }) => staleFrom(at)),
    ...telling.map(({ waitsUntil = clock.now() }) => waitsUntil),
    ...(begins.leaving || begins.claiming || offers.some(({ isTold }) => !isTold) ? [clock.now()] : []),
  ]);
  const isPending = looksAt !== undefined && looksAt !== never;
  // Nobody forgets to look who might overlook somebody that came at this moment.
  const wakes =
    isPending || !isIdle ? pendingSince(count.pk, isPending ? looksAt : staleFrom(clock.now())) : {};
  const { outcome } = await table.change(seatCountKey(count.pk), {
    set: { ...set, ...begun, runsOutAt, ...wakes },
    remove: [...ends, ...("pending" in wakes ? [] : nothingPending)],
    add: { version: 1, ...(taken === 0 ? {} : { taken }), ...(waiting === 0 ? {} : { waiting }) },
    when: {
      version: { is: count.version },
      ...(count.waiting === 0 ? { waiting: { is: 0 } } : {}),
      ...(taken > 0 ? { taken: { below: count.capacity } } : {}),
      ...(isIdle ? { last: { is: count.last } } : {}),
      ...Object.fromEntries(ends.map((name) => [name, "present"])),
    },
  });
  return outcome === "changed";
}

const earliest = (instants: readonly string[]): string | undefined => instants.toSorted()[0];

/** From then on anybody may finish what somebody began to store. UTC instant. */
export const staleFrom = (at: string): string => new Date(Date.parse(at) + storingMilliseconds).toISOString();
