import type { Field } from "../../workflows/kernel/field.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import type { Brought } from "../uploads/places.ts";
import { inRow } from "../web/typed.ts";
import type { Messages } from "./messages.ts";
import type { Ui } from "./ui.ts";

/** One of many that can be picked. */
export interface Found {
  readonly value: string;
  readonly label: string;
}

/** A form as it is being asked: what was typed so far, and what of it was wrong. */
export interface Asked {
  readonly form: Form;
  /** The words of the form's process. */
  readonly words: Messages;
  readonly ui: Ui;
  /** As they were typed, valid or not. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  /** What was found of what was typed, of each question whose answer is picked among many. */
  readonly found?: Readonly<Record<string, readonly Found[]>>;
  /** The latest file of each field that takes one. */
  readonly files?: Readonly<Record<string, Brought>>;
}

/** The options of a choice with the words for each. */
export function optionsOf(asked: Pick<Asked, "form" | "words" | "ui">, name: string, field: Field<unknown>) {
  const { options, says } = field;
  if (says) return says.options.map(({ value, label }) => ({ value, label: label[asked.ui.language] }));
  if (options === undefined) return [];
  if ("from" in options) {
    return (options.listed ?? []).map((listed) =>
      typeof listed === "string"
        ? { value: listed, label: asked.words.maybe(`list.${options.from}.${listed}`) ?? listed }
        : { value: listed.value, label: inLanguage(listed.label, asked.ui.language) },
    );
  }
  return options.map((value) => ({ value, label: asked.words.say(`${asked.form.id}.${name}.${value}`) }));
}

/** What a group of rows is called: the option of the column that makes groups. */
export function groupLabel(
  { form, words, ui }: Pick<Asked, "form" | "words" | "ui">,
  name: string,
  group: string,
): string {
  const { columns = {}, sums } = form.fields[name] ?? {};
  const column = columns[sums?.by ?? ""];
  if (!column) return group;
  const own = { form: { ...form, id: `${form.id}.${name}` }, words, ui };
  return optionsOf(own, sums?.by ?? "", column).find(({ value }) => value === group)?.label ?? group;
}

const inLanguage = (label: string | Readonly<Record<"lt" | "en", string>>, language: "lt" | "en"): string =>
  typeof label === "string" ? label : label[language];

/** Where a link of the error summary leads: the first input of the field. */
function anchorOf(name: string, field: Field<unknown> | undefined, ui: Ui, at?: FieldError["at"]): string {
  if (field?.written === "rows") {
    const column = at?.column ?? Object.keys(field.columns ?? {})[0] ?? "";
    return anchorOf(inRow(name, at?.row ?? 1, column), field.columns?.[column], ui);
  }
  return field?.kind === "date" ? `${name}-${ui.language === "lt" ? "year" : "day"}` : name;
}

/** Where what is wrong is mended; a way of ending that is sent unseen leads to the first question. */
export function anchorOfError({ field, at }: FieldError, { form, ui }: Asked): string {
  const isUnseen = field === "outcome" && form.outcomes.length - (form.oneClick?.length ?? 0) === 1;
  const [first = field] = isUnseen ? Object.keys(form.fields) : [];
  return anchorOf(first, form.fields[first], ui, at);
}

/** The label of a field, or of the question how the answer ends. */
export const labelOf = ({ form, words }: Pick<Asked, "form" | "words">, name: string): string =>
  form.fields[name]?.says?.label[words.language] ??
  (Object.hasOwn(form.fields, name) || (form.signs && name === "code")
    ? words.say(`${form.id}.${name}.label`)
    : (words.maybe(`${form.id}.outcome.label`) ?? name));

/** The ids that tell a screen reader what belongs to an input; `undefined` when there are none. */
export const describedBy = (...ids: readonly (string | undefined)[]): string | undefined => {
  const known = ids.filter((id) => id !== undefined);
  return known.length > 0 ? known.join(" ") : undefined;
};
