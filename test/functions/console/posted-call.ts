import type { CallForm } from "../../../workflows/kernel/call-form.ts";
import type { Field } from "../../../workflows/kernel/field.ts";

type Posted = Record<string, string | readonly string[]>;

const inputsOf = (name: string, field: Field<unknown>, said: unknown): Posted => {
  if (field.columns && Array.isArray(said)) {
    const columns = Object.entries(field.columns);
    return Object.assign(
      {},
      ...said.flatMap((row: Readonly<Record<string, unknown>>, index) =>
        columns.map(([column, asks]) => inputsOf(`${name}-${index + 1}-${column}`, asks, row[column])),
      ),
    );
  }
  if (field.kind === "several") return { [name]: Array.isArray(said) ? said.map(String) : [] };
  if (field.kind !== "date") return { [name]: String(said ?? "") };
  const [year = "", month = "", day = ""] = String(said ?? "").split("-");
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day };
};

/** Some fields of a call's form as its page posts them: days in three inputs, rows with an input for each column. */
export const postedCall = (
  { form }: CallForm,
  names: readonly string[],
  typed: Readonly<Record<string, unknown>>,
): Posted =>
  Object.assign(
    {},
    ...names.flatMap((name) => {
      const field = form.fields[name];
      return field ? [inputsOf(name, field, typed[name])] : [];
    }),
  );
