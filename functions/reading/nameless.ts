import type { Form } from "../../workflows/kernel/form.ts";
import { filesInRows } from "../uploads/places.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * The files of an answer that tell whose it is, and of which there is no copy that does not: whoever reads without knowing whose it
 * is reads of them that they are there, and no more.
 */
export function withheldIn({ fields }: Pick<Form, "fields">, values: Values): readonly string[] {
  const isHeld = (name: string): boolean => {
    const field = fields[name];
    if (!field) return false;
    return field.kind === "file"
      ? typeof values[name] === "string" && values[name] !== ""
      : filesInRows({ [name]: field }, values).length > 0;
  };
  const hasCopy = (of: string): boolean =>
    Object.entries(fields).some(([name, { namelessOf }]) => namelessOf === of && isHeld(name));
  return Object.entries(fields).flatMap(([name, { identifying }]) =>
    identifying && isHeld(name) && !hasCopy(name) ? [name] : [],
  );
}
