import type { Field } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";

/** One right answer to each question of a form, as a page sends it; a date in its three parts. What may stay open does. */
export const rightAnswers = (
  form: Form,
  names: readonly string[],
): Readonly<Record<string, string | string[]>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = form.fields[name];
      return field && !field.optional && !field.fact ? typed(name, field) : [];
    }),
  );

/** What the inputs of some questions are called on their page. */
export const inputsOf = (form: Form, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    const field = form.fields[name];
    return field && !field.fact ? typed(name, field).map(([input]) => input) : [];
  });

function typed(name: string, field: Field<unknown>): (readonly [string, string | string[]])[] {
  const { kind, options = [], columns = {}, written } = field;
  const [first = ""] =
    "from" in options
      ? (options.listed ?? []).map((known) => (typeof known === "string" ? known : known.value))
      : options;
  switch (kind) {
    case "date":
      return [
        [`${name}-year`, "2027"],
        [`${name}-month`, "5"],
        [`${name}-day`, "3"],
      ];
    case "rows":
      return written === "lines" ? [[name, Object.entries(columns).map(inLine).join("; ")]] : [];
    case "choice":
      return [[name, first]];
    case "choices":
    case "several":
      return [[name, [first]]];
    default:
      return [[name, inLine([name, field])]];
  }
}

/** A value that fits into a line of text, too. */
function inLine([name, field]: readonly [string, Field<unknown>]): string {
  switch (field.kind) {
    case "email":
      return `${name.toLowerCase()}@mokykla.example`;
    case "phone":
      return "+370 600 00000";
    case "iban":
      return "LT121000011101001000";
    case "time":
      return "15:30";
    case "yesNo":
      return "no";
    case "confirmation":
      return "yes";
    case "number":
      return String(Math.min(Math.max(field.min ?? 0, 12), field.max ?? 12));
    case "town":
      return "Molėtai";
    case "file":
    case "certificate":
      return "";
    default:
      return field.among === "municipalities" ? "Molėtų rajono savivaldybė" : "Ąžuolas";
  }
}
