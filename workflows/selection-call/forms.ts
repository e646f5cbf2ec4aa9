import { choice, choices, confirmation, longText, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";

/** The commission approves the ranking as it was computed, or asks for it to be looked at again with a reason. */
export const rankingApproval = defineForm({
  id: "rankingApproval",
  outcomes: ["approved", "again"],
  fields: {
    impartial: confirmation({ for: ["approved"] }),
    reason: why({ max: 2000, for: ["again"] }),
  },
});

const reason = longText({ max: 2000 });

/**
 * The call falls away, or some of its shares do, such as countries. Where there is but one, it is the whole call; so it is where an older
 * word or a program names none. People say which of both they mean.
 */
export const callingOff = defineForm({
  id: "callingOff",
  outcomes: ["calledOff"],
  given: ({ call, selects }) => {
    const shares = Object.keys(selects?.terms(call).places ?? {});
    return shares.length > 1 ? { lists: { shares } } : { fields: { reason } };
  },
  fields: {
    extent: choice({ options: ["some", "whole"], optional: true }),
    shares: choices({ max: 40, optional: true, options: { from: "shares" } }),
    reason,
  },
  check: ({ extent, shares = [] }) =>
    extent === "some" && shares.length === 0 ? [{ field: "shares", problem: "missing" as const }] : [],
  formerly: { countries: "shares" },
});

/** The director grants the places by an order, or sends the ranking back. */
export const directorsOrder = defineForm({
  id: "directorsOrder",
  outcomes: ["signed", "returned"],
  fields: {
    number: text({ max: 60, for: ["signed"] }),
    reason: why({ max: 2000, for: ["returned"] }),
  },
});

/**
 * What was tried on the ranking becomes so. The changes are written as the page of the trial has them in its address, and
 * stay in the call's record with the reason.
 */
export const adoption = defineForm({
  id: "adoption",
  outcomes: ["adopted"],
  fields: { changes: text({ max: 20_000 }), reason: why({ max: 2000 }) },
});
