import { rank } from "../blocks/ranking/ranking.ts";
import { type Bid, decision, type Explained, type SelectionRules } from "../blocks/selection.ts";
import type { Entry } from "../kernel/case-file.ts";
import { points, storedScore } from "../kernel/score.ts";
import { explainAll } from "./explain.ts";
import type { RankingDocument } from "./ranking-document.ts";

/** What an audit found of one case: what was published, and what comes out when it is worked out again. */
export interface Difference {
  readonly ref: string;
  readonly what: "missing" | "score" | "facts" | "order" | "place" | "rules" | "reasons";
  readonly published: string;
  readonly recomputed: string;
}

/**
 * Works a published ranking out again from what each case brings (`brought`, made anew from the application and the
 * reviews) and names every difference. In a ranking that an appeal has changed nobody loses a place, so there the order is
 * compared and not who was offered what.
 */
export function auditRanking(
  { entries, rules }: RankingDocument,
  brought: ReadonlyMap<string, Bid>,
  isFirst: boolean,
): readonly Difference[] {
  const facts = entries.flatMap((entry) => compareFacts(entry, brought.get(entry.ref)));
  const ranked = rank(
    entries.flatMap(({ ref }) => {
      const bid = brought.get(ref);
      return bid ? [{ ...bid, id: ref, score: storedScore(bid.score) }] : [];
    }),
    rules.places,
    points(rules.minimumScore),
  );
  const positioned = entries
    .filter(({ position }) => position !== undefined)
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const anew = ranked.filter(({ kind }) => kind !== "rejected");
  const order = positioned.flatMap(({ ref }, index): Difference[] => {
    const place = anew.findIndex(({ id }) => id === ref);
    return place === index
      ? []
      : [
          {
            ref,
            what: "order",
            published: String(index + 1),
            recomputed: place < 0 ? "–" : String(place + 1),
          },
        ];
  });
  return [...facts, ...order, ...(isFirst ? comparePlaces(entries, ranked) : [])];
}

/** The rules that a ranking was made by against those of the call, with what was adopted of trials. */
export function auditRules({ call, rules }: RankingDocument, now: SelectionRules): readonly Difference[] {
  const told = ({ places, minimumScore, scoreGap }: RankingDocument["rules"]) =>
    JSON.stringify({ places: Object.entries(places).toSorted(), minimumScore, scoreGap });
  return told(rules) === told(now)
    ? []
    : [{ ref: call, what: "rules", published: told(rules), recomputed: told(now) }];
}

/** The reasons that applicants were told against those that come out of the ranking worked out again. */
export function auditReasons(
  document: RankingDocument | undefined,
  brought: ReadonlyMap<string, Bid>,
  entries: readonly Entry[],
): readonly Difference[] {
  if (!document) return [];
  const anew = document.entries.map(({ ref, kind, position, country, submittedAt }) => ({
    ref,
    state: "",
    ended: false,
    submittedAt,
    bid: brought.get(ref),
    decision: { kind, position, country },
  }));
  const reasons = explainAll(anew, document.rules.minimumScore);
  return entries.flatMap(({ ref, decision: stored }): Difference[] => {
    const told = sorted(decision.safeParse(stored).data?.why);
    const again = sorted(reasons.get(ref));
    return told === again || told === ""
      ? []
      : [{ ref, what: "reasons", published: told, recomputed: again }];
  });
}

/** The same reasons are the same text, in whatever order the table gives their parts back. */
function sorted(why: Explained | undefined): string {
  if (!why) return "";
  const { score, minimumScore, inOrder, applied, lastFilled, reservePosition } = why;
  const last = Object.entries(lastFilled)
    .map(([country, filled]) => [country, filled.position, filled.score].join(" "))
    .toSorted();
  return JSON.stringify([score, minimumScore, inOrder, applied, last, reservePosition ?? null]);
}

type Published = RankingDocument["entries"][number];

function compareFacts(entry: Published, bid: Bid | undefined): readonly Difference[] {
  const { ref } = entry;
  if (!bid) return [{ ref, what: "missing", published: String(entry.score), recomputed: "–" }];
  const told = ({ travelledBefore, rural, submittedAt, preferences }: Omit<Published | Bid, "score">) =>
    JSON.stringify({ travelledBefore, rural, submittedAt, preferences });
  return [
    ...(entry.score === bid.score
      ? []
      : [{ ref, what: "score" as const, published: String(entry.score), recomputed: String(bid.score) }]),
    ...(told(entry) === told(bid)
      ? []
      : [{ ref, what: "facts" as const, published: told(entry), recomputed: told(bid) }]),
  ];
}

function comparePlaces(
  entries: readonly Published[],
  ranked: ReturnType<typeof rank>,
): readonly Difference[] {
  const anew = new Map(ranked.map((placed) => [placed.id, placed]));
  return entries.flatMap(({ ref, kind, country }): Difference[] => {
    const placed = anew.get(ref);
    const again = placed?.kind === "offered" ? `${placed.kind} ${placed.country}` : (placed?.kind ?? "–");
    const before = country === undefined ? kind : `${kind} ${country}`;
    return again === before ? [] : [{ ref, what: "place", published: before, recomputed: again }];
  });
}
