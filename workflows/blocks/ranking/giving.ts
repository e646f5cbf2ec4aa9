import { isLessThan } from "../../kernel/percent.ts";
import type { Budget, Places, Selection, Terms } from "../../kernel/selection/selection.ts";
import type { Application } from "./order.ts";

/** What a case is given: a share of places, or money, whole or in part. EUR cents. */
export interface Given {
  readonly share?: string;
  readonly cents?: number;
  readonly isPartial?: true;
}

/** What was given, without all else that is known of whoever got it. */
export const givenTo = ({ share, cents, isPartial }: Given): Given => ({
  ...(share === undefined ? {} : { share }),
  ...(cents === undefined ? {} : { cents }),
  ...(isPartial ? { isPartial } : {}),
});

/** What others hold already. */
interface Held {
  /** By share. */
  readonly places?: ReadonlyMap<string, number>;
  /** EUR cents. */
  readonly cents: number;
  /** Does anybody still have to answer an offer? */
  readonly isAnyOpen: boolean;
}

/** What the next one gets, by place in the input; `undefined` where there is nothing for them. Asked along the order, once of each. */
export type Give = (place: number) => Given | undefined;

/** Gives along an order what there is and others do not hold. Throws a RangeError on a quota that is no whole number from 0. */
export function giving(
  award: Selection["award"],
  terms: Terms,
  applications: readonly Application[],
  held: Held,
): Give {
  switch (award.kind) {
    case "places":
      return givingPlaces(award, terms, applications, held);
    case "budget":
      return givingMoney(award, terms, applications, held);
  }
}

type AwardedBy<Kind> = Extract<Selection["award"], { readonly kind: Kind }>;

/** Each gets the first share of their preference with a free place. */
function givingPlaces(
  { wants }: AwardedBy<Places<never>["kind"]>,
  terms: Terms,
  applications: readonly Application[],
  { places: taken }: Held,
): Give {
  const wanted = applications.map(({ bid }) => wants(bid));
  const free = new Map(
    Object.entries(openPlaces(terms)).map(([share, count]) => [
      share,
      { count: Math.max(0, whole(share, count) - (taken?.get(share) ?? 0)) },
    ]),
  );
  let left = [...free.values()].reduce((sum, { count }) => sum + count, 0);
  return (place) => {
    if (left === 0) return undefined;
    for (const share of wanted[place] ?? []) {
      const found = free.get(share);
      if (found === undefined || found.count === 0) continue;
      found.count -= 1;
      left -= 1;
      return { share };
    }
    return undefined;
  };
}

/** The places that there still are, by share. */
export const openPlaces = ({ places, closed = [] }: Terms): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(places).map(([share, count]) => [share, closed.includes(share) ? 0 : count]),
  );

function whole(share: string, count: number): number {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`places are whole numbers from 0: ${share} ${count}`);
  return count;
}

const euro = 100;

/**
 * Each is offered the whole of what they ask for, as long as it fits into what is left. The first whose request does not fit ends
 * the giving: they are offered what is left, in whole euros, if no other offer is open and it is enough of the request.
 */
function givingMoney(
  { asks }: AwardedBy<Budget<never>["kind"]>,
  { budgetCents = 0, partialFloorPercent = 100 }: Terms,
  applications: readonly Application[],
  { cents, isAnyOpen }: Held,
): Give {
  const asked = applications.map(({ bid }) => asks(bid));
  let left = budgetCents - cents;
  let isOver = false;
  let isFirst = !isAnyOpen;
  return (place) => {
    if (isOver) return undefined;
    const request = asked[place] ?? 0;
    if (request <= left) {
      left -= request;
      isFirst = false;
      return { cents: request };
    }
    isOver = true;
    const part = left - (left % euro);
    return isFirst && part > 0 && !isLessThan(left, partialFloorPercent, request)
      ? { cents: part, isPartial: true }
      : undefined;
  };
}
