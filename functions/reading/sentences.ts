import { printAmount, printDay } from "../../workflows/kernel/facts/print.ts";
import { sepaListIssued } from "../../workflows/kernel/facts/sepa.ts";
import type { Field } from "../../workflows/kernel/field.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { measureOf } from "../../workflows/kernel/limits.ts";
import type { FieldProblem, OwnProblem } from "../../workflows/kernel/problem.ts";
import { type Asked, groupLabel, labelOf } from "./asked.ts";
import type { Ui, UiKey } from "./ui.ts";

/** What was wrong with a field, as a sentence that says how to mend it. */
export function sentenceOf(error: FieldError, asked: Asked): string {
  const { ui, form } = asked;
  if (error.field === "" || (error.problem === "unknownField" && !Object.hasOwn(form.fields, error.field))) {
    return ui.say("problem.unknownField", { label: error.field });
  }
  const { field, label } = whereOf(error, asked);
  const { problem } = error;
  if (isOwn(problem))
    return asked.words.say(`problem.${problem.slice(own.length)}`, { label, ...error.with });
  return ui.say(keyOf({ ...error, problem }, field), {
    label,
    limit: printedLimit(field, error.limit ?? 0, ui, problem),
    group: groupLabel(asked, error.field, String(error.with?.group ?? "")),
    issued: printDay(sepaListIssued, ui.language),
  });
}

const own = "own.";
const isOwn = (problem: FieldError["problem"]): problem is OwnProblem => problem.startsWith(own);

/** A bound as people read it: a day or an amount as these are printed, a number as the sentence prints numbers. */
function printedLimit(
  field: Field<unknown> | undefined,
  limit: number | string,
  ui: Ui,
  problem?: FieldProblem,
): number | string {
  if (typeof limit === "string") return field?.kind === "date" ? printDay(limit, ui.language) : limit;
  const isAmount = field?.kind === "money" || problem === "sumTooLarge";
  return isAmount ? printAmount(limit, ui.language) : limit;
}

/** What a question's case bounds, as a hint beside it; `undefined` where it bounds nothing. */
export function limitHint(field: Field<unknown>, ui: Ui): string | undefined {
  const { min, max, pattern, total, leastPart = 0 } = field.limit ?? {};
  if (leastPart > 0) return ui.say("limit.leastPart", { percent: leastPart });
  if (total !== undefined) return ui.say("limit.sum", { max: printAmount(total, ui.language) });
  if (pattern) return ui.say("limit.example", { example: pattern.example });
  if (min === undefined && max === undefined) return undefined;
  const measure = measureOf(field);
  const which = min === undefined ? "most" : max === undefined ? "least" : "between";
  const printed = (bound: number | string | undefined) => printedLimit(field, bound ?? 0, ui);
  return ui.say(`limit.${measure}.${which}`, { min: printed(min), max: printed(max) });
}

/** How much of the whole each kind of rows may come to, where the case bounds it, as a hint beside them. */
export function sharesHint(name: string, { limit }: Field<unknown>, asked: Asked): string | undefined {
  const bounded = Object.entries(limit?.shares ?? {}).filter(([, percent]) => percent < 100);
  const shares = bounded.map(([group, percent]) =>
    asked.ui.say("limit.share", { group: groupLabel(asked, name, group), percent }),
  );
  return shares.length === 0 ? undefined : asked.ui.say("limit.shares", { shares: shares.join(", ") });
}

/** What is wrong, and what people call it: of rows the field, the row and the column. */
function whereOf({ field: name, at }: FieldError, asked: Asked) {
  const { ui, form, words } = asked;
  const field = form.fields[name];
  const label = labelOf(asked, name);
  if (!at || !field?.columns) return { field, label };
  // A row with inputs of its own is called as its page calls it; lines of one text are counted.
  const row =
    field.written === "rows"
      ? words.say(`${form.id}.${name}.row`, { row: at.row })
      : ui.say("rows.at", { label: label.replace(/\?$/, ""), row: at.row });
  const column = at.column === undefined ? undefined : field.columns[at.column];
  return column
    ? { field: column, label: `${row}, ${words.say(`${form.id}.${name}.${at.column}.label`)}` }
    : { field, label: row };
}

/** Some problems read differently for a number, a day or a choice. */
function keyOf({ problem }: { readonly problem: FieldProblem }, field: Field<unknown> | undefined): UiKey {
  switch (problem) {
    case "missing":
      return isPicked(field)
        ? "problem.missing.choice"
        : field.kind === "school"
          ? "problem.missing.school"
          : field.kind === "date"
            ? "problem.missing.date"
            : "problem.missing";
    case "wrongType":
      if (field?.kind === "number") return "problem.wrongType.number";
      if (field?.kind === "money") return "problem.wrongType.money";
      if (field?.kind === "time") return "problem.notTime";
      if (field?.kind === "phone") return "problem.wrongType.phone";
      return isPicked(field) ? "problem.unknownOption" : "problem.wrongType";
    case "repeated":
      return isPicked(field) ? "problem.repeated.choice" : "problem.repeated";
    case "tooSmall":
    case "tooLarge":
      return field?.kind === "money" ? `problem.${problem}.money` : `problem.${problem}`;
    case "notWhole":
      return field?.decimals ? "problem.notWhole.decimals" : "problem.notWhole";
    default:
      return `problem.${problem}`;
  }
}

/** The answer is picked rather than typed; the way a form ends has no field and is picked too. */
const isPicked = (field: Field<unknown> | undefined): field is undefined =>
  field === undefined || ["yesNo", "choice", "choices", "several"].includes(field.kind);
