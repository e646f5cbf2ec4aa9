import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** The coordinator breaks a case off; those whom it concerns read why. */
export const cancellation = defineForm({
  id: "cancellation",
  words: blockWords,
  outcomes: ["cancelled"],
  fields: { reason: why({ max: 2000 }) },
});

/** Whoever applied for others takes it back; those others read why. */
export const withdrawal = defineForm({
  id: "withdrawal",
  words: blockWords,
  outcomes: ["withdrawn"],
  fields: { reason: why({ max: 2000 }) },
});

/** Whoever applied for themselves leaves, and owes nobody a reason. */
export const leaving = defineForm({
  id: "withdrawal",
  words: blockWords,
  outcomes: ["withdrawn"],
  fields: { reason: why({ max: 1000, optional: true }) },
});
