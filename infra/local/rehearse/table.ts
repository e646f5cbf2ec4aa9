import type { Became } from "../../../workflows/kernel/rehearsal.ts";
import type { Ended } from "./roads.ts";

/** What is printed at the end: how many ended how, or what the process says of it, and the totals. */
export function closingTable({ all, told, totals }: Pick<Ended, "all" | "told" | "totals">): string {
  const tables = told.printed ?? [endsOf(all)];
  return [
    ...tables.flatMap((rows) => [...aligned(rows), ""]),
    `${totals.virtualDays} virtual days, ${totals.transitions} transitions, ${totals.items} items written`,
    "",
  ].join("\n");
}

/** How many of each kind ended how, and the hours that were certified. */
function endsOf(all: readonly Became[]): readonly (readonly string[])[] {
  const counted = new Map<string, { people: number; hours: number }>();
  for (const { kind = "", status, hours = 0 } of all) {
    const key = `${kind} ${status}`;
    const before = counted.get(key) ?? { people: 0, hours: 0 };
    counted.set(key, { people: before.people + 1, hours: before.hours + hours });
  }
  const hours = all.reduce((sum, { hours: own = 0 }) => sum + own, 0);
  return [
    ["who", "status", "people", "hours"],
    ...[...counted]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { people, hours: own }]) => [...key.split(" "), String(people), String(own)]),
    ["all", "", String(all.length), String(hours)],
  ];
}

/** Names to the left, figures to the right; a line under the heading and over the totals. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const print = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const printed = rows.map(print);
  return [...printed.slice(0, 1), rule, ...printed.slice(1, -1), rule, ...printed.slice(-1)];
}
