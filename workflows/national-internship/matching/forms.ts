import { choice, choices, several } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";

/** A host names those it would most like to have, in order, and those who cannot come. */
export const hostOrder = defineForm({
  id: "hostOrder",
  outcomes: ["ordered"],
  fields: {
    first: choices({ max: 6, options: { from: "applicants" }, optional: true }),
    refused: several({ options: { from: "applicants" }, optional: true }),
    reason: why({ max: 1000, optional: true }),
  },
  check: ({ first = [], refused = [], reason }) => [
    ...(first.some((one) => refused.includes(one))
      ? [{ field: "refused", problem: "repeated" as const }]
      : []),
    ...(refused.length > 0 && reason === undefined ? [{ field: "reason", problem: "missing" as const }] : []),
  ],
});

/** The coordinator lets the matching be told, or keeps some apart whom a conflict of interest binds. */
export const matchingApproval = defineForm({
  id: "matchingApproval",
  outcomes: ["approved", "again"],
  fields: {
    apart: several({ options: { from: "pairs" }, for: ["again"] }),
    reason: why({ max: 2000, for: ["again"] }),
  },
});

/** A place is no more. */
export const fallen = defineForm({
  id: "fallen",
  outcomes: ["fallen"],
  fields: { place: choice({ options: { from: "places" } }), reason: why({ max: 2000 }) },
});
