import type { Book } from "../../kernel/book.ts";
import { text } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";
import { founderWords, principalWords } from "./words.ts";

const reason = why({ max: 2000, for: ["refused"] });

/** The principal (for a head, the founder) endorses or refuses, and says how the lessons are covered. */
export const endorsement = defineForm({
  id: "endorsement",
  words: principalWords,
  outcomes: ["endorsed", "refused"],
  fields: { substitute: text({ for: ["endorsed"], optional: true }), reason },
});

/** The founder of a school that applies. */
export const founderEndorsement = defineForm({
  id: "endorsement",
  words: founderWords,
  outcomes: ["endorsed", "refused"],
  fields: { reason },
});

/** When whoever is asked stays silent, the coordinator decides in their place and says why. */
export const endorsementInPlace = (words: Book) =>
  defineForm({
    id: "endorsementInPlace",
    words,
    outcomes: ["endorsed", "refused"],
    fields: { reason: why({ max: 2000 }) },
  });
