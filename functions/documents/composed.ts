import type { Language } from "../../workflows/kernel/case-file.ts";

/** A paper as it is read, before it is drawn: what it says, in order, in one language. */
export interface Composed {
  readonly language: Language;
  readonly title: string;
  /** The institution that issues it, above all. */
  readonly issuedBy?: string;
  /** What it belongs to, above the title. */
  readonly caption: string;
  /** UTC instant of the latest thing it tells of; the same case gives the same bytes, so no clock is asked. */
  readonly asOf: string;
  readonly blocks: readonly Block[];
  /** At the foot of every page. */
  readonly foot: string;
  /** What the count of pages is called, such as `2 / 3`. */
  readonly pageOf: (page: number, pages: number) => string;
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "facts"; readonly rows: readonly Fact[] }
  | ({ readonly kind: "table" } & ComposedTable);

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ComposedTable {
  /** Read aloud before the table. */
  readonly summary: string;
  readonly columns: readonly {
    readonly label: string;
    readonly isNumeric?: boolean;
    /** Share of the width, in parts of the sum of all shares. */
    readonly share: number;
  }[];
  readonly rows: readonly (readonly string[])[];
  /** What the lines come to: a label across all columns but the last, and the figure in it. */
  readonly totals: readonly Fact[];
}
