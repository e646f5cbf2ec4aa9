import type { Entry } from "../entry.ts";
import { printScore, storedScore } from "../score.ts";
import type { Told } from "../told.ts";
import type { Brought } from "./bid.ts";
import type { Decision } from "./decision.ts";
import type { NumberKey } from "./keys.ts";
import type { Selection } from "./selection.ts";

/** Where a case stands in an order, and with what: as tables show it. */
export interface Standing
  extends Pick<Decision, "kind" | "position" | "share" | "cents" | "isPartial" | "decidedBy"> {
  /** The keys that are shown as columns, by name: scores in the unit of kernel/score, amounts in EUR cents. */
  readonly keys: Readonly<Record<string, number>>;
}

/** A value of a key, as people are told it. */
export function toldKey({ kind }: Pick<NumberKey<Brought>, "kind">, value: number): Told {
  switch (kind) {
    case "score": {
      const score = storedScore(value);
      return { lt: printScore(score, "lt"), en: printScore(score, "en") };
    }
    case "cents":
      return { cents: value };
    case "number":
      return value;
  }
}

/** What was offered, by itself: which share, or how much. */
export const toldAward = (
  { share, cents }: Pick<Standing, "share" | "cents">,
  { award }: Pick<Selection, "award">,
): Told =>
  cents !== undefined
    ? { cents }
    : share === undefined
      ? "–"
      : { option: share, of: award.kind === "places" ? award.list : "shares" };

/** The keys of an order that are shown as columns. */
export const columnsOf = ({ order }: Pick<Selection, "order">): readonly NumberKey<Brought>[] =>
  order.flatMap((key) =>
    key.kind === "score" || key.kind === "number" || key.kind === "cents" ? [key] : [],
  );

/** What the columns of an order hold of a case. */
export const keysOf = (bid: Brought | undefined, selection: Pick<Selection, "order">): Standing["keys"] =>
  bid ? Object.fromEntries(columnsOf(selection).map(({ name, of }) => [name, of(bid)])) : {};

/** Where a case stands by what is stored of it; `undefined` before it has a place in the order. */
export function standingIn(
  { bid, decision }: Pick<Entry, "bid" | "decision">,
  selection: Selection,
): Standing | undefined {
  const made = selection.decisionIn(decision);
  if (made?.position === undefined) return undefined;
  const { kind, position, share, cents, isPartial, decidedBy } = made;
  return {
    kind,
    position,
    ...(share === undefined ? {} : { share }),
    ...(cents === undefined ? {} : { cents }),
    ...(isPartial ? { isPartial } : {}),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    keys: keysOf(selection.bidIn(bid), selection),
  };
}
