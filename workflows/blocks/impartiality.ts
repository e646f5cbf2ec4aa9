import type { CaseFile } from "../kernel/case-file.ts";
import { choice, email, longText, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { knowing } from "../kernel/given.ts";
import { blockWords } from "./words.ts";

/** A member of a commission has seen who applied, and says whether anything stands in the way of judging. */
export const impartiality = defineForm({
  id: "impartiality",
  words: blockWords,
  outcomes: ["impartial", "conflict"],
  fields: { conflict: longText({ max: 2000, for: ["conflict"] }) },
});

/** Too few members may decide: ask those who were silent once more, or appoint somebody else. */
export const anotherMember = defineForm({
  id: "anotherMember",
  words: blockWords,
  outcomes: ["askAgain", "appointed"],
  fields: {
    name: text({ max: 120, for: ["appointed"] }),
    email: email({ autocomplete: "off", for: ["appointed"] }),
    language: choice({ options: ["lt", "en"], for: ["appointed"] }),
  },
});

/** Whoever ranks in a call may not be a member: their addresses, in lower case. */
export const anotherMemberThan = (rankersOf: (call: CaseFile["call"]) => readonly string[]) =>
  knowing(anotherMember, ({ call }) => ({
    check: ({ email }) =>
      email !== undefined && rankersOf(call).includes(email.toLowerCase())
        ? [{ field: "email", problem: "hasRanked" }]
        : [],
  }));
