import type { Language } from "./case-file.ts";

/** What the report of a rehearsal shows, in a language. Amounts and counts in text are printed for it. */
export type Report = (language: Language) => ReportParts;

/** How an ending is coloured: each at least 3:1 on white, and never the only sign. */
export type Tone =
  /** It was not taken at all. */
  | "aside"
  /** It did not fulfil what was asked. */
  | "unfit"
  | "tooLow"
  | "waiting"
  /** By the own will. */
  | "own"
  | "lost"
  | "done"
  | "other";

export interface ReportParts {
  /** The headline figures. */
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly road: readonly RoadPoint[];
  /** What became of what was shared out, such as places. */
  readonly shares?: Shares;
  readonly money?: { readonly note: string; readonly bars: readonly MoneyBar[] };
  readonly people: ReportTable;
}

/** Those who came to one point of the road, and how those left it who went no further. */
export interface RoadPoint {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly exits: readonly { readonly name: string; readonly tone: Tone; readonly people: number }[];
}

export interface Shares {
  readonly title: string;
  /** Of every share the parts, in order: used to the end, taken and lost, and what is left over. */
  readonly parts: { readonly completed: string; readonly recovered: string; readonly unfilled: string };
  readonly rows: readonly Share[];
  readonly table: ReportTable;
}

export interface Share {
  readonly name: string;
  /** The same in words, for who does not see the drawing. */
  readonly said: string;
  readonly total: number;
  readonly completed: number;
  readonly recovered: number;
}

export interface MoneyBar {
  readonly name: string;
  readonly cents: number;
  readonly kind: "granted" | "out" | "back" | "paid";
}

/** A table whose first column names the rows; the last row stands apart as their sum where `hasSum` says so. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly isNumber?: true }[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly hasSum?: true;
}

export type ReportCell = string | { readonly ending: string; readonly tone: Tone };
