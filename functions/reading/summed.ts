import type { Field } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { rowsSoFar } from "../../workflows/kernel/parse.ts";
import { sumsOf } from "../../workflows/kernel/sums.ts";
import type { Cell } from "../documents/workbook.ts";
import { shownRows } from "../web/typed.ts";
import { groupLabel, labelOf } from "./asked.ts";
import type { Fact } from "./facts.ts";
import { type Printing, printedAnswer } from "./printed.ts";

/** Rows with sums that somebody has said, as facts of their case show them. */
export interface Summed {
  readonly form: Form;
  readonly name: string;
  readonly value: unknown;
}

/** The rows with sums among facts, in their order, which stays as more is said. */
export const summedIn = (facts: readonly Fact[]): readonly Summed[] =>
  facts.flatMap((fact) => {
    if (fact.kind !== "application" && fact.kind !== "answer" && fact.kind !== "word") return [];
    const { form } = fact;
    const values =
      fact.kind === "application"
        ? fact.values
        : fact.kind === "answer"
          ? fact.answer.values
          : fact.said.values;
    const names = fact.kind === "application" ? fact.names : Object.keys(form.fields);
    return names.flatMap((name) =>
      form.fields[name]?.sums && values[name] !== undefined ? [{ form, name, value: values[name] }] : [],
    );
  });

/**
 * Rows as a table: each with its number, then each group with its share beside the most that it may have, then each column of money
 * in all. Shares in per cent.
 */
export function tableOfSummed(
  { form, name, value }: Summed,
  telling: Omit<Printing, "form">,
): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const { ui } = telling;
  const printing = { ...telling, form };
  const field = form.fields[name];
  const summed = field && sumsOf(field, rowsSoFar(field, value));
  if (!field?.columns || !summed) return { header: [], rows: [] };
  const columns = Object.entries(field.columns);
  const within = { ...printing, form: { ...form, id: `${form.id}.${name}`, fields: field.columns } };
  const { shares = {} } = field.limit ?? {};
  const [first] = summed.columns;
  const sumsUnder = (cents: (column: string) => number | undefined): readonly Cell[] =>
    columns.map(([column]) => {
      const sum = cents(column);
      return sum === undefined ? "" : { cents: sum };
    });
  return {
    header: [
      ui.say("sums.row"),
      ...columns.map(([column]) => labelOf(within, column)),
      `${ui.say("sums.share")}, %`,
      `${ui.say("sums.most")}, %`,
    ],
    rows: [
      ...shownRows(value).map((row, index) => [
        index + 1,
        ...columns.map(([column, of]) => cellOf(within, column, of, row[column])),
        "",
        "",
      ]),
      ...summed.groups.map(({ group, cents, perMille }) => [
        groupLabel(printing, name, group),
        ...sumsUnder((column) => (column === first?.column ? cents : undefined)),
        perMille / 10,
        shares[group] ?? "",
      ]),
      [
        ui.say("sums.whole"),
        ...sumsUnder((column) => summed.columns.find((one) => one.column === column)?.cents),
        "",
        "",
      ],
    ],
  };
}

function cellOf(printing: Printing, column: string, { kind }: Field<unknown>, said: unknown): Cell {
  if (kind === "money" && typeof said === "number") return { cents: said };
  if (kind === "number" && typeof said === "number") return said;
  if (kind === "date" && typeof said === "string") return { day: said };
  return printedAnswer(printing, column, said).join("\n");
}
