import { longText } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { blockWords } from "./words.ts";

/** Somebody has not answered: ask once more, or let the place go. */
export const silence = defineForm({
  id: "silence",
  words: blockWords,
  outcomes: ["askAgain", "released"],
  fields: { reason: longText({ max: 2000 }) },
});
