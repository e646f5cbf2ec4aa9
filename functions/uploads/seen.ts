import type { Role } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { factsFor } from "../reading/facts.ts";
import type { Messages } from "../reading/messages.ts";
import type { Task } from "../store/items.ts";
import { filesInRows } from "./places.ts";

/** A file that a role may see of a case: which one, and the label of its field among the process's words. */
export interface SeenUpload {
  readonly id: string;
  readonly label: string;
  /** Of a file in rows: which one, from 1, and what a row is called among the same words. */
  readonly row?: { readonly number: number; readonly label: string };
}

/** What a file is called. */
export const uploadTitle = ({ label, row }: SeenUpload, words: Messages): string =>
  row ? `${words.say(row.label, { row: row.number })}: ${words.say(label)}` : words.say(label);

/** The files among what a role may see of a case, by a task of it or by none: those of the application, and those that answers carry. */
export const uploadsSeenBy = (role: Role, loaded: LoadedCase, task?: Task): readonly SeenUpload[] =>
  factsFor(role, loaded, task).flatMap((fact): SeenUpload[] => {
    if (fact.kind !== "application" && fact.kind !== "answer") return [];
    const { form } = fact;
    const names = fact.kind === "application" ? fact.names : Object.keys(form.fields);
    const values = fact.kind === "application" ? fact.values : fact.answer.values;
    const seen = Object.fromEntries(
      names.flatMap((name) => (form.fields[name] ? [[name, form.fields[name]]] : [])),
    );
    return [
      ...Object.entries(seen).flatMap(([name, { kind }]) => {
        const id = values[name];
        return kind === "file" && typeof id === "string" ? [{ id, label: `${form.id}.${name}.label` }] : [];
      }),
      ...filesInRows(seen, values).map(({ name, column, row, id }) => ({
        id,
        label: `${form.id}.${name}.${column}.label`,
        row: { number: row, label: `${form.id}.${name}.row` },
      })),
    ];
  });
