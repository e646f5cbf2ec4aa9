import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** The host agrees to an intern's plan, or says what to change. */
export const planAgreement = defineForm({
  id: "planAgreement",
  words: blockWords,
  outcomes: ["agreed", "changes"],
  fields: { changes: why({ max: 3000, for: ["changes"] }) },
});
