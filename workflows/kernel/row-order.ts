import type { Field } from "./field.ts";
import type { FieldError } from "./form.ts";

interface Numbered {
  readonly row: Readonly<Record<string, unknown>>;
  /** From 1, as people count them. */
  readonly number: number;
}

/** Which rows say again what one before them says, where each is to say something else, and which end before they begin. */
export function disorderIn(
  field: string,
  { once = "", spans: [from, to] = ["", ""], columns = {} }: Field<unknown>,
  rows: readonly Numbered[],
): readonly FieldError[] {
  const isAddress = columns[once]?.kind === "email";
  const said = ({ row }: Numbered): unknown => (isAddress ? String(row[once]).toLowerCase() : row[once]);
  return rows.flatMap((one, index): FieldError[] => {
    const at = (column: string) => ({ field, at: { row: one.number, column } });
    const isAgain = once !== "" && rows.findIndex((other) => said(other) === said(one)) < index;
    const isBackwards = to !== "" && String(one.row[to]) < String(one.row[from]);
    return [
      ...(isAgain ? [{ ...at(once), problem: "repeated" as const }] : []),
      ...(isBackwards ? [{ ...at(to), problem: "outOfOrder" as const }] : []),
    ];
  });
}
