import type { Summary } from "./summary.ts";

/** The closing table: how many ended how, what became of the places of each country, and the totals. */
export function closingTable(summary: Summary): string {
  const { status, country, applications } = summary;
  const places = Object.entries(country);
  return [
    ...aligned([
      ["status", "people"],
      ...Object.entries(status).map(([name, people]) => [name, String(people)]),
      ["all", String(applications)],
    ]),
    "",
    ...aligned([
      ["country", ...figures],
      ...places.map(([code, row]) => [code, ...figures.map((figure) => String(row[figure]))]),
      ["all", ...figures.map((figure) => String(places.reduce((sum, [, row]) => sum + row[figure], 0)))],
    ]),
    "",
    `${summary.virtualDays} virtual days, ${summary.transitions} transitions, ${summary.items} items written`,
    "",
  ].join("\n");
}

const figures = ["places", "offered", "promoted", "declined", "expired", "recovered", "completed"] as const;

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
