import type { ComponentChildren } from "preact";
import { printAmount, printTime } from "../../../workflows/kernel/facts/print.ts";
import type { CaseQuery } from "../../lines/case-query.ts";
import { moneyOf } from "../../numbers/money.ts";
import { codeOf } from "../../reading/codes.ts";
import { postIn } from "../../reading/posts.ts";
import type { UiKey } from "../../reading/ui.ts";
import type { Line } from "../../store/line-item.ts";
import type { View } from "../../web/view.ts";

/** What cells of a list need to know beside the line. */
export interface ListTelling {
  readonly view: View;
  readonly stage: (line: Line) => string;
  /** Empty where applicants are not asked as what they work. */
  readonly posts: ReadonlyMap<string, string>;
  readonly hasMoney: boolean;
}

interface CaseColumn {
  readonly label: UiKey;
  /** The order in which a list can be put by it. */
  readonly order?: CaseQuery["order"];
  readonly of: (line: Line, telling: ListTelling) => ComponentChildren;
  /** Is there anything in it, in this call? */
  readonly isThere?: (telling: ListTelling) => boolean;
}

const money = (label: UiKey, of: (line: Line) => number): CaseColumn => ({
  label,
  of: (line, { view }) => printAmount(of(line), view.language),
  isThere: ({ hasMoney }) => hasMoney,
});

/** The columns of a list of cases beside the name, in their order; what is usual is shown where nobody chose. */
export const caseColumns = {
  code: { label: "task.code", of: ({ ref }) => codeOf(ref) },
  school: { label: "console.school", order: "school", of: ({ school }) => school },
  municipality: {
    label: "console.municipality",
    order: "municipality",
    of: ({ municipality }) => municipality,
  },
  post: {
    label: "console.post",
    order: "post",
    of: ({ post }, { posts }) => postIn(posts, post),
    isThere: ({ posts }) => posts.size > 0,
  },
  email: { label: "people.email", of: ({ email }) => email },
  submitted: {
    label: "console.submitted",
    order: "submitted",
    of: ({ submittedAt }, { view }) => printTime(submittedAt, view.language),
  },
  stage: { label: "console.state", order: "stage", of: (line, { stage }) => stage(line) },
  due: {
    label: "console.due",
    order: "due",
    of: ({ due }, { view }) => (due ? printTime(due.at, view.language) : "–"),
  },
  position: { label: "facts.position", order: "position", of: ({ ranked }) => ranked?.position ?? "–" },
  granted: money("ledger.granted", (line) => moneyOf(line).promised),
  paid: money("over.paid", (line) => moneyOf(line).paid),
} as const satisfies Readonly<Record<string, CaseColumn>>;

export type ColumnName = keyof typeof caseColumns;
const usual: readonly ColumnName[] = ["code", "school", "municipality", "post", "submitted", "stage", "due"];

const isColumn = (name: string): name is ColumnName => Object.hasOwn(caseColumns, name);

/** Those that there are in this call. */
export const columnsThere = (telling: ListTelling): readonly ColumnName[] =>
  Object.keys(caseColumns)
    .filter(isColumn)
    .filter((name) => columnOf(name).isThere?.(telling) ?? true);

export const columnOf = (name: ColumnName): CaseColumn => caseColumns[name];

/** The columns that an address asks for, in their order; the usual ones where it asks for none that there are. */
export function columnsAsked(said: string | null, telling: ListTelling): readonly ColumnName[] {
  const asked = (said ?? "").split(",").filter(isColumn);
  const wanted: readonly ColumnName[] = asked.length > 0 ? asked : usual;
  return columnsThere(telling).filter((name) => wanted.includes(name));
}
