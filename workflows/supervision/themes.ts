import { type Book, withWords } from "../kernel/book.ts";
import { choices, several } from "../kernel/field-kinds.ts";

/** What a group may be about. Nothing personal is asked for: themes come from this list. */
const options = ["cooperation", "conflict", "parents", "pupils", "leadership", "change", "workload"] as const;

const words: Book = {
  lt: () => import("./themes/words/lt.json", { with: { type: "json" } }),
  en: () => import("./themes/words/en.json", { with: { type: "json" } }),
};

/** Which themes matter most to a school, in order. */
export const wantedThemes = withWords(words, { themes: choices({ options, max: 3 }) });

/** Which themes there were at a meeting. */
export const metThemes = withWords(words, { themes: several({ options, for: ["held"] }) });
