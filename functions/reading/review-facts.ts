import * as z from "zod";
import { review } from "../../workflows/blocks/review/forms.ts";
import { scored, unassigned } from "../../workflows/blocks/review/panel.ts";
import { type Rubric, rubric } from "../../workflows/blocks/review/rubric.ts";
import { bid } from "../../workflows/blocks/selection.ts";
import { latestRecord } from "../../workflows/kernel/case-file.ts";
import type { LoadedCase } from "../cases/load.ts";

type Known = Pick<LoadedCase, "file">;

/** In the unit of kernel/score, with the reviewers' points, and by a rubric what each gave for each criterion. */
export interface ScoreFact {
  readonly kind: "score";
  readonly score: number;
  readonly reviews: readonly number[];
  readonly criteria: readonly {
    readonly title: Rubric[number]["title"];
    readonly weight: number;
    readonly best: number;
    readonly scores: readonly number[];
  }[];
}

const ruled = z.object({ rubric: rubric.optional() });

/** The rubric of a case's call; none where reviewers give points. */
const rubricOf = ({ file }: Known): Rubric => ruled.parse(file.call).rubric ?? [];

/** The score of a case once its reviews were weighed. */
export function scoreOf(loaded: Known): ScoreFact[] {
  const record = loaded.file.records.findLast((candidate) => candidate.step === scored.id);
  const read = scored.schema.safeParse(record?.data);
  if (!read.success) return [];
  const { reviews, criteria = [] } = read.data;
  // The call may have weighed the case anew, and an appeal may have given it another score.
  const score = bid.safeParse(loaded.file.entry?.bid).data?.score ?? read.data.score;
  const told = rubricOf(loaded).map(({ id, title, weight, anchors }) => ({
    title,
    weight,
    best: anchors.length - 1,
    scores: criteria.flatMap((given) => given[id] ?? []),
  }));
  return [{ kind: "score", score, reviews, criteria: criteria.length > 0 ? told : [] }];
}

/** Why nobody could be asked for a review, while somebody has to be appointed. */
export function unassignedOf({ file }: Known) {
  const last = file.records.at(-1);
  const found = last?.step === unassigned.id ? (latestRecord(file, unassigned) ?? []) : [];
  return found.length > 0 ? [{ kind: "unassigned" as const, found }] : [];
}

/** What the reviewers wrote to the applicant, who does not learn from whom it is. */
export function commentsOf({ file }: Known) {
  const lines = file.answers.flatMap(({ form, values }) =>
    form === review.id && typeof values.comment === "string" ? [values.comment] : [],
  );
  return lines.length > 0 ? [{ kind: "comments" as const, lines }] : [];
}
