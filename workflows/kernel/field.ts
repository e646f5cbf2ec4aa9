import type * as z from "zod";
import type { Spoken } from "./book.ts";

/** What a page can show and a program can send. The kind decides the input on the page, the reader and the schema. */
export type FieldKind =
  | "text"
  | "longText"
  | "email"
  | "phone"
  | "iban"
  | "date"
  | "time"
  | "number"
  | "money"
  | "yesNo"
  | "choice"
  | "choices"
  | "several"
  | "town"
  | "school"
  | "certificate"
  | "confirmation"
  | "file"
  | "rows";

/** What a file may be. ADOC is the signed container of the Lithuanian archives, ASiC-E that of the EU. */
export type FileType = "pdf" | "jpeg" | "png" | "adoc" | "asice";

/** What was answered to another question. */
export interface When {
  readonly field: string;
  readonly is: readonly string[];
}

/** Where the options of a choice come from: written in the form, or a list that the case brings (`listed`, once it has). */
export type Options = readonly string[] | { readonly from: string; readonly listed?: readonly Listed[] };

/**
 * One question. `T` is the value a valid answer has; it includes `undefined` where the question may stay open.
 * `for` names the outcomes of the form under which the question is asked at all.
 */
export interface Field<T> extends Spoken {
  readonly kind: FieldKind;
  readonly optional: boolean;
  readonly for?: readonly string[];
  /** Of an application: asked where a question before it, which chooses, was answered so; its page falls away where nothing of it is. */
  readonly when?: When;
  /** Characters for text, entries for choices, the largest value for numbers. */
  readonly max?: number;
  readonly min?: number;
  readonly decimals?: number;
  readonly options?: Options;
  /** Of a file: what it may be, and of how many bytes at most. */
  readonly file?: { readonly types: readonly FileType[]; readonly maxBytes: number };
  /** Of rows: what each row answers, and whether each row has inputs of its own or is one line of a text. */
  readonly columns?: Readonly<Record<string, Field<unknown>>>;
  readonly written?: "rows" | "lines";
  /** Of rows: the column that says in each row what no other says, and the days from which to which a row lasts. */
  readonly once?: string;
  readonly spans?: readonly [from: string, to: string];
  /** Of rows of people: the role as which each of them works, where the list is not called by it. */
  readonly worksAs?: string;
  /** Of rows: the columns of money that are added up, and the column whose options make groups of the first of these. */
  readonly sums?: { readonly of: readonly string[]; readonly by?: string };
  /** The autofill token of HTML, so that a person need not type what the browser knows. */
  readonly autocomplete?: string;
  /** Hidden from reviewers, who score blindly. */
  readonly identifying?: boolean;
  /** Of a file: a copy of that one in which nothing tells whose it is. Reviewers read it in its place. */
  readonly namelessOf?: string;
  /** Of an application: shown also to these, who see nothing else of it. */
  readonly shownTo?: readonly string[];
  /** The words of a question that a call brings itself; other questions have theirs among the process's words. */
  readonly says?: {
    readonly label: InLanguages;
    readonly options: readonly { readonly value: string; readonly label: InLanguages }[];
  };
  /** Of a number of a certificate: one of this public register instead, whose entry is valid today. */
  readonly register?: string;
  /** Shown to nobody but whose case it is and to who supervises it: no staff, no paper. */
  readonly confidential?: boolean;
  /** Of a text: one of many that pages search among. */
  readonly among?: "municipalities";
  /** A list says it, or nobody does: it is never asked, and what anybody says of it is not looked at. */
  readonly fact?: true;
  /** Asked unless a list knows it; who judges is told where it was typed. */
  readonly listed?: true;
  /** Tells why somebody decided so. */
  readonly tellsWhy?: true;
  /** Of a day: it has come. */
  readonly past?: true;
  /** One of the slots of the case's call: whoever answers takes it, unless somebody was quicker. */
  readonly takesSlot?: true;
  /** Of an application: decides its place among the others, so nothing of it changes once it has been weighed. */
  readonly ranks?: boolean;
  /** The narrower bounds that the call or the case sets; people are told of them beside the question. */
  readonly limit?: Limit;
  /** `listed`: the values of the list that the options come from; `columns`: those of rows, as the case has them. */
  readonly schema: (
    listed: readonly string[],
    columns?: Readonly<Record<string, Field<unknown>>>,
  ) => z.ZodType<T>;
}

/** Bounds that are known only in a case, such as the sizes of groups that its call allows; never wider than the field's own. */
export interface Limit {
  /** Of a number or a sum its least, of a text its characters, of choices and rows how many, of a day the first (local). */
  readonly min?: number | string;
  readonly max?: number | string;
  /** Of a line of text how it is written, and one that is written so, which people are shown. */
  readonly pattern?: { readonly matches: RegExp; readonly example: string };
  /** Of rows that are summed: what they come to at most, EUR cents, and each group's most in per cent of that. */
  readonly total?: number;
  readonly shares?: Readonly<Record<string, number>>;
  /** Of an amount: its least part, in per cent, of what it and the rest of the form's money come to. Whoever says so checks it. */
  readonly leastPart?: number;
}

type InLanguages = Readonly<Record<"lt" | "en", string>>;

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of a valid answer, by field. */
export type Values<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/** An option of a list: a value for which there are words, or one with its own label, such as a person's name. */
export type Listed = string | { readonly value: string; readonly label: string | InLanguages };

/** Lists of options that the call brings, or what a step has recorded since, by name. */
export type Lists = Readonly<Record<string, readonly Listed[]>>;
