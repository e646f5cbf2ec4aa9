import type { Entry } from "../kernel/entry.ts";
import { storedScore } from "../kernel/score.ts";
import type { Brought } from "../kernel/selection/bid.ts";
import type { Decision, Explained } from "../kernel/selection/decision.ts";
import { onlyShare, type Selection } from "../kernel/selection/selection.ts";

/**
 * Why each case was decided on as it was, from the decisions of one ranking: how many were in the order, how many there
 * were in all, the minimum, the last who got something of each share that was asked for, and for who waits the place on the
 * reserve list. The same decisions give the same reasons, so an auditor can make them anew.
 */
export function explainAll(
  entries: readonly Entry[],
  selection: Selection,
  minimumScore: number | undefined,
): ReadonlyMap<string, Explained> {
  const known = entries.flatMap((entry) => {
    const [made, brought] = [selection.decisionIn(entry.decision), selection.bidIn(entry.bid)];
    return made && brought ? [{ ref: entry.ref, made, brought }] : [];
  });
  const last = new Map<string, Explained["lastFilled"][string]>();
  for (const { made, brought } of known) {
    const { share = onlyShare, position = 0 } = made;
    if (made.kind !== "offered" || position <= (last.get(share)?.position ?? 0)) continue;
    last.set(share, { position, ...scoreOf(brought) });
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
          ...scoreOf(brought),
          ...(minimumScore === undefined ? {} : { minimumScore }),
          inOrder,
          applied: known.length,
          lastFilled: Object.fromEntries(
            wantedBy(brought, selection).flatMap((share) => {
              const filled = last.get(share);
              return filled ? [[share, filled]] : [];
            }),
          ),
          ...(place === undefined ? {} : { reservePosition: place }),
        } satisfies Explained,
      ];
    }),
  );
}

const scoreOf = ({ score }: Brought) => (score === undefined ? {} : { score: storedScore(score) });

const wantedBy = (brought: Brought, { award }: Selection): readonly string[] =>
  award.kind === "places" ? award.wants(brought) : [onlyShare];

/** The decision with its reasons. */
export const explained = (made: Decision, why: Explained | undefined): Decision =>
  why ? { ...made, why } : made;
