import type { Spoken } from "./book.ts";
import type { CaseFile } from "./case-file.ts";
import type { Role } from "./roles.ts";

/**
 * Something that people are told, before it is put into their language. Money in EUR cents, days local (`YYYY-MM-DD`), `at` a
 * UTC instant. Text and numbers stand as they are; several things stand in one line, with commas.
 */
export type Told =
  | string
  | number
  | { readonly cents: number }
  | { readonly km: number }
  | { readonly day: string }
  /** Whole days, both included. */
  | { readonly from: string; readonly to: string }
  | { readonly at: string }
  /** Written in both languages already, such as a title that a call brings. */
  | { readonly lt: string; readonly en: string }
  /** A sentence among the process's words, and what it names. */
  | { readonly word: string; readonly with?: Says }
  /** An option of one of the process's lists, such as `countries`; told as it is where there is no word for it. */
  | { readonly option: string; readonly of: string }
  /** Whoever stands behind a role, by name. */
  | { readonly person: Role }
  /** A case, by its code. */
  | { readonly ref: string }
  | readonly Told[];

/** What sentences may name, by name. */
export type Says = Readonly<Record<string, Told>>;

/**
 * Facts by name, each told from what is known: of a case, of a certificate, of what a step recorded. A fact that is not known
 * is left out. The names stand among the process's words.
 */
export type Rows<Known = CaseFile> = Readonly<Record<string, (known: Known) => Told | undefined>>;

/** A fact whose label is told, too, because there may be several of it. */
export interface ToldRow {
  readonly label: Told;
  readonly value: Told;
}

/** Something that a case's page shows to some roles, under a heading `shows.<name>.title`. */
export interface Shows extends Spoken {
  readonly to: readonly Role[];
  /** Sentences that its facts may be told in, `shows.<name>.<sentence>`. */
  readonly sentences?: readonly string[];
  /** With labels `shows.<name>.<row>`, or with labels of their own; nothing is shown where there is none. */
  readonly rows: Rows | ((file: CaseFile) => readonly ToldRow[]);
}

/** The words that a process needs for what its cases' pages show. */
export const wordsOfShows = (shows: Readonly<Record<string, Shows>>): readonly string[] =>
  Object.entries(shows).flatMap(([name, { rows, sentences = [] }]) =>
    ["title", ...sentences, ...(typeof rows === "function" ? [] : Object.keys(rows))].map(
      (word) => `shows.${name}.${word}`,
    ),
  );

/** What a call offers, for whoever thinks of applying: each thing with its title and some lines. */
export interface Offers {
  /** Sentences that it may be told in, `offers.<sentence>`. */
  readonly sentences?: readonly string[];
  readonly of: (call: Readonly<Record<string, unknown>>) => readonly Offer[];
}

export interface Offer {
  readonly title: Told;
  readonly lines: readonly Told[];
}
