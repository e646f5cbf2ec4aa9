import { rank } from "../blocks/ranking/ranking.ts";
import { committedBy, inOrder, type Place } from "../blocks/reserve/places.ts";
import { type Bid, bid, type Decision, openPlaces, type SelectionRules } from "../blocks/selection.ts";
import type { Entry } from "../kernel/case-file.ts";
import { points, storedScore } from "../kernel/score.ts";
import type { Decision as CaseDecision } from "../kernel/step-result.ts";

/** Cases whose score an appeal has changed since the ranking last looked at it. */
const rescored = ({ entry, made }: Place): boolean => {
  const { rescoredAt } = bid.parse(entry.bid);
  return rescoredAt !== undefined && made.rescoredAt !== rescoredAt;
};

/**
 * What changed scores do to a published ranking. Everybody is ordered anew by the rules of the ranking. Whose new score
 * would have brought a place gets one in that country, above the quota, if the budget bears it; nobody loses a place,
 * and the others on the reserve list are told when they move. `offered` is what an offer made now says. Empty when no
 * score has changed.
 */
export function rerank(
  entries: readonly Entry[],
  rules: SelectionRules,
  now: string,
  offered: Readonly<Partial<Decision>>,
): CaseDecision[] {
  const places = inOrder(entries).filter(({ entry }) => entry.bid !== undefined);
  if (!places.some(rescored)) return [];
  const bids = new Map(places.map(({ entry }) => [entry.ref, bid.parse(entry.bid)]));
  const applications = [...bids].map(([id, brought]) => ({
    ...brought,
    id,
    score: storedScore(brought.score),
  }));
  const ranked = new Map(
    rank(applications, openPlaces(rules), points(rules.minimumScore)).map((placed) => [placed.id, placed]),
  );
  let committed = committedBy(entries);
  return places.flatMap((place): CaseDecision[] => {
    const { entry, made } = place;
    const placed = ranked.get(entry.ref);
    const position = placed && placed.kind !== "rejected" ? placed.position : undefined;
    if (!rescored(place) || made.country !== undefined || entry.ended) return moved(place, position);
    const { rescoredAt, cents } = bids.get(entry.ref) ?? {};
    const answer = { ...(position === undefined ? {} : { position }), rescoredAt, toldAt: now };
    const cost = placed?.kind === "offered" ? (cents?.[placed.country] ?? 0) : 0;
    if (placed?.kind === "offered" && committed + cost <= (rules.budgetCents ?? Number.POSITIVE_INFINITY)) {
      committed += cost;
      const decision = { ...answer, ...offered, kind: "offered", country: placed.country, added: true };
      return [{ ref: entry.ref, decision, signal: "offered" }];
    }
    const kind = position === undefined ? "rejected" : "reserve";
    return [{ ref: entry.ref, decision: { ...answer, kind }, signal: kind }];
  });
}

/** Who only moves in the order keeps what was decided, and is told while waiting on the reserve list. */
function moved({ entry, made }: Place, position: number | undefined): CaseDecision[] {
  const { rescoredAt }: Pick<Bid, "rescoredAt"> = bid.parse(entry.bid);
  const isKnown = made.rescoredAt === rescoredAt;
  if (position === undefined || (made.position === position && isKnown)) return [];
  const isWaiting = !entry.ended && made.kind === "reserve";
  return [
    {
      ref: entry.ref,
      decision: { ...made, position, ...(isKnown ? {} : { rescoredAt }) },
      ...(isWaiting ? { tell: "positionChanged" } : {}),
    },
  ];
}
