import { printDay } from "../../workflows/kernel/facts/print.ts";
import { sepaListIssued } from "../../workflows/kernel/facts/sepa.ts";
import type { Field } from "../../workflows/kernel/field.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { type Asked, labelOf } from "./asked.ts";
import type { UiKey } from "./ui.ts";

/** What was wrong with a field, as a sentence that says how to mend it. */
export function sentenceOf(error: FieldError, asked: Asked): string {
  const { ui, form } = asked;
  if (error.field === "" || (error.problem === "unknownField" && !Object.hasOwn(form.fields, error.field))) {
    return ui.say("problem.unknownField", { label: error.field });
  }
  const limit = Number(error.limit ?? 0);
  const { field, label } = whereOf(error, asked);
  return ui.say(keyOf(error, field), { label, limit, issued: printDay(sepaListIssued, ui.language) });
}

/** What is wrong, and what people call it: of rows the field, the row and the column. */
function whereOf({ field: name, at }: FieldError, asked: Asked) {
  const { ui, form, words } = asked;
  const field = form.fields[name];
  const label = labelOf(asked, name);
  if (!at || !field?.columns) return { field, label };
  const row = ui.say("rows.at", { label, row: at.row });
  const column = at.column === undefined ? undefined : field.columns[at.column];
  return column
    ? { field: column, label: `${row}, ${words.say(`${form.id}.${name}.${at.column}.label`)}` }
    : { field, label: row };
}

/** Some problems read differently for a number, a day or a choice. */
function keyOf({ problem }: FieldError, field: Field<unknown> | undefined): UiKey {
  switch (problem) {
    case "missing":
      return isPicked(field)
        ? "problem.missing.choice"
        : field.kind === "date"
          ? "problem.missing.date"
          : "problem.missing";
    case "wrongType":
      if (field?.kind === "number") return "problem.wrongType.number";
      if (field?.kind === "time") return "problem.notTime";
      if (field?.kind === "phone") return "problem.wrongType.phone";
      return isPicked(field) ? "problem.unknownOption" : "problem.wrongType";
    case "notWhole":
      return field?.decimals ? "problem.notWhole.decimals" : "problem.notWhole";
    default:
      return `problem.${problem}`;
  }
}

/** The answer is picked rather than typed; the way a form ends has no field and is picked too. */
const isPicked = (field: Field<unknown> | undefined): field is undefined =>
  field === undefined || ["yesNo", "choice", "choices", "several"].includes(field.kind);
