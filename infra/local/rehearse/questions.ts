import type { Item } from "../../../functions/adapters/table.ts";
import {
  type Asking,
  askingItem,
  askingKey,
  roundItem,
  roundsPartition,
} from "../../../functions/store/compared-items.ts";
import { type ComparedMoment, comparedMoments } from "../../../workflows/kernel/comparing.ts";

/** What somebody was asked about a form, in which round. */
export interface Questioned {
  readonly ref: string;
  readonly moment: ComparedMoment;
  readonly round: string;
}

/** Who was asked how a form was, and what of it is still to come. */
export interface Questions {
  readonly note: (item: Item) => void;
  /** Those asked since the last time that somebody wanted to know. */
  readonly take: () => readonly Questioned[];
  /** Is somebody to be asked yet, or are answers to be counted? */
  readonly areToCome: () => boolean;
}

/** Notes what the table tells of questions. */
export function openQuestions(): Questions {
  const waiting = new Map<string, Asking>();
  const rounds = new Set<string>();
  let asked: Questioned[] = [];
  const noteAsking = (item: Item): void => {
    const asking = askingItem.parse(item);
    const before = waiting.get(asking.pk)?.asked ?? {};
    for (const moment of comparedMoments) {
      const now = asking.asked[moment];
      if (now && !before[moment]) asked.push({ ref: asking.pk, moment, round: now.round });
    }
    waiting.set(asking.pk, asking);
  };
  return {
    note: (item) => {
      if (item.sk === askingKey("").sk) noteAsking(item);
      if (item.pk !== roundsPartition) return;
      const { round, pending } = roundItem.parse(item);
      if (pending === undefined) rounds.delete(round);
      else rounds.add(round);
    },
    take: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    areToCome: () => rounds.size > 0 || [...waiting.values()].some(({ pending }) => pending !== undefined),
  };
}
