import type { Field } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { type Asked, optionsOf } from "../reading/asked.ts";
import type { Messages } from "../reading/messages.ts";
import type { Ui } from "../reading/ui.ts";
import type { Typed } from "./typed.ts";

/** In which words options are called. */
export interface Wording {
  readonly words: Messages;
  readonly ui: Ui;
}

type Choices = readonly (readonly { readonly value: string; readonly label: string }[])[];

/** The options of each column of a field, in the order of the columns; of a column that offers none, none. */
export const choicesOf = (
  { form, words, ui }: Pick<Asked, "form" | "words" | "ui">,
  name: string,
  { columns = {} }: Pick<Field<unknown>, "columns">,
): Choices => {
  const own = { form: { ...form, id: `${form.id}.${name}` }, words, ui };
  return Object.entries(columns).map(([column, asks]) => optionsOf(own, column, asks));
};

const hasChoices = ({ written, columns = {} }: Field<unknown>): boolean =>
  written === "lines" && Object.values(columns).some(({ options }) => options !== undefined);

/** A text whose lines have parts between semicolons or tabs, with each part said otherwise; blanks around it stay. */
const said = (text: string, otherwise: (part: string, index: number) => string): string =>
  text
    .split("\n")
    .map((line) =>
      line
        .split(/([;\t])/)
        // Every second piece is what stands between two parts.
        .map((piece, index) => {
          const part = piece.trim();
          return index % 2 === 1 || part === ""
            ? piece
            : piece.replace(part, () => otherwise(part, index / 2));
        })
        .join(""),
    )
    .join("\n");

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
/** Whoever types does not look for ž and capitals. */
const alike = (a: string, b: string): boolean => plain(a) === plain(b);

/** Lines as a page shows them: options stand there as people call them. */
export const linesInWords = (text: string, choices: Choices): string =>
  said(text, (part, index) => choices[index]?.find(({ value }) => value === part)?.label ?? part);

/**
 * What was typed, with options in lines of a text as the form knows them, however people call them in any of these wordings. What is
 * called like none of them stays as it is, and the form says what is wrong.
 */
export async function withOptionsRead(
  form: Form,
  typed: Typed,
  wordings: () => Promise<readonly Wording[]>,
): Promise<Typed> {
  const names = Object.keys(typed).filter((name) => form.fields[name] && hasChoices(form.fields[name]));
  if (names.length === 0) return typed;
  const spoken = await wordings();
  const read = names.flatMap((name): [string, string][] => {
    const [field, text] = [form.fields[name], typed[name]];
    if (!field || typeof text !== "string") return [];
    const all = spoken.map((wording) => choicesOf({ form, ...wording }, name, field));
    const optionOf = (part: string, index: number): string =>
      all.flatMap((choices) => choices[index] ?? []).find(({ label }) => alike(label, part))?.value ?? part;
    return [[name, said(text, optionOf)]];
  });
  return { ...typed, ...Object.fromEntries(read) };
}
