import { type Language, printAmount, printCount } from "../../../workflows/kernel/facts/print.ts";
import { heldBy, paidInAll, sumsOf } from "../../../workflows/kernel/ledger.ts";
import type { ReportParts } from "../../../workflows/kernel/rehearsal-report.ts";
import { reportWords } from "./report-words.ts";
import type { Ended } from "./roads.ts";

/** The report of a process that says nothing of its own: how people's roads ended, and what became of the money. */
export function plainReport({ all, moved }: Pick<Ended, "all" | "moved">, language: Language): ReportParts {
  const words = reportWords[language];
  const kinds = [...new Set(all.map(({ kind = "" }) => kind))];
  const endings = [...new Set(all.map(({ kind = "", status }) => `${kind} ${status}`.trim()))].sort();
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
        exits: endings.map((ending) => ({
          name: ending,
          tone: "other",
          people: all.filter(({ kind = "", status }) => `${kind} ${status}`.trim() === ending).length,
        })),
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
      rows: all.map(({ row, kind = "", status, hours }) => [
        row.name,
        ...(kinds.length > 1 ? [kind] : []),
        { ending: status, tone: "other" },
        hours === undefined ? "" : printCount(hours, language),
      ]),
    },
  };
}
