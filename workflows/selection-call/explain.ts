import { bid, type Decision, decision, type Explained } from "../blocks/selection.ts";
import type { Entry } from "../kernel/case-file.ts";
import { storedScore } from "../kernel/score.ts";

/**
 * Why each case was decided on as it was, from the decisions of one ranking: how many were in the order, how many there
 * were in all, the minimum, the last place that was filled in each country of the own preference, and for who waits the
 * place on the reserve list. The same decisions give the same reasons, so an auditor can make them anew.
 */
export function explainAll(entries: readonly Entry[], minimumScore: number): ReadonlyMap<string, Explained> {
  const known = entries.flatMap((entry) => {
    const [made, brought] = [decision.safeParse(entry.decision), bid.safeParse(entry.bid)];
    return made.success && brought.success
      ? [{ ref: entry.ref, made: made.data, brought: brought.data }]
      : [];
  });
  const last = new Map<string, { position: number; score: number }>();
  for (const { made, brought } of known) {
    const { country, position = 0 } = made;
    if (made.kind !== "offered" || country === undefined) continue;
    if (position > (last.get(country)?.position ?? 0)) last.set(country, { position, score: brought.score });
  }
  const waiting = new Map(
    known
      .filter(({ made }) => made.kind === "reserve")
      .toSorted((a, b) => (a.made.position ?? 0) - (b.made.position ?? 0))
      .map(({ ref }, index) => [ref, index + 1]),
  );
  const inOrder = known.filter(({ made }) => made.position !== undefined).length;
  return new Map(
    known.map(({ ref, brought }) => {
      const place = waiting.get(ref);
      return [
        ref,
        {
          score: storedScore(brought.score),
          minimumScore,
          inOrder,
          applied: known.length,
          lastFilled: Object.fromEntries(
            brought.preferences.flatMap((country) => {
              const filled = last.get(country);
              return filled ? [[country, filled]] : [];
            }),
          ),
          ...(place === undefined ? {} : { reservePosition: place }),
        } satisfies Explained,
      ];
    }),
  );
}

/** The decision with its reasons. */
export const explained = (made: Decision, why: Explained | undefined): Decision =>
  why ? { ...made, why } : made;
