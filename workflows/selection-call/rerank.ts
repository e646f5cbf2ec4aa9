import { givenTo } from "../blocks/ranking/giving.ts";
import { rank } from "../blocks/ranking/ranking.ts";
import { committedBy, costOf, inOrder, type Place } from "../blocks/reserve/places.ts";
import type { CaseDecision } from "../kernel/case-decision.ts";
import type { Entry } from "../kernel/entry.ts";
import type { Decision } from "../kernel/selection/decision.ts";
import type { Selection, Terms } from "../kernel/selection/selection.ts";

/** Cases whose score an appeal has changed since the ranking last looked at it. */
const rescored = ({ made, bid }: Place): boolean =>
  bid?.rescoredAt !== undefined && made.rescoredAt !== bid.rescoredAt;

/**
 * What changed scores do to a published ranking. Everybody is ordered anew by the rules of the ranking. Whose new score
 * would have brought something gets it, above the quota, if the budget bears it; nobody loses anything, and the others on the
 * reserve list are told when they move. `offered` is what an offer made now says. Empty when no score has changed.
 */
export function rerank(
  entries: readonly Entry[],
  selection: Selection,
  terms: Terms,
  now: string,
  offered: Readonly<Partial<Decision>>,
): CaseDecision[] {
  const all = inOrder(entries, selection);
  const places = all.filter(({ bid }) => bid !== undefined);
  if (!places.some(rescored)) return [];
  const applications = places.flatMap(({ entry: { ref }, bid }) => (bid ? [{ id: ref, bid }] : []));
  const ranked = new Map(rank(applications, selection, terms).map((placed) => [placed.id, placed]));
  let committed = committedBy(all, selection);
  return places.flatMap((place): CaseDecision[] => {
    const { entry, made, bid } = place;
    const { ref } = entry;
    const placed = ranked.get(ref);
    const position = placed && placed.kind !== "rejected" ? placed.position : undefined;
    if (!rescored(place) || made.kind === "offered" || entry.ended) return moved(place, position, selection);
    const answer = {
      ...(position === undefined ? {} : { position }),
      rescoredAt: bid?.rescoredAt,
      toldAt: now,
    };
    const given = placed?.kind === "offered" ? givenTo(placed) : undefined;
    const cost = given ? costOf(given, bid, selection) : 0;
    if (given && committed + cost <= (terms.budgetCents ?? Number.POSITIVE_INFINITY)) {
      committed += cost;
      const decision = { ...answer, ...offered, kind: "offered", ...given, added: true } as const;
      return [{ ref, decision: selection.stores(decision), signal: "offered" }];
    }
    const kind = position === undefined ? "rejected" : "reserve";
    return [{ ref, decision: selection.stores({ ...answer, kind }), signal: kind }];
  });
}

/** Who only moves in the order keeps what was decided, and is told while waiting on the reserve list. */
function moved(
  { entry, made, bid }: Place,
  position: number | undefined,
  selection: Selection,
): CaseDecision[] {
  const isKnown = made.rescoredAt === bid?.rescoredAt;
  if (position === undefined || (made.position === position && isKnown)) return [];
  const isWaiting = !entry.ended && made.kind === "reserve";
  return [
    {
      ref: entry.ref,
      decision: selection.stores({ ...made, position, ...(isKnown ? {} : { rescoredAt: bid?.rescoredAt }) }),
      ...(isWaiting ? { tell: "positionChanged" } : {}),
    },
  ];
}
