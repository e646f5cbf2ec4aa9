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

/** What the report says. Statuses that are not here are shown by their own name. */
export const reportWords: Readonly<Record<Language, Readonly<Record<keyof typeof lt, string>>>> = { lt, en };
