import { createHash } from "node:crypto";
import type { Item } from "../../../functions/adapters/table.ts";
import { paths } from "../../../functions/addresses/paths.ts";
import { campaignOfRound, placeFor } from "../../../functions/compared/campaign.ts";
import { comparedCodeOf } from "../../../functions/links.ts";
import {
  type Asking,
  askingItem,
  askingKey,
  roundItem,
  roundsPartition,
} from "../../../functions/store/compared-items.ts";
import {
  type ComparedMoment,
  comparedMoments,
  comparedQuestions,
} from "../../../workflows/kernel/comparing.ts";
import { asForm } from "./answering.ts";
import type { World } from "./world.ts";

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

/**
 * Answers as somebody does who has the mail: of six one does not, and one leaves a question out. What is answered follows from who is
 * asked what, so that the same rehearsal is the same each time.
 */
export async function answerOnForm(
  { house, request }: World,
  { ref, moment, round }: Questioned,
  callId: string,
): Promise<void> {
  const chance = createHash("sha256").update(`${ref} ${moment}`).digest();
  const luck = (chance[0] ?? 0) % 6;
  if (luck === 0) return;
  const said = comparedQuestions.flatMap((question, index): [string, string][] =>
    luck === 1 && index === 1
      ? []
      : [[`item.${question}`, String(4 - Math.floor(((chance[index + 1] ?? 0) % 10) / 4))]],
  );
  const { school, group } = placeFor(callId, moment);
  const code = comparedCodeOf(house.config.linkSecret, ref, moment);
  const path = paths.answer(campaignOfRound(round), school, group, code);
  const { status } = await request("POST", path, String(new URLSearchParams(said)), asForm);
  // Before a kill it was answered, or its round closed.
  if (![303, 409, 410].includes(status))
    throw new Error(`${ref}: answers on its form were refused with ${status}`);
}
