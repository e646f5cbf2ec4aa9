import { type Decision, decision } from "../../workflows/blocks/selection.ts";
import { printScore, storedScore } from "../../workflows/kernel/score.ts";
import { countryIn } from "../web/parts/facts.tsx";
import { tie } from "../web/parts/ranking.tsx";
import type { Messages } from "./messages.ts";
import type { Ui } from "./ui.ts";

/**
 * Why a case was decided on as it was, in plain sentences for whoever applied: the own score and the least one, the place
 * in the order and what broke a tie, and the last place filled where the applicant wanted to go. `reserve`: the place on
 * the reserve list now. Made of what is stored alone, so an auditor reads the same. Empty before anything was decided.
 */
export function explain(ui: Ui, words: Messages, stored: unknown, reserve?: number): readonly string[] {
  const read = decision.safeParse(stored);
  const why = read.data?.why;
  if (!read.success || !why) return [];
  const score = (value: number) => printScore(storedScore(value), ui.language);
  const least = printScore(storedScore(Math.round(why.minimumScore * 600)), ui.language);
  return [
    ui.say("why.score", { score: score(why.score), least }),
    ...orderOf(ui, read.data, why.inOrder, why.applied),
    ...Object.entries(why.lastFilled).map(([country, last]) =>
      ui.say("why.last", {
        country: countryIn(words, country),
        position: last.position,
        score: score(last.score),
      }),
    ),
    ...(reserve === undefined ? [] : [ui.say("why.reserve", { position: reserve })]),
  ];
}

function orderOf(ui: Ui, made: Decision, inOrder: number, applied: number): readonly string[] {
  if (made.position === undefined) return [ui.say("why.below", { applied })];
  const above = tie.safeParse(made.decidedBy);
  return [
    ui.say("why.position", { position: made.position, inOrder }),
    ...(above.success ? [ui.say(`mine.above.${above.data}`)] : []),
  ];
}
