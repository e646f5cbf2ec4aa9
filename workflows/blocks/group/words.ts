import type { Book } from "../../kernel/book.ts";

/** What is said of every group, to its leader and to staff. */
export const groupWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

/** What is said to everybody who joins a group. */
export const participantWords: Book = {
  lt: () => import("./participant/words/lt.json", { with: { type: "json" } }),
  en: () => import("./participant/words/en.json", { with: { type: "json" } }),
};

/** What is said to every school that asks for a group of its own. */
export const schoolWords: Book = {
  lt: () => import("./school/words/lt.json", { with: { type: "json" } }),
  en: () => import("./school/words/en.json", { with: { type: "json" } }),
};
