import { inOrder } from "../blocks/reserve/places.ts";
import type { CaseDecision } from "../kernel/case-decision.ts";
import type { Entry } from "../kernel/entry.ts";
import type { Selection } from "../kernel/selection/selection.ts";

/** The cases that wait on the reserve list, first to last. */
const waitingIn = (entries: readonly Entry[], selection: Selection) =>
  inOrder(entries, selection).filter(
    ({ entry, made }) => made.kind === "reserve" && made.position !== undefined && !entry.ended,
  );

/** So many places are much wherever one stands; nearer to the top half of what was left is. */
const many = 5;
const isMuch = (told: number, now: number): boolean => told - now >= many || now * 2 <= told;

/** Those who wait and have come up by much since they were last told their place: each is told once. */
export const risen = (entries: readonly Entry[], selection: Selection): CaseDecision[] =>
  waitingIn(entries, selection).flatMap(({ entry, made }, index): CaseDecision[] => {
    const told = made.reserveTold ?? made.why?.reservePosition;
    const position = index + 1;
    if (told === undefined || position >= told || !isMuch(told, position)) return [];
    return [
      {
        ref: entry.ref,
        decision: selection.stores({ ...made, reserveTold: position }),
        tell: "reserveMoved",
      },
    ];
  });
