import type { Book } from "../kernel/book.ts";

/** What the blocks’ forms and states say, whoever uses them. */
export const blockWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};
