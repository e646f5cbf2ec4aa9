import type { Language } from "../../kernel/case-file.ts";
import { printAmount, printCount } from "../../kernel/facts/print.ts";
import type { Told, Totals } from "../../kernel/rehearsal.ts";
import type {
  MoneyBar,
  ReportCell,
  ReportParts,
  ReportTable,
  RoadPoint,
  Shares,
} from "../../kernel/rehearsal-report.ts";
import type { ApplicantBecame } from "./applicants.ts";
import type { Cell } from "./figures.ts";
import { figuresOfShare, printedTables, type Selecting, type Summary, summarize } from "./selection.ts";
import { type Stage, stages, wordsOf } from "./words.ts";

/** Everything in the report is about one selection, in one language. */
interface Telling {
  readonly selecting: Selecting<never>;
  readonly language: Language;
  readonly say: (key: string) => string;
}

/** The summary, what is printed and the report of a selection, for `applicantsRehearsal`. */
export const tellsSelection =
  <C extends { readonly id: string }>(selecting: Selecting<C>) =>
  (all: readonly ApplicantBecame[], { totals }: { readonly totals: Totals }, call: C): Partial<Told> => {
    const summary = summarize(selecting, call, all, totals);
    const column = selecting.shares?.column;
    return {
      summary: Object.fromEntries(
        Object.entries(summary).flatMap(([name, value]) =>
          name !== "shares" ? [[name, value]] : column === undefined ? [] : [[column, value]],
        ),
      ),
      printed: printedTables(selecting, summary),
      report: (language) => selectionReport(selecting, all, summary, language),
    };
  };

/** What the report of a selection shows. */
function selectionReport(
  selecting: Selecting<never>,
  all: readonly ApplicantBecame[],
  summary: Summary,
  language: Language,
): ReportParts {
  const telling = { selecting, language, say: wordsOf(language, selecting.words) };
  const { say } = telling;
  const road = roadOf(telling, all);
  const people = (id: Stage) => road.find((point) => point.id === id)?.people ?? 0;
  const count = (value: number) => printCount(value, language);
  const places = Object.values(summary.shares).reduce((sum, row) => sum + (row.places ?? 0), 0);
  const { granted = 0 } = summary.cents;
  const paid = paidInAll(selecting, summary.cents);
  const bars = (names: readonly string[], kind: MoneyBar["kind"]): MoneyBar[] =>
    names.map((name) => ({ name: say(`label.${name}`), cents: summary.cents[name] ?? 0, kind }));
  return {
    figures: [
      { label: say("label.applications"), value: count(summary.applications) },
      ...(selecting.shares ? [{ label: say("label.places"), value: count(places) }] : []),
      { label: say("label.accepted"), value: count(people("accepted")) },
      { label: say("label.completed"), value: count(people("completed")) },
      { label: say("label.granted"), value: printAmount(granted, language) },
      { label: say("label.paid"), value: printAmount(paid, language) },
    ],
    road,
    ...(selecting.shares ? { shares: sharesOf(telling, selecting.shares, summary) } : {}),
    money: {
      note: say("moneyNote"),
      bars: [
        ...bars(["granted"], "granted"),
        ...bars(Object.keys(selecting.money.out), "out"),
        ...bars(Object.keys(selecting.money.back), "back"),
        { name: say("label.paid"), cents: paid, kind: "paid" },
      ],
    },
    people: peopleOf(telling, all),
  };
}

/** What left the purse and stayed away, in EUR cents. */
export function paidInAll(
  { money }: Pick<Selecting<never>, "money">,
  cents: Readonly<Record<string, number>>,
): number {
  const sum = (names: Readonly<Record<string, string>>) =>
    Object.keys(names).reduce((total, name) => total + (cents[name] ?? 0), 0);
  return sum(money.out) - sum(money.back);
}

const ending = ({ selecting: { endings }, say }: Telling, status: string) => ({
  name: say(`status.${status}`),
  tone: endings.find((known) => known.status === status)?.tone ?? ("other" as const),
});

/** Who left in a way that the road does not know is placed by what they have: money, a share, an order, a score. */
function reached({ selecting }: Telling, { status, figures }: ApplicantBecame): Stage {
  const known = selecting.endings.find((one) => one.status === status)?.after;
  if (known) return known;
  if (figures[selecting.money.granted] !== undefined) return "accepted";
  if (selecting.shares && figures[selecting.shares.column] !== undefined) return "offered";
  if (figures.order !== undefined) return "ranked";
  return figures.score === undefined ? "taken" : "eligible";
}

/** Counts the road of a call. What enters a point either leaves there or enters the next one. */
function roadOf(telling: Telling, all: readonly ApplicantBecame[]): readonly RoadPoint[] {
  const { selecting, say } = telling;
  const done = selecting.endings.filter(({ tone }) => tone === "done").map(({ status }) => status);
  const at = all.map((one) => stages.indexOf(reached(telling, one)));
  return stages.map((stage, index) => {
    const here = all.filter((_, person) => at[person] === index);
    const names = new Set(here.map(({ status }) => status));
    const ordered = [
      ...selecting.endings.map(({ status }) => status).filter((status) => names.has(status)),
      ...[...names].sort(),
    ];
    return {
      id: stage,
      name: say(`stage.${stage}`),
      people: at.filter((far) => far >= index).length,
      exits: [...new Set(ordered)]
        .filter((status) => !done.includes(status))
        .map((status) => ({
          ...ending(telling, status),
          people: here.filter((one) => one.status === status).length,
        })),
    };
  });
}

function sharesOf(
  { selecting: { endings }, language, say }: Telling,
  { column, names: namesIn }: NonNullable<Telling["selecting"]["shares"]>,
  summary: Summary,
): Shares {
  const names = namesIn(language);
  const figures = figuresOfShare(endings);
  const rows = Object.entries(summary.shares);
  const those = (tone: "done" | "lost", row: Readonly<Record<string, number>>): number =>
    endings.reduce((sum, one) => sum + (one.tone === tone ? (row[one.status] ?? 0) : 0), 0);
  const sum = (figure: string) => rows.reduce((total, [, row]) => total + (row[figure] ?? 0), 0);
  const shown = (row: Readonly<Record<string, number>>) =>
    figures.map((figure) => printCount(row[figure] ?? 0, language));
  return {
    title: say(`share.${column}`),
    parts: {
      completed: say("label.completed"),
      recovered: say("label.recovered"),
      unfilled: say("label.unfilled"),
    },
    rows: rows.map(([share, row]) => {
      const [name, total, completed] = [names[share] ?? share, row.places ?? 0, those("done", row)];
      const said = `${name}: ${say("label.places").toLowerCase()} ${total}, ${say("label.completed").toLowerCase()} ${completed}`;
      return { name, said, total, completed, recovered: those("lost", row) };
    }),
    table: {
      caption: say(`share.${column}.table`),
      columns: [
        { label: say(`column.${column}`) },
        ...figures.map((figure) => ({ label: say(`label.${figure}`), isNumber: true }) as const),
      ],
      rows: [
        ...rows.map(([share, row]) => [names[share] ?? share, ...shown(row)]),
        [say("label.all"), ...figures.map((figure) => printCount(sum(figure), language))],
      ],
      hasSum: true,
    },
  };
}

/** Everybody with what became of them: the ranking first, then the others, who came furthest first. */
function peopleOf(telling: Telling, all: readonly ApplicantBecame[]): ReportTable {
  const { selecting, language, say } = telling;
  const { money, shares } = selecting;
  const names = shares?.names(language) ?? {};
  const numbered = (column: string) => ({ label: say(`column.${column}`), isNumber: true }) as const;
  const amounts = [money.granted, ...Object.values(money.out), ...Object.values(money.back)];
  const amount = (cents: Cell) => (typeof cents === "number" ? printAmount(cents, language) : "");
  return {
    caption: say("peopleNote"),
    columns: [
      { label: say("column.applicant") },
      { label: say("column.status") },
      numbered("order"),
      numbered("score"),
      ...(shares ? [{ label: say(`column.${shares.column}`) }, { label: say("column.promoted") }] : []),
      ...amounts.map(numbered),
    ],
    rows: inOrderOfTheRoad(selecting, all).map((one) => {
      const { figures } = one;
      const { name, tone } = ending(telling, one.status);
      const share = shares && figures[shares.column];
      const score = String(figures.score ?? "");
      return [
        one.row.name,
        { ending: name, tone },
        typeof figures.order === "number" ? printCount(figures.order, language) : "",
        language === "lt" ? score.replace(".", ",") : score,
        ...(shares
          ? [
              share === undefined ? "" : (names[share] ?? String(share)),
              figures.promoted === "yes" ? say("yes") : "",
            ]
          : []),
        ...amounts.map((column) => amount(figures[column])),
      ] satisfies readonly ReportCell[];
    }),
  };
}

/** Within one ending the order of the file stays. */
export function inOrderOfTheRoad(
  { endings }: Pick<Selecting<never>, "endings">,
  all: readonly ApplicantBecame[],
): readonly ApplicantBecame[] {
  const place = ({ figures }: ApplicantBecame) => Number(figures.order ?? Number.MAX_SAFE_INTEGER);
  const far = (one: ApplicantBecame) => endings.findIndex(({ status }) => status === one.status);
  return all.toSorted((a, b) => place(a) - place(b) || far(b) - far(a));
}
