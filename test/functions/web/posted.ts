import type { Field } from "../../../workflows/kernel/field.ts";
import type { Form } from "../../../workflows/kernel/form.ts";

/** What a browser sends of a form: the names of its inputs, each with what was typed or ticked. */
type Posted = Record<string, string | readonly string[]>;

/** What people type for a value as a program would send it; what is text already stays so. */
function typedAs({ kind }: Field<unknown>, said: unknown): string {
  if (typeof said === "boolean") return said ? "yes" : kind === "confirmation" ? "" : "no";
  if (kind === "money" && typeof said === "number") return (said / 100).toFixed(2);
  return String(said ?? "");
}

function inputsFor(name: string, field: Field<unknown>, said: unknown): Posted {
  const { kind, columns, written } = field;
  if (columns && Array.isArray(said)) {
    const of = Object.entries(columns);
    if (written === "lines")
      return {
        [name]: said.map((row) => of.map(([one, asks]) => typedAs(asks, row[one])).join("; ")).join("\n"),
      };
    return Object.assign(
      {},
      ...said.flatMap((row: Readonly<Record<string, unknown>>, index) =>
        of.map(([column, asks]) => inputsFor(`${name}-${index + 1}-${column}`, asks, row[column])),
      ),
    );
  }
  if (kind === "several" || kind === "choices")
    return { [name]: Array.isArray(said) ? said.map(String) : [] };
  if (kind !== "date") return { [name]: typedAs(field, said) };
  const [year = "", month = "", day = ""] = String(said ?? "").split("-");
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day };
}

/** Some fields of a form as their page posts them: days in three inputs, rows with an input for each column. Nobody types a file or a fact. */
export const postedForm = (
  form: Pick<Form, "fields">,
  names: readonly string[],
  said: Readonly<Record<string, unknown>>,
): Posted =>
  Object.assign(
    {},
    ...names.flatMap((name) => {
      const field = form.fields[name];
      return field && !field.fact && field.kind !== "file" ? [inputsFor(name, field, said[name])] : [];
    }),
  );

/** What the inputs of some fields are called, of rows those of the first. */
export const inputsOf = (form: Pick<Form, "fields">, names: readonly string[]): readonly string[] =>
  Object.keys(
    postedForm(
      form,
      names,
      Object.fromEntries(
        names.map((name) => [name, form.fields[name]?.written === "rows" ? [{}] : undefined]),
      ),
    ),
  );
