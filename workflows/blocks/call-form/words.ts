import type { Book } from "../../kernel/book.ts";

/** What the forms of all calls ask alike. */
export const callWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};
