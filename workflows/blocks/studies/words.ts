import type { Book } from "../../kernel/book.ts";

/** What is said of studies by the semester. */
export const studyWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};
