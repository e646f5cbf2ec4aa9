import type { Book } from "../../kernel/book.ts";

const ofPrincipalToOrganisation: Book = {
  lt: () => import("./organisation-words/lt.json", { with: { type: "json" } }),
  en: () => import("./organisation-words/en.json", { with: { type: "json" } }),
};

/** What is said where the head of the applicant's school endorses. */
export const principalWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
  where: { organisation: ofPrincipalToOrganisation },
};

/** What is said where the founder does. */
export const founderWords: Book = {
  lt: () => import("./founder-words/lt.json", { with: { type: "json" } }),
  en: () => import("./founder-words/en.json", { with: { type: "json" } }),
};
