import { choice, email, longText, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { blockWords } from "./words.ts";

/** A member of a commission has seen who applied, and says whether anything stands in the way of judging. */
export const impartiality = defineForm({
  id: "impartiality",
  words: blockWords,
  outcomes: ["impartial", "conflict"],
  fields: { conflict: longText({ max: 2000, for: ["conflict"] }) },
});

/** Too few members may decide: ask those who were silent once more, or appoint somebody else. Whoever ranks may not be. */
export const anotherMember = defineForm({
  id: "anotherMember",
  words: blockWords,
  outcomes: ["askAgain", "appointed"],
  fields: {
    name: text({ max: 120, for: ["appointed"] }),
    email: email({ autocomplete: "off", for: ["appointed"] }),
    language: choice({ options: ["lt", "en"], for: ["appointed"] }),
  },
  check: (values, lists) =>
    values.email !== undefined && lists.rankers?.includes(values.email.toLowerCase())
      ? [{ field: "email", problem: "hasRanked" as const }]
      : [],
});
