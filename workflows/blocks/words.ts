import type { Book } from "../kernel/book.ts";

/** What blocks say of offers where places are shared out. */
const ofPlaces: Book = {
  lt: () => import("./places-words/lt.json", { with: { type: "json" } }),
  en: () => import("./places-words/en.json", { with: { type: "json" } }),
};

/** The same where money is. */
const ofBudget: Book = {
  lt: () => import("./budget-words/lt.json", { with: { type: "json" } }),
  en: () => import("./budget-words/en.json", { with: { type: "json" } }),
};

/** What blocks say to whoever applies for an organisation. */
const toOrganisation: Book = {
  lt: () => import("./organisation-words/lt.json", { with: { type: "json" } }),
  en: () => import("./organisation-words/en.json", { with: { type: "json" } }),
};

/** What the blocks’ forms and states say, whoever uses them. */
export const blockWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
  where: { places: ofPlaces, budget: ofBudget, organisation: toOrganisation },
};
