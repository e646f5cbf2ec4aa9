import { choice, confirmation, date, longText, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";

/** The school says that its codes are handed out; it makes them on a page of its own. */
export const handingOut = defineForm({
  id: "handingOut",
  outcomes: ["handedOut"],
  fields: { handedOut: confirmation({}) },
});

/** What a school does about its results. */
export const improvementPlan = defineForm({
  id: "improvementPlan",
  outcomes: ["submitted"],
  fields: {
    seen: longText({ max: 4000 }),
    measures: longText({ max: 6000 }),
    doneBy: date({}),
    responsible: text({ max: 200 }),
  },
});

export const planReview = defineForm({
  id: "planReview",
  outcomes: ["accepted", "returned"],
  fields: { reasons: why({ max: 4000, for: ["returned"] }) },
});

/** A year later: what of the results was used, in the school's own word, and what came of it. */
export const whatWasUsed = defineForm({
  id: "whatWasUsed",
  outcomes: ["submitted"],
  fields: {
    used: text({ max: 200 }),
    effect: choice({ options: ["visible", "some", "none"], optional: true }),
  },
});
