import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";
import { blockWords } from "../words.ts";

/** The coordinator stops a series until something is in order; whoever takes part reads why. */
export const suspending = defineForm({
  id: "suspending",
  words: blockWords,
  outcomes: ["suspended"],
  fields: { reason: why({ max: 2000 }) },
});

/** It goes on where it stood, or ends for good. */
export const suspension = defineForm({
  id: "suspension",
  words: blockWords,
  outcomes: ["resumed", "ended"],
  fields: { reason: why({ max: 2000 }) },
});
