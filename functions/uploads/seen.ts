import type { Role } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { factsFor } from "../reading/facts.ts";

/** A file that a role may see of a case: which one, and the label of its field among the process's words. */
export interface SeenUpload {
  readonly id: string;
  readonly label: string;
}

/** The files among what a role may see of a case: those of the application, and those that answers carry. */
export const uploadsSeenBy = (role: Role, loaded: LoadedCase): readonly SeenUpload[] =>
  factsFor(role, loaded).flatMap((fact): SeenUpload[] => {
    if (fact.kind !== "application" && fact.kind !== "answer") return [];
    const { form } = fact;
    const names = fact.kind === "application" ? fact.names : Object.keys(form.fields);
    const values = fact.kind === "application" ? fact.values : fact.answer.values;
    return names.flatMap((name) => {
      const id = values[name];
      return form.fields[name]?.kind === "file" && typeof id === "string"
        ? [{ id, label: `${form.id}.${name}.label` }]
        : [];
    });
  });
