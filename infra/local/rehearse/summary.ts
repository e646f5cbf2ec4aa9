import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import type { CaseRow } from "./outputs.ts";

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

/** What only the rehearsal as a whole knows. */
export interface Totals {
  /** From the opening of the call to the last case's end. */
  readonly virtualDays: number;
  /** Of all machines, the call's own included. */
  readonly transitions: number;
  /** Writes to the table. */
  readonly items: number;
}

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
export function summarize(call: CallFile, cases: readonly CaseRow[], totals: Totals): Summary {
  const others = cases
    .map(({ status }) => status)
    .filter((status) => !statuses.some((known) => known === status));
  const all = [...statuses, ...[...new Set(others)].sort()];
  return {
    call: call.id,
    applications: cases.length,
    status: Object.fromEntries(all.map((status) => [status, count(cases, status)])),
    country: Object.fromEntries(
      Object.entries(call.places).map(([country, places]) => {
        const offered = cases.filter((row) => row.country === country);
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
      granted: sum(cases, "grantCents"),
      advanced: sum(cases, "advanceCents"),
      balance: sum(cases, "balanceCents"),
      recovered: sum(cases, "recoveredCents"),
    },
    virtualDays: totals.virtualDays,
    transitions: totals.transitions,
    items: totals.items,
  };
}

const count = (cases: readonly CaseRow[], status: string): number =>
  cases.filter((row) => row.status === status).length;

const sum = (
  cases: readonly CaseRow[],
  amount: "grantCents" | "advanceCents" | "balanceCents" | "recoveredCents",
): number => cases.reduce((total, row) => total + (row[amount] ?? 0), 0);
