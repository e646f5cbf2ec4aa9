/** What a figure must keep to, with the unit that both are in, and what stands in the way of a better one. */
export type Budget = {
  /** As it is read, with its unit: "≤ 1.3 ×". */
  readonly text: string;
  /** A sentence: what limits the figure now. */
  readonly limitedBy: string;
} & ({ readonly most: number } | { readonly least: number });

/** One line of a benchmark. */
export interface Row {
  readonly what: string;
  /** As it is read, with its unit: "1.21 ×". */
  readonly measured: string;
  /** What the budget is compared with, in the budget's unit. */
  readonly figure: number;
  readonly budget?: Budget;
  readonly isMissed: boolean;
}

/** What one topic found out. Plain data, because it comes from a process of its own. */
export interface Report {
  readonly rows: readonly Row[];
  /** Sentences: how it was measured, what was not there to be measured and how to get it. */
  readonly notes: readonly string[];
}

/** Measures one topic. `isLong`: also the sizes that take minutes. Progress goes to standard error. */
export type Measure = (options: { readonly isLong: boolean }) => Promise<Report>;

/** A figure that is no number keeps to no budget. */
export function row(what: string, measured: string, figure: number, budget?: Budget): Row {
  if (budget === undefined) return { what, measured, figure, isMissed: false };
  const isMet = "most" in budget ? figure <= budget.most : figure >= budget.least;
  return { what, measured, figure, budget, isMissed: !isMet };
}

export const missed = "MISSED";

/** For `console.table`. */
export const tableOf = ({ rows }: Report): Record<string, Record<string, string>> =>
  Object.fromEntries(rows.map(({ what, ...rest }) => [what, cellsOf(rest)]));

const cellsOf = ({ measured, budget, isMissed }: Omit<Row, "what">) => ({
  measured,
  budget: budget?.text ?? "",
  "": isMissed ? missed : "",
});

/** A topic's section of `docs/performance.md`. `circumstances` say when and on what it was measured. */
export function section(title: string, circumstances: string, { rows, notes }: Report): string {
  const lines = rows.map(({ what, measured, budget, isMissed }) =>
    tableLine([what, measured, budget?.text ?? "", isMissed ? `**${missed}**` : ""]),
  );
  const limits = [...Map.groupBy(rows, ({ budget }) => budget?.limitedBy)].flatMap(([limit, limited]) =>
    limit === undefined ? [] : [`- ${namesOf(limited)}: ${limit}`],
  );
  return [
    `${heading}${title}`,
    circumstances,
    [tableLine(["what", "measured", "budget", ""]), tableLine(["---", "---", "---", "---"]), ...lines].join(
      "\n",
    ),
    ...(limits.length > 0 ? ["What limits them:", limits.join("\n")] : []),
    ...notes,
  ].join("\n\n");
}

/** Very many are not named one by one: the table above has them. */
const namesOf = (rows: readonly Row[]): string =>
  rows.length > 6 ? `${rows.length} of them` : rows.map(({ what }) => what).join("; ");

const heading = "## ";
const tableLine = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The document with the sections just measured in the place of their older ones, in the order of all titles. */
export function renewed(document: string, fresh: readonly string[], titles: readonly string[]): string {
  const [before = "", ...older] = document.split(new RegExp(`^(?=${heading})`, "m"));
  const byTitle = new Map([...older, ...fresh].map((text) => [titleOf(text), text.trim()]));
  const kept = titles.flatMap((title) => byTitle.get(title) ?? []);
  return `${[before.trim(), ...kept].join("\n\n")}\n`;
}

const titleOf = (text: string): string => text.slice(heading.length, text.indexOf("\n"));
