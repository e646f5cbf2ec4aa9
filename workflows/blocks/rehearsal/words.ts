import type { Language } from "../../kernel/case-file.ts";
import en from "./words/en.json" with { type: "json" };
import lt from "./words/lt.json" with { type: "json" };

/** How far somebody came, in the order of the road. */
export const stages = [
  "came",
  "taken",
  "endorsed",
  "eligible",
  "ranked",
  "offered",
  "accepted",
  "completed",
] as const;
export type Stage = (typeof stages)[number];

/** Words by their names, one in place of another where a process says it otherwise. */
export type ReportWords = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const ofAll: ReportWords = { lt, en };

/** What the report of a selection says in a language; what has no word is shown by its own name. */
export const wordsOf = (language: Language, own?: ReportWords): ((key: string) => string) => {
  const words = { ...ofAll[language], ...own?.[language] };
  return (key) => words[key] ?? key.slice(key.lastIndexOf(".") + 1);
};
