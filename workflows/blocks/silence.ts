import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** Somebody has not answered: ask once more, or let the place go. */
export const silence = defineForm({
  id: "silence",
  words: blockWords,
  outcomes: ["askAgain", "released"],
  fields: { reason: why({ max: 2000 }) },
});
