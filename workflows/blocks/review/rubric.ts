import * as z from "zod";
import type { Field } from "../../kernel/field.ts";
import { choice } from "../../kernel/field-kinds.ts";

const inBothLanguages = z.object({ lt: z.string().min(1), en: z.string().min(1) });

/** A criterion: what part of the whole it is (per cent), and what each score of it means in words, from 0 upwards. */
const criterion = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  title: inBothLanguages,
  weight: z.number().int().min(1).max(100),
  anchors: z.array(inBothLanguages).min(2).max(11),
});
export type Criterion = z.infer<typeof criterion>;
export type Rubric = readonly Criterion[];

/**
 * What reviewers score by. The weights make up 100, and the best score of a criterion divides 100, so that every total is
 * whole in hundredths of a point and comparisons stay exact.
 */
export const rubric = z
  .array(criterion)
  .min(1)
  .max(12)
  .superRefine((criteria, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const sum = weightsOf(criteria);
    if (sum !== 100) issue([], `expected weights that make up 100, not ${sum}`);
    for (const [index, { id, anchors }] of criteria.entries()) {
      if (100 % bestOf({ anchors }) !== 0)
        issue([index, "anchors"], "expected 2, 3, 5, 6 or 11 anchors: the best score must divide 100");
      if (criteria.findIndex((other) => other.id === id) < index)
        issue([index, "id"], `expected another id than ${id}, which a criterion above has`);
    }
  });

const weightsOf = (criteria: readonly Pick<Criterion, "weight">[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight, 0);

/** The best score that a criterion can be given; the worst is 0. */
const bestOf = ({ anchors }: Pick<Criterion, "anchors">): number => anchors.length - 1;

const prefix = "criterion_";
const nameOf = ({ id }: Pick<Criterion, "id">): string => `${prefix}${id}`;

/** The question about a criterion: one of its scores, each told in words. */
export function criterionField({ id, title, weight, anchors }: Criterion): [string, Field<unknown>] {
  const scores = anchors.map((_, score) => String(score));
  const asked = choice({ options: scores, for: ["scored"] });
  const labels = anchors.map((words, score) => ({
    value: String(score),
    label: { lt: `${score} – ${words.lt}`, en: `${score} – ${words.en}` },
  }));
  const label = { lt: `${title.lt} (${weight} %)`, en: `${title.en} (${weight}%)` };
  return [nameOf({ id }), { ...asked, says: { label, options: labels } }];
}

/** The scores by criterion that an answer gave; `undefined` for an answer that has none of this rubric. */
export function scoresIn(
  rubric: Rubric,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> | undefined {
  const given = rubric.map((known) => [known.id, values[nameOf(known)]] as const);
  if (given.some(([, value]) => typeof value !== "string")) return undefined;
  return Object.fromEntries(given.map(([id, value]) => [id, Number(value)]));
}

/**
 * Points from 0 to 100 with at most two decimals: each criterion's share of its best score, by weight. Weights may be
 * others than the rubric's own, in a what-if; they are still shares of their sum.
 */
export function pointsBy(rubric: Rubric, scores: Readonly<Record<string, number>>): number {
  const sum = weightsOf(rubric);
  const hundredths = rubric.reduce(
    (total, known) => total + (10_000 * known.weight * (scores[known.id] ?? 0)) / bestOf(known),
    0,
  );
  return Math.round(hundredths / sum) / 100;
}

/** The scores whose total is nearest to so many points, for whoever knows only the total, such as a rehearsal. */
export const answersFor = (rubric: Rubric, points: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rubric.map((known) => [nameOf(known), String(Math.round((points * bestOf(known)) / 100))]),
  );
