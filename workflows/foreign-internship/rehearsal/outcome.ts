import { scored } from "../../blocks/review/panel.ts";
import { type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import type { Became, Road, Table, Totals } from "../../kernel/rehearsal.ts";
import { printScore, storedScore } from "../../kernel/score.ts";
import { decisionOn } from "../selection.ts";
import { grant, settlement } from "../sheets.ts";
import type { RehearsalCall } from "./call.ts";
import type { Person } from "./people.ts";

/** How an application can end, in the order of the road. */
export const statuses = [
  "late",
  "duplicate",
  "refused",
  "ineligible",
  "incomplete",
  "rejected",
  "reserve",
  "declined",
  "expired",
  "recovered",
  "completed",
] as const;

/** What became of one person; what does not apply to them is missing. */
export interface PersonBecame extends Became {
  /** The country of the place that was offered. */
  readonly country?: string;
  /** Points with two decimals, as in `87.50`. */
  readonly score?: string;
  /** Place in the ranking, from 1. */
  readonly order?: number;
  /** Did the offer come from the reserve list? */
  readonly promoted?: boolean;
  readonly grantCents?: number;
  readonly advanceCents?: number;
  readonly balanceCents?: number;
  readonly recoveredCents?: number;
  readonly work?: Pick<Road, "mails" | "transitions" | "itemsWritten">;
}

/** What a road has come to. */
export function becameOf({ row, outcome, state = "", file, ...work }: Road<Person>): PersonBecame {
  if (!file) return { row, status: outcome };
  const made = decisionOn(file);
  const score = latestRecord(file, scored)?.score;
  return {
    row,
    status: state,
    ...(made?.share === undefined ? {} : { country: made.share, promoted: made.promotedFrom !== undefined }),
    ...(score === undefined ? {} : { score: printScore(storedScore(score), "en") }),
    ...(made?.position === undefined ? {} : { order: made.position }),
    ...moneyOf(file),
    work,
  };
}

/** Money only for those who accepted a place, then 0 where there is none. EUR cents. */
function moneyOf(file: CaseFile) {
  const granted = latestRecord(file, grant);
  if (!granted) return {};
  const settled = latestRecord(file, settlement);
  return {
    grantCents: granted.grantCents,
    advanceCents: granted.advanceCents,
    balanceCents: settled?.balanceCents ?? 0,
    recoveredCents: settled?.recoveredCents ?? 0,
  };
}

/** `cases.csv`: a row a person; empty cells mean not applicable, amounts are EUR cents. */
export const casesTable = (all: readonly PersonBecame[]): Table => ({
  name: "cases.csv",
  columns: [
    "applicant",
    "status",
    "country",
    "score",
    "order",
    "promoted",
    "grant_cents",
    "advance_cents",
    "balance_cents",
    "recovered_cents",
    "mails",
    "transitions",
    "items_written",
  ],
  rows: all.map((one) => [
    one.row.name,
    one.status,
    one.country,
    one.score,
    one.order,
    one.promoted === undefined ? undefined : one.promoted ? "yes" : "no",
    one.grantCents,
    one.advanceCents,
    one.balanceCents,
    one.recoveredCents,
    one.work?.mails,
    one.work?.transitions,
    one.work?.itemsWritten,
  ]),
});

/** What became of the places of one country. */
export interface CountrySummary {
  readonly places: number;
  readonly offered: number;
  readonly promoted: number;
  readonly declined: number;
  readonly expired: number;
  readonly recovered: number;
  readonly completed: number;
}

/** EUR cents in all. */
export interface MoneySummary {
  readonly granted: number;
  readonly advanced: number;
  readonly balance: number;
  readonly recovered: number;
}

export interface Summary extends Totals {
  readonly call: string;
  readonly applications: number;
  readonly status: Readonly<Record<string, number>>;
  readonly country: Readonly<Record<string, CountrySummary>>;
  readonly cents: MoneySummary;
}

/** Counts what became of everyone. Keys are always in the same order: that of the road, and of the call's countries. */
export function summarize(
  call: Pick<RehearsalCall, "id" | "places">,
  all: readonly PersonBecame[],
  { virtualDays, transitions, items }: Totals,
): Summary {
  const others = all
    .map(({ status }) => status)
    .filter((status) => !statuses.some((known) => known === status));
  const counted = [...statuses, ...[...new Set(others)].sort()];
  return {
    call: call.id,
    applications: all.length,
    status: Object.fromEntries(counted.map((status) => [status, count(all, status)])),
    country: Object.fromEntries(
      Object.entries(call.places).map(([country, places]) => {
        const offered = all.filter((one) => one.country === country);
        return [
          country,
          {
            places,
            offered: offered.length,
            promoted: offered.filter(({ promoted }) => promoted).length,
            declined: count(offered, "declined"),
            expired: count(offered, "expired"),
            recovered: count(offered, "recovered"),
            completed: count(offered, "completed"),
          },
        ];
      }),
    ),
    cents: {
      granted: sum(all, "grantCents"),
      advanced: sum(all, "advanceCents"),
      balance: sum(all, "balanceCents"),
      recovered: sum(all, "recoveredCents"),
    },
    virtualDays,
    transitions,
    items,
  };
}

const count = (all: readonly PersonBecame[], status: string): number =>
  all.filter((one) => one.status === status).length;

const sum = (
  all: readonly PersonBecame[],
  amount: "grantCents" | "advanceCents" | "balanceCents" | "recoveredCents",
): number => all.reduce((total, one) => total + (one[amount] ?? 0), 0);

export const figuresOfCountry = [
  "places",
  "offered",
  "promoted",
  "declined",
  "expired",
  "recovered",
  "completed",
] as const;

/** What is printed at the end: how many ended how, and what became of the places of each country. */
export function printedTables({ status, country, applications }: Summary): readonly (readonly string[])[][] {
  const places = Object.entries(country);
  return [
    [
      ["status", "people"],
      ...Object.entries(status).map(([name, people]) => [name, String(people)]),
      ["all", String(applications)],
    ],
    [
      ["country", ...figuresOfCountry],
      ...places.map(([code, row]) => [code, ...figuresOfCountry.map((figure) => String(row[figure]))]),
      [
        "all",
        ...figuresOfCountry.map((figure) => String(places.reduce((all, [, row]) => all + row[figure], 0))),
      ],
    ],
  ];
}
