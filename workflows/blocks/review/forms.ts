import * as z from "zod";
import type { Fields } from "../../kernel/field.ts";
import { choice, email, longText, number, text } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { blockWords } from "../words.ts";
import { conflictKinds } from "./conflicts.ts";
import { criterionField, type Rubric, rubric } from "./rubric.ts";

const fields = {
  score: number({ min: 0, max: 100, decimals: 2, for: ["scored"] }),
  comment: longText({ max: 4000, optional: true, for: ["scored"] }),
  panelComment: longText({ max: 4000, optional: true, for: ["scored"] }),
  kind: choice({ options: conflictKinds, optional: true, for: ["conflict"] }),
} as const;

const ruled = z.object({ rubric: rubric.optional() });

/**
 * A blind review: a score, or a conflict of interest that sends the review to another at one click. A call
 * with a rubric asks for a score by each criterion. The comment is for the applicant, who reads it with the decision; the panel's comment is for those who decide.
 */
export const review = defineForm({
  id: "review",
  words: blockWords,
  outcomes: ["scored", "conflict"],
  oneClick: ["conflict"],
  fields,
  given: ({ call }) => {
    const brought = ruled.parse(call).rubric;
    return brought ? { fields: questionsBy(brought) } : {};
  },
});

/** Questions by the call's rubric: instead of one score, one for each criterion. */
export function questionsBy(rubric: Rubric): Fields {
  const { score: _score, ...others } = fields;
  return { ...Object.fromEntries(rubric.map((criterion) => criterionField(criterion))), ...others };
}

/** When no reviewer without a conflict is left, the coordinator names one. */
export const appointment = defineForm({
  id: "appointment",
  words: blockWords,
  outcomes: ["appointed"],
  fields: { name: text({ max: 200 }), email: email({}) },
});
