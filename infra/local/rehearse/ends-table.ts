import { aligned } from "./table.ts";

/** How one road ended. */
export interface Ended {
  /** What kind of line of the file it was. */
  readonly kind: string;
  readonly status: string;
  /** Academic hours that were certified. */
  readonly hours: number | undefined;
}

/** How many of each kind ended how, and the hours that were certified. */
export function endsTable(cases: readonly Ended[]): string {
  const counted = new Map<string, { people: number; hours: number }>();
  for (const { kind, status, hours = 0 } of cases) {
    const key = `${kind} ${status}`;
    const before = counted.get(key) ?? { people: 0, hours: 0 };
    counted.set(key, { people: before.people + 1, hours: before.hours + hours });
  }
  const lines = [...counted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { people, hours }]) => [...key.split(" "), String(people), String(hours)]);
  const hours = cases.reduce((sum, { hours: own = 0 }) => sum + own, 0);
  const all = ["all", "", String(cases.length), String(hours)];
  return `${aligned([["who", "status", "people", "hours"], ...lines, all]).join("\n")}\n`;
}
