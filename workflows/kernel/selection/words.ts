import type { Book } from "../book.ts";
import type { Selection } from "./selection.ts";
import { columnsOf } from "./standing.ts";

/** What keys are called where organisations apply. */
const ofOrganisations: Book = {
  lt: () => import("./organisation-words/lt.json", { with: { type: "json" } }),
  en: () => import("./organisation-words/en.json", { with: { type: "json" } }),
};

/** What is said of the keys and the awards that many processes select by. */
export const selectionWords: Book = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
  where: { organisation: ofOrganisations },
};

/** What the call tells whoever waits on its reserve list: an appeal has moved them, or they have come up by much. */
export const selectionMails = ["positionChanged", "reserveMoved"] as const;

const ofAward = {
  places: ["column", "offered", "told", "last", "trial", "changed", "missing"],
  budget: ["column", "offered", "told", "last", "trial", "changed"],
} as const;

/**
 * What a selection must be able to say: of each key what it is (`key.<name>`), what it heads a column with, and to whoever comes
 * after by it why (`.above`); of the award what is proposed, was told, who got the last of it, and what a trial may change.
 */
export const wordsOfSelection = (selection: Selection): readonly string[] => [
  ...["id", ...selection.order.map(({ name }) => name)].flatMap((name) => [
    `key.${name}`,
    `key.${name}.above`,
  ]),
  ...columnsOf(selection).map(({ name }) => `key.${name}.column`),
  ...ofAward[selection.award.kind].map((word) => `${selection.award.kind}.${word}`),
];
