import { type Language, printAmount, printCount } from "../../../workflows/kernel/facts/print.ts";
import { heldBy, paidInAll, sumsOf } from "../../../workflows/kernel/ledger.ts";
import type { Became } from "../../../workflows/kernel/rehearsal.ts";
import type { ReportParts, Tone } from "../../../workflows/kernel/rehearsal-report.ts";
import { endingKey } from "./endings.ts";
import { reportWords } from "./report-words.ts";
import type { Ended } from "./roads.ts";

/** The report of a process that says nothing of its own: how people's roads ended, and what became of the money. */
export function plainReport(
  { all, moved, endings: known }: Pick<Ended, "all" | "moved" | "endings">,
  language: Language,
): ReportParts {
  const words = reportWords[language];
  const kinds = [...new Set(all.map(({ kind = "" }) => kind))];
  const outside: Readonly<Record<string, string>> = { late: words.late, duplicate: words.duplicate };
  const named = (became: Became): { readonly name: string; readonly tone: Tone } => {
    const { name, tone } = known.get(endingKey(became)) ?? {};
    return { name: name?.[language] ?? outside[became.status] ?? became.status, tone: tone ?? "other" };
  };
  const endings = Map.groupBy(
    all.toSorted((a, b) => (endingKey(a) < endingKey(b) ? -1 : 1)).map(named),
    ({ name }) => name,
  );
  const sums = sumsOf(moved);
  const { granted, recovered } = sums;
  const stays = heldBy("paid", moved) + heldBy("kept", moved);
  return {
    figures: [
      { label: words.applications, value: printCount(all.length, language) },
      ...(moved.length > 0 ? [{ label: words.stays, value: printAmount(stays, language) }] : []),
    ],
    road: [
      {
        id: "applied",
        name: words.cases,
        people: all.length,
        exits: [...endings.values()].flatMap(([ending, ...others]) =>
          ending ? [{ ...ending, people: others.length + 1 }] : [],
        ),
      },
    ],
    ...(moved.length > 0
      ? {
          money: {
            note: words.moneyNote,
            bars: [
              { name: words.granted, cents: granted, kind: "granted" },
              { name: words.paid, cents: paidInAll(sums), kind: "out" },
              { name: words.recovered, cents: recovered, kind: "back" },
              { name: words.stays, cents: stays, kind: "paid" },
            ],
          },
        }
      : {}),
    people: {
      caption: words.peopleNote,
      columns: [
        { label: words.applicant },
        ...(kinds.length > 1 ? [{ label: words.kind }] : []),
        { label: words.statusOf },
        { label: words.hours, isNumber: true },
      ],
      rows: all.map((one) => [
        one.row.name,
        ...(kinds.length > 1 ? [one.kind ?? ""] : []),
        { ending: named(one).name, tone: named(one).tone },
        one.hours === undefined ? "" : printCount(one.hours, language),
      ]),
    },
  };
}
