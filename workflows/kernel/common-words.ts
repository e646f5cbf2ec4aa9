import type { Book } from "./book.ts";

/** What is said alike wherever nothing else is said: of fields that many forms have, of taking an application back. */
export const commonWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};
