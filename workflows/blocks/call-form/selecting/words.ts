import type { Book } from "../../../kernel/book.ts";
import type { Award } from "./terms.ts";

const placesWords: Book = {
  lt: () => import("./places-words/lt.json", { with: { type: "json" } }),
  en: () => import("./places-words/en.json", { with: { type: "json" } }),
};

/** What is called otherwise by what is shared out. */
export const wordsOf: Readonly<Record<Award, Book>> = {
  money: {
    lt: () => import("./money-words/lt.json", { with: { type: "json" } }),
    en: () => import("./money-words/en.json", { with: { type: "json" } }),
  },
  places: placesWords,
  shares: placesWords,
};
