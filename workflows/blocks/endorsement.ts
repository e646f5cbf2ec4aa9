import { text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** The principal (for a head, the founder) endorses or refuses, and says how the lessons are covered. */
export const endorsement = defineForm({
  id: "endorsement",
  words: blockWords,
  outcomes: ["endorsed", "refused"],
  fields: {
    substitute: text({ for: ["endorsed"], optional: true }),
    reason: why({ max: 2000, for: ["refused"] }),
  },
});

/** When the principal stays silent, the coordinator decides in their place and says why. */
export const endorsementInPlace = defineForm({
  id: "endorsementInPlace",
  words: blockWords,
  outcomes: ["endorsed", "refused"],
  fields: { reason: why({ max: 2000 }) },
});
