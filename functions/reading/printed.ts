import { printAmount, printDay } from "../../workflows/kernel/facts/print.ts";
import type { Field, Fields } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { rowsSoFar } from "../../workflows/kernel/parse.ts";
import { sumsOf } from "../../workflows/kernel/sums.ts";
import { accountNumber, centsTyped } from "../../workflows/kernel/typed-text.ts";
import { shownChoices, shownIn, shownRows } from "../web/typed.ts";
import { groupLabel, labelOf, optionsOf } from "./asked.ts";
import type { Messages } from "./messages.ts";
import type { Ui } from "./ui.ts";

/** A form, as it is asked in its case, and its words: by these its answers are printed. */
export interface Printing {
  readonly form: Form;
  readonly words: Messages;
  readonly ui: Ui;
}

/**
 * One answer as people read it: a line, or several for choices in order. Empty when nothing was said. What is not
 * valid (a draft keeps it) is printed as it was typed.
 */
export function printedAnswer(printing: Printing, name: string, value: unknown): readonly string[] {
  const field = printing.form.fields[name];
  if (!field) return [];
  if (field.kind === "choices" || field.kind === "several") {
    return shownChoices(value)
      .filter((said) => said !== "")
      .map((said) => optionLabel(printing, name, field, said));
  }
  if (field.columns) {
    const rows = printedRows(printing, name, field.columns, value);
    return rows.length === 0 ? [] : [...rows, ...printedSums(printing, name, value)];
  }
  if (field.kind === "money") return shownIn(value) === "" ? [] : [printedMoney(value, printing.ui)];
  const said = shownIn(value);
  return said === "" ? [] : [printedLine(printing, name, field, said)];
}

/** Each row as a line; of rows that are lines of a text, as they were typed. */
function printedRows(printing: Printing, name: string, columns: Fields, value: unknown): readonly string[] {
  if (typeof value === "string")
    return value
      .split(/\r\n|\n|\r/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const form = { ...printing.form, id: `${printing.form.id}.${name}`, fields: columns };
  const isNamed = printing.form.fields[name]?.written === "rows";
  return shownRows(value).map((row) =>
    Object.keys(columns)
      .flatMap((column) => {
        const said = printedAnswer({ ...printing, form }, column, row[column])
          .join(", ")
          .replaceAll("\n", " / ");
        if (said === "") return [];
        return [isNamed ? `${labelOf({ ...printing, form }, column)}: ${said}` : said];
      })
      .join("; "),
  );
}

function printedLine(printing: Printing, name: string, field: Field<unknown>, said: string): string {
  const { ui } = printing;
  switch (field.kind) {
    case "yesNo":
      return said === "yes" ? ui.say("yes") : said === "no" ? ui.say("no") : said;
    case "confirmation":
      return said === "yes" ? ui.say("confirmed") : said;
    case "choice":
    case "school":
      return optionLabel(printing, name, field, said);
    case "file":
      return ui.say("file.attached");
    case "date":
      return printedDay(said, ui);
    case "iban":
      return printIban(said);
    case "number":
      return ui.language === "lt" ? said.replace(".", ",") : said;
    default:
      return said;
  }
}

/** An amount as it was typed, in euros, or as it is kept, in cents; of what is none, what was typed. */
function printedMoney(value: unknown, ui: Ui): string {
  const said = shownIn(value);
  const cents = typeof value === "number" ? value : centsTyped(said);
  return cents !== undefined && Number.isSafeInteger(cents) ? printAmount(cents, ui.language) : said;
}

/** What rows come to: each column in all, then each group with its share. */
export function printedSums(printing: Printing, name: string, value: unknown): readonly string[] {
  const { ui, words, form } = printing;
  const field = form.fields[name];
  const summed = field && sumsOf(field, rowsSoFar(field, value));
  if (!summed) return [];
  const print = (cents: number) => printAmount(cents, ui.language);
  return [
    ...summed.columns.map(({ column, cents }) => {
      const label = words.say(`${form.id}.${name}.${column}.label`);
      return `${ui.say("sums.title", { label })}: ${print(cents)}`;
    }),
    ...summed.groups.map(
      ({ group, cents, perMille }) =>
        `${groupLabel(printing, name, group)}: ${print(cents)} (${printedShare(perMille, ui)})`,
    ),
  ];
}

/** A share in per cent with at most one figure after the comma. */
export const printedShare = (perMille: number, ui: Ui): string =>
  `${ui.language === "lt" ? String(perMille / 10).replace(".", ",") : perMille / 10}\u00a0%`;

/** An account's number in groups of four, which stay on one line. */
export const printIban = (said: string): string => accountNumber(said).replaceAll(/(.{4})(?=.)/g, "$1\u00a0");

const optionLabel = (printing: Printing, name: string, field: Field<unknown>, said: string): string =>
  optionsOf(printing, name, field).find(({ value }) => value === said)?.label ?? said;

/** A draft may hold a day that does not exist; it is shown as it was typed. */
function printedDay(said: string, ui: Ui): string {
  try {
    return printDay(said, ui.language);
  } catch (error) {
    if (error instanceof RangeError) return said;
    throw error;
  }
}
