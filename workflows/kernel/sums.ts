import { compareByCodePoint } from "./code-point.ts";
import type { Field } from "./field.ts";
import type { FieldError } from "./form.ts";
import { isMoreThan } from "./percent.ts";

type Row = Readonly<Record<string, unknown>>;

/** What the rows of one group come to, and its share of the whole in per mille, rounded down. EUR cents. */
export interface GroupSum {
  readonly group: string;
  readonly cents: number;
  readonly perMille: number;
}

/** What rows come to, by column of money; of the first such column also by group, in the order in which groups come. EUR cents. */
export interface Sums {
  readonly columns: readonly { readonly column: string; readonly cents: number }[];
  readonly groups: readonly GroupSum[];
}

/** What rows come to, as far as they say amounts; `undefined` for rows that are not summed. */
export function sumsOf({ sums }: Field<unknown>, rows: readonly Row[]): Sums | undefined {
  if (!sums) return undefined;
  const columns = sums.of.map((column) => ({ column, cents: sumOf(rows, column) }));
  const { column = "", cents: whole = 0 } = columns[0] ?? {};
  const { by } = sums;
  if (by === undefined) return { columns, groups: [] };
  const named = rows.filter((row) => typeof row[by] === "string");
  const groups = [...Map.groupBy(named, (row) => String(row[by]))].map(([group, those]) => {
    const cents = sumOf(those, column);
    return { group, cents, perMille: whole > 0 ? Math.floor((cents * 1000) / whole) : 0 };
  });
  return { columns, groups };
}

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + (typeof row[column] === "number" ? row[column] : 0), 0);

/** In what way rows come to more than their case allows: the whole first, then the groups by name. Shares are compared exactly. */
export function beyondSums(name: string, field: Field<unknown>, rows: readonly Row[]): readonly FieldError[] {
  const summed = sumsOf(field, rows);
  if (!summed) return [];
  const { total, shares = {} } = field.limit ?? {};
  const [{ cents: whole } = { cents: 0 }] = summed.columns;
  const over: readonly FieldError[] =
    total !== undefined && whole > total ? [{ field: name, problem: "sumTooLarge", limit: total }] : [];
  const tooMuch = summed.groups
    .filter(({ group, cents }) => isMoreThan(cents, shares[group] ?? 100, whole))
    .toSorted((a, b) => compareByCodePoint(a.group, b.group));
  return [
    ...over,
    ...tooMuch.map(
      ({ group }): FieldError => ({
        field: name,
        problem: "shareTooLarge",
        limit: shares[group] ?? 100,
        with: { group },
      }),
    ),
  ];
}
