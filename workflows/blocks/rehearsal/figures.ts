import { type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import type { StepRecord } from "../../kernel/record.ts";
import type { Became, Road, Row, Table } from "../../kernel/rehearsal.ts";
import { printScore, storedScore } from "../../kernel/score.ts";
import type { Decision } from "../../kernel/selection/decision.ts";
import { scored } from "../review/panel.ts";

/** A cell of the table of cases; nothing where it does not apply to somebody. */
export type Cell = string | number | undefined;

/** What the table of cases says of everybody, by column. */
export type Figures = Readonly<Record<string, Cell>>;

/** A column of the table of cases: what a road has left in it. */
export type Figure<R extends Row = Row> = (road: Road<R>) => Cell;

export const figuresOf = <R extends Row>(
  columns: Readonly<Record<string, Figure<R>>>,
  road: Road<R>,
): Figures => Object.fromEntries(Object.entries(columns).map(([name, figure]) => [name, figure(road)]));

/** What a step of theirs has recorded, where it has. */
export const recorded =
  <T>(record: StepRecord<T>, read: (data: T, file: CaseFile) => Cell): Figure =>
  ({ file }) => {
    if (!file) return undefined;
    const data = latestRecord(file, record);
    return data === undefined ? undefined : read(data, file);
  };

/** What the ranking has made of them: the share that was offered last, the score, the place in the order, whether the reserve moved up. */
export const rankedFigures = (decisionOn: (file: CaseFile) => Decision | undefined) => {
  const decided =
    (read: (made: Decision) => Cell): Figure =>
    ({ file }) => {
      const made = file && decisionOn(file);
      return made && read(made);
    };
  return {
    share: decided(({ share }) => share),
    cents: decided(({ cents }) => cents),
    /** With two decimals, as in `87.50`. */
    score: recorded(scored, ({ score }) => printScore(storedScore(score), "en")),
    order: decided(({ position }) => position),
    promoted: decided(({ share, cents, promotedFrom }) =>
      share === undefined && cents === undefined ? undefined : yesOrNo(promotedFrom !== undefined),
    ),
    /** The same where what comes free is handed on in the mornings: all of it together, so that nobody has anybody's place. */
    promotedOnMorning: decided(({ kind, toldAt }) =>
      kind === "offered" ? yesOrNo(toldAt === undefined) : undefined,
    ),
  };
};

const yesOrNo = (is: boolean): string => (is ? "yes" : "no");

/** What a case has cost the house. */
export const workFigures: Readonly<Record<string, Figure>> = {
  mails: ({ file, mails }) => file && mails,
  transitions: ({ file, transitions }) => file && transitions,
  items_written: ({ file, itemsWritten }) => file && itemsWritten,
};

/** A table for spreadsheets: what each of its columns says of one. */
export const tableOf = <B>(
  name: string,
  all: readonly B[],
  columns: Readonly<Record<string, (one: B) => Cell>>,
): Table => ({
  name,
  columns: Object.keys(columns),
  rows: all.map((one) => Object.values(columns).map((says) => says(one))),
  isForSpreadsheets: true,
});

/** `cases.csv`: a row each, in the order of the file. */
export const casesTable = (
  columns: readonly string[],
  all: readonly (Became & { readonly figures: Figures })[],
): Table => ({
  name: "cases.csv",
  columns: ["applicant", "status", ...columns],
  rows: all.map(({ row, status, figures }) => [row.name, status, ...columns.map((name) => figures[name])]),
});
