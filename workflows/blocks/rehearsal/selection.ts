import type { Language } from "../../kernel/case-file.ts";
import type { Totals } from "../../kernel/rehearsal.ts";
import type { Tone } from "../../kernel/rehearsal-report.ts";
import type { ApplicantBecame } from "./applicants.ts";
import type { ReportWords, Stage } from "./words.ts";

/** How an application can end: after which point of the road, and how that is coloured. */
export interface Ending {
  readonly status: string;
  readonly after: Stage;
  readonly tone: Tone;
}

/** The endings before somebody takes what is offered, in the order of the road. */
export const endingsOfSelection: readonly Ending[] = [
  { status: "late", after: "came", tone: "aside" },
  { status: "duplicate", after: "came", tone: "aside" },
  { status: "refused", after: "taken", tone: "unfit" },
  { status: "ineligible", after: "endorsed", tone: "unfit" },
  { status: "incomplete", after: "endorsed", tone: "unfit" },
  { status: "rejected", after: "eligible", tone: "tooLow" },
  { status: "reserve", after: "ranked", tone: "waiting" },
  { status: "declined", after: "offered", tone: "own" },
  { status: "expired", after: "offered", tone: "own" },
];

/** What a selection comes to, by the columns of its table of cases; `order`, `score` and `promoted` are called so. */
export interface Selecting<C> {
  /** In the order of the road. */
  readonly endings: readonly Ending[];
  /** What is shared out: the column that says who was offered which, how much there is of each, and how each is called. */
  readonly shares?: {
    readonly column: string;
    readonly of: (call: C) => Readonly<Record<string, number>>;
    readonly names: (language: Language) => Readonly<Record<string, string>>;
  };
  /** The column of what was granted, and by their names in the summary those of what was paid out and what came back; EUR cents. */
  readonly money: {
    readonly granted: string;
    readonly out: Readonly<Record<string, string>>;
    readonly back: Readonly<Record<string, string>>;
  };
  /** In place of what the report of every selection says. */
  readonly words?: ReportWords;
}

/** Figures by name, always in the same order. */
type Counts = Readonly<Record<string, number>>;

export interface Summary extends Totals {
  readonly call: string;
  readonly applications: number;
  readonly status: Counts;
  /** What became of each share. */
  readonly shares: Readonly<Record<string, Counts>>;
  readonly cents: Counts;
}

/** Counts what became of everyone. Keys are always in the same order: that of the road, and of the call's shares. */
export function summarize<C extends { readonly id: string }>(
  { endings, shares, money }: Selecting<C>,
  call: C,
  all: readonly ApplicantBecame[],
  { virtualDays, transitions, items }: Totals,
): Summary {
  const known = endings.map(({ status }) => status);
  const others = all.map(({ status }) => status).filter((status) => !known.includes(status));
  const sum = (column: string): number =>
    all.reduce((total, { figures }) => total + Number(figures[column] ?? 0), 0);
  const sums = { granted: money.granted, ...money.out, ...money.back };
  return {
    call: call.id,
    applications: all.length,
    status: counted(all, [...known, ...[...new Set(others)].sort()]),
    shares: Object.fromEntries(
      Object.entries(shares?.of(call) ?? {}).map(([share, places]) => {
        const offered = all.filter(({ figures }) => shares && figures[shares.column] === share);
        const promoted = offered.filter(({ figures }) => figures.promoted === "yes").length;
        const left = counted(offered, endingsOfShare(endings));
        return [share, { places, offered: offered.length, promoted, ...left }];
      }),
    ),
    cents: Object.fromEntries(Object.entries(sums).map(([name, column]) => [name, sum(column)])),
    ...{ virtualDays, transitions, items },
  };
}

/** How those end who were offered something. */
const endingsOfShare = (endings: readonly Ending[]): readonly string[] =>
  endings
    .filter(({ after }) => ["offered", "accepted", "completed"].includes(after))
    .map(({ status }) => status);

const counted = (all: readonly ApplicantBecame[], statuses: readonly string[]): Counts =>
  Object.fromEntries(statuses.map((status) => [status, all.filter((one) => one.status === status).length]));

/** What of a share is shown, in order. */
export const figuresOfShare = (endings: readonly Ending[]): readonly string[] => [
  ...["places", "offered", "promoted"],
  ...endingsOfShare(endings),
];

/** What is printed at the end: how many ended how, and what became of each share. */
export function printedTables<C>(
  { endings, shares }: Pick<Selecting<C>, "endings" | "shares">,
  summary: Summary,
): readonly (readonly string[])[][] {
  const figures = figuresOfShare(endings);
  const rows = Object.entries(summary.shares);
  const sum = (figure: string) => rows.reduce((all, [, row]) => all + (row[figure] ?? 0), 0);
  return [
    [
      ["status", "people"],
      ...Object.entries(summary.status).map(([name, people]) => [name, String(people)]),
      ["all", String(summary.applications)],
    ],
    ...(shares
      ? [
          [
            [shares.column, ...figures],
            ...rows.map(([share, row]) => [share, ...figures.map((figure) => String(row[figure]))]),
            ["all", ...figures.map((figure) => String(sum(figure)))],
          ],
        ]
      : []),
  ];
}
