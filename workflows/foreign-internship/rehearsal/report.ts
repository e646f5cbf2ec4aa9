import type { Language } from "../../kernel/case-file.ts";
import { countryNames } from "../../kernel/facts/countries.ts";
import { printAmount, printCount } from "../../kernel/facts/print.ts";
import type { ReportParts, ReportTable, RoadPoint, Shares, Tone } from "../../kernel/rehearsal-report.ts";
import { figuresOfCountry, type MoneySummary, type PersonBecame, type Summary, statuses } from "./outcome.ts";
import { reportWords, type Stage, stages } from "./words.ts";

/** What the report of a call shows. */
export function reportOf(all: readonly PersonBecame[], summary: Summary, language: Language): ReportParts {
  const words = reportWords[language];
  const count = (value: number) => printCount(value, language);
  const amount = (cents: number) => printAmount(cents, language);
  const places = Object.values(summary.country).reduce((sum, row) => sum + row.places, 0);
  const { granted, advanced, balance, recovered } = summary.cents;
  return {
    figures: [
      { label: words["label.applications"], value: count(summary.applications) },
      { label: words["label.places"], value: count(places) },
      {
        label: words["label.accepted"],
        value: count(all.filter(({ grantCents }) => grantCents !== undefined).length),
      },
      { label: words["label.completed"], value: count(summary.status.completed ?? 0) },
      { label: words["label.granted"], value: amount(granted) },
      { label: words["label.paid"], value: amount(paidInAll(summary.cents)) },
    ],
    road: roadOf(all, language),
    shares: sharesOf(summary, language),
    money: {
      note: words.moneyNote,
      bars: [
        { name: words["label.granted"], cents: granted, kind: "granted" },
        { name: words["label.advanced"], cents: advanced, kind: "out" },
        { name: words["label.balance"], cents: balance, kind: "out" },
        { name: words["label.returned"], cents: recovered, kind: "back" },
        { name: words["label.paid"], cents: paidInAll(summary.cents), kind: "paid" },
      ],
    },
    people: peopleOf(all, language),
  };
}

/** What left the purse and stayed away, in EUR cents. */
export const paidInAll = ({ advanced, balance, recovered }: MoneySummary): number =>
  advanced + balance - recovered;

/** The last point that somebody of a status reached. */
const lastStage: Readonly<Record<string, Stage>> = {
  late: "came",
  duplicate: "came",
  refused: "taken",
  ineligible: "endorsed",
  incomplete: "endorsed",
  rejected: "eligible",
  reserve: "ranked",
  declined: "offered",
  expired: "offered",
  recovered: "accepted",
  completed: "completed",
};

const tones: Readonly<Record<string, Tone>> = {
  late: "aside",
  duplicate: "aside",
  refused: "unfit",
  ineligible: "unfit",
  incomplete: "unfit",
  rejected: "tooLow",
  reserve: "waiting",
  declined: "own",
  expired: "own",
  recovered: "lost",
  completed: "done",
};

/** The name of an ending, or the ending itself where it has none. */
function ending(status: string, language: Language) {
  const words: Readonly<Record<string, string>> = reportWords[language];
  return { name: words[`status.${status}`] ?? status, tone: tones[status] ?? "other" };
}

/** Who left in a way that the road does not know is placed by what they have: money, a country, an order, a score. */
function reached(one: PersonBecame): Stage {
  const known = lastStage[one.status];
  if (known) return known;
  if (one.grantCents !== undefined) return "accepted";
  if (one.country !== undefined) return "offered";
  if (one.order !== undefined) return "ranked";
  return one.score === undefined ? "taken" : "eligible";
}

/** Counts the road of a call. What enters a point either leaves there or enters the next one. */
export function roadOf(all: readonly PersonBecame[], language: Language): readonly RoadPoint[] {
  const at = all.map((one) => stages.indexOf(reached(one)));
  return stages.map((stage, index) => {
    const here = all.filter((_, person) => at[person] === index);
    const names = new Set(here.map(({ status }) => status));
    const ordered = [...statuses.filter((status) => names.has(status)), ...[...names].sort()];
    return {
      id: stage,
      name: reportWords[language][`stage.${stage}`],
      people: at.filter((far) => far >= index).length,
      exits: [...new Set(ordered)]
        .filter((status) => status !== "completed")
        .map((status) => ({
          ...ending(status, language),
          people: here.filter((one) => one.status === status).length,
        })),
    };
  });
}

function sharesOf(summary: Summary, language: Language): Shares {
  const names = countryNames(language);
  const words = reportWords[language];
  const rows = Object.entries(summary.country);
  const count = (value: number) => printCount(value, language);
  const sum = (figure: (typeof figuresOfCountry)[number]) =>
    rows.reduce((total, [, row]) => total + row[figure], 0);
  return {
    title: words.places,
    parts: {
      completed: words["label.completed"],
      recovered: words["label.recovered"],
      unfilled: words["label.unfilled"],
    },
    rows: rows.map(([code, row]) => ({
      name: names[code] ?? code,
      said: `${names[code] ?? code}: ${words["label.places"].toLowerCase()} ${row.places}, ${words["label.completed"].toLowerCase()} ${row.completed}`,
      total: row.places,
      completed: row.completed,
      recovered: row.recovered,
    })),
    table: {
      caption: words.placesTable,
      columns: [
        { label: words["label.country"] },
        ...figuresOfCountry.map((figure) => ({ label: words[`label.${figure}`], isNumber: true }) as const),
      ],
      rows: [
        ...rows.map(([code, row]) => [
          names[code] ?? code,
          ...figuresOfCountry.map((figure) => count(row[figure])),
        ]),
        [words["label.all"], ...figuresOfCountry.map((figure) => count(sum(figure)))],
      ],
      hasSum: true,
    },
  };
}

/** Everybody with what became of them: the ranking first, then the others, who came furthest first. */
function peopleOf(all: readonly PersonBecame[], language: Language): ReportTable {
  const names = countryNames(language);
  const words = reportWords[language];
  const amount = (cents: number | undefined) => (cents === undefined ? "" : printAmount(cents, language));
  const numbered = (name: string) => ({ label: name, isNumber: true }) as const;
  return {
    caption: words.peopleNote,
    columns: [
      { label: words["label.applicant"] },
      { label: words["label.statusOf"] },
      numbered(words["label.order"]),
      numbered(words["label.score"]),
      { label: words["label.country"] },
      { label: words["label.promoted"] },
      numbered(words["label.grant"]),
      numbered(words["label.advance"]),
      numbered(words["label.balance"]),
      numbered(words["label.returned"]),
    ],
    rows: inOrderOfTheRoad(all).map((one) => {
      const { name, tone } = ending(one.status, language);
      return [
        one.row.name,
        { ending: name, tone },
        one.order === undefined ? "" : printCount(one.order, language),
        (language === "lt" ? one.score?.replace(".", ",") : one.score) ?? "",
        one.country === undefined ? "" : (names[one.country] ?? one.country),
        one.promoted ? words.yes : "",
        amount(one.grantCents),
        amount(one.advanceCents),
        amount(one.balanceCents),
        amount(one.recoveredCents),
      ];
    }),
  };
}

/** Within one ending the order of the file stays. */
export const inOrderOfTheRoad = (all: readonly PersonBecame[]): readonly PersonBecame[] =>
  all.toSorted(
    (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || far(b) - far(a),
  );

const road: readonly string[] = statuses;

const far = ({ status }: PersonBecame): number => road.indexOf(status);
