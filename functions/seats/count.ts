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
}

/** Changes a count as it was read; `false` where somebody else was faster, and it has to be read again. */
export async function changeCount(
  { table, clock }: Pick<House, "table" | "clock">,
  count: SeatCount,
  { taken = 0, waiting = 0, begins = {}, ends = [], ...set }: Turn,
): Promise<boolean> {
  const begun = Object.fromEntries(
    Object.entries(begins).map(([kind, mark]) => [
      markName(kind, "number" in mark ? mark.number : mark.key),
      mark,
    ]),
  );
  const isLeft = ({ name }: { readonly name: string }) => !ends.includes(name) && !Object.hasOwn(begun, name);
  const offers = [...count.offer.filter(isLeft), ...(begins.offer ? [begins.offer] : [])];
  const runsOutAt = earliest(offers.map(({ until }) => until)) ?? never;
  const telling = set.telling ?? count.telling;
  const looksAt = earliest([
    runsOutAt,
    ...count.coming.filter(isLeft).map(({ at }) => staleFrom(at)),
    ...(telling.length > 0 || begins.leaving || begins.claiming ? [clock.now()] : []),
  ]);
  const isPending = looksAt !== undefined && looksAt !== never;
  const { outcome } = await table.change(seatCountKey(count.pk), {
    set: { ...set, ...begun, runsOutAt, ...(isPending ? pendingSince(count.pk, looksAt) : {}) },
    remove: [...ends, ...(isPending ? [] : nothingPending)],
    add: { version: 1, ...(taken === 0 ? {} : { taken }), ...(waiting === 0 ? {} : { waiting }) },
    when: { version: { is: count.version }, ...Object.fromEntries(ends.map((name) => [name, "present"])) },
  });
  return outcome === "changed";
}

const earliest = (instants: readonly string[]): string | undefined => instants.toSorted()[0];

/** From then on anybody may finish what somebody began to store. UTC instant. */
export const staleFrom = (at: string): string => new Date(Date.parse(at) + storingMilliseconds).toISOString();
