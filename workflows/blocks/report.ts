import { file, longText } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";

const attached = { types: ["pdf", "jpeg", "png"], maxBytes: 5_000_000 } as const;

/** What was learned and how it will be used. */
export const report = defineForm({
  id: "report",
  outcomes: ["submitted"],
  fields: {
    learned: longText({ max: 8000 }),
    use: longText({ max: 4000 }),
    attachment1: file({ ...attached, optional: true }),
    attachment2: file({ ...attached, optional: true }),
  },
});

/** The coordinator accepts a report or returns it, each time with reasons. */
export const reportReview = defineForm({
  id: "reportReview",
  outcomes: ["accepted", "returned"],
  fields: { reasons: longText({ max: 4000, for: ["returned"] }) },
});
