import type { Asked, Row, Said } from "../../kernel/rehearsal.ts";
import { optional, points } from "../../kernel/rehearsal-cells.ts";
import { type ReviewScore, reaches, reviewScore, type Score } from "../../kernel/score.ts";
import { answersFor } from "../review/rubric.ts";
import { reviewRules } from "../review/rules.ts";
import { next } from "./answers.ts";
import type { Need, SomeCells } from "./needs.ts";
import { inWords } from "./people.ts";

/** Points from 0 to 100 of the first, second and third review. */
export const reviewColumns = {
  score_1: optional(points),
  score_2: optional(points),
  score_3: optional(points),
};

const scoresOf = ({ score_1, score_2, score_3 }: SomeCells): readonly (number | undefined)[] =>
  [score_1, score_2, score_3].map((score) => (typeof score === "number" ? score : undefined));

interface Rules {
  readonly scoreGap: number;
  readonly minimumScore: number;
}

/** What the reviews of a line come to; `undefined` where one is missing. */
export function scoreIn(cells: SomeCells, { scoreGap }: Pick<Rules, "scoreGap">): Score | undefined {
  const result = weighed(cells, scoreGap);
  return result?.outcome === "scored" ? result.score : undefined;
}

function weighed(cells: SomeCells, scoreGap: number): ReviewScore | undefined {
  const given = scoresOf(cells).flatMap((score) => score ?? []);
  return given.length < 2 ? undefined : reviewScore(given, scoreGap);
}

/** Two reviews, a third where they lie apart; it goes on for who reaches the minimum. */
export const reviewNeeds = (
  { scoreGap, minimumScore }: Rules,
  because = "the application is eligible",
): readonly Need[] => [
  {
    columns: ["score_1", "score_2"],
    because,
    goesOn: ({ score_1, score_2 }) => score_1 !== undefined && score_2 !== undefined,
  },
  {
    columns: ["score_3"],
    because: `score_1 and score_2 differ by more than ${scoreGap}`,
    when: (cells) => weighed(cells, scoreGap)?.outcome === "apart",
  },
  {
    columns: [],
    because: "",
    goesOn: (cells) => {
      const score = scoreIn(cells, { scoreGap });
      return score !== undefined && reaches(score, minimumScore);
    },
  },
];

/**
 * A review is written on the second day: the points that the file gives for the how-manieth review it is, or by the call's
 * rubric the scores that come nearest to them.
 */
export const reviewAnswers = {
  review: next(
    "14:00",
    ({ line, cells }: Row & { readonly cells: SomeCells }, asked: Asked): Said => {
      const score = scoresOf(cells)[Number(asked.part?.slice(1)) - 1];
      if (score === undefined) throw new Error(`line ${line}: no score for review ${asked.part}`);
      const brought = reviewRules.pick({ rubric: true }).parse(asked.file.call).rubric;
      const said = brought ? answersFor(brought, score) : { score };
      return { outcome: "scored", ...said, comment: inWords };
    },
    { days: 2 },
  ),
};
