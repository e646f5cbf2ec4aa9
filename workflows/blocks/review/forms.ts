import { choice, email, longText, number, text } from "../../kernel/field-kinds.ts";
import { defineForm, type Form } from "../../kernel/form.ts";
import { blockWords } from "../words.ts";
import { conflictKinds } from "./conflicts.ts";
import { criterionField, type Rubric } from "./rubric.ts";

/**
 * A blind review: a score, or a conflict of interest that sends the review to another at one click. The comment is for
 * the applicant, who reads it with the decision; the panel's comment is for those who decide.
 */
export const review = defineForm({
  id: "review",
  words: blockWords,
  outcomes: ["scored", "conflict"],
  oneClick: ["conflict"],
  fields: {
    score: number({ min: 0, max: 100, decimals: 2, for: ["scored"] }),
    comment: longText({ max: 4000, optional: true, for: ["scored"] }),
    panelComment: longText({ max: 4000, optional: true, for: ["scored"] }),
    kind: choice({ options: conflictKinds, optional: true, for: ["conflict"] }),
  },
});

/** The review by the call's rubric: instead of one score, one for each criterion. */
export function reviewBy(rubric: Rubric): Form {
  const { score: _score, ...others } = review.fields;
  const fields: Form["fields"] = {
    ...Object.fromEntries(rubric.map((criterion) => criterionField(criterion))),
    ...others,
  };
  return { ...review, fields, pages: [{ id: review.id, fields: Object.keys(fields) }] };
}

/** When no reviewer without a conflict is left, the coordinator names one. */
export const appointment = defineForm({
  id: "appointment",
  words: blockWords,
  outcomes: ["appointed"],
  fields: { name: text({ max: 200 }), email: email({}) },
});
