import { points, printScore, storedScore } from "../../workflows/kernel/score.ts";
import type { Decision, Explained } from "../../workflows/kernel/selection/decision.ts";
import { type SelectionTelling, shareIn } from "./standing.ts";

/**
 * Why a case was decided on as it was, in plain sentences for whoever applied: the own score and the least one, the place
 * in the order and what broke a tie, and the last who got something of what was asked for. `reserve`: the place on
 * the reserve list now. Made of what is stored alone, so an auditor reads the same. Empty before anything was decided.
 */
export function explain(telling: SelectionTelling, stored: unknown, reserve?: number): readonly string[] {
  const { selection, words, ui } = telling;
  const made = selection.decisionIn(stored);
  const why = made?.why;
  if (!made || !why) return [];
  return [
    ...scoreOf(telling, why),
    ...orderOf(telling, made, why),
    ...Object.entries(why.lastFilled).map(([share, last]) =>
      words.say(`${selection.award.kind}.last`, {
        share: shareIn(words, selection, share),
        position: last.position,
        score: last.score === undefined ? "none" : printed(last.score, telling),
      }),
    ),
    ...(reserve === undefined || selection.handsOn === "never"
      ? []
      : [ui.say("why.reserve", { position: reserve })]),
  ];
}

const printed = (score: number, { ui }: SelectionTelling): string =>
  printScore(storedScore(score), ui.language);

/** The own score and the least one, where there is one. */
function scoreOf(telling: SelectionTelling, { score, minimumScore }: Explained): readonly string[] {
  if (score === undefined || minimumScore === undefined) return [];
  const least = printed(points(minimumScore), telling);
  return [telling.ui.say("why.score", { score: printed(score, telling), least })];
}

function orderOf(
  { words, ui }: SelectionTelling,
  { position, decidedBy }: Decision,
  { inOrder, applied }: Explained,
): readonly string[] {
  if (position === undefined) return [ui.say("why.below", { applied })];
  const above = decidedBy === undefined ? undefined : words.maybe(`key.${decidedBy}.above`);
  return [ui.say("why.position", { position, inOrder }), ...(above ? [above] : [])];
}
