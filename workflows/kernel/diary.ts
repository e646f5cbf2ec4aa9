import type { CaseFile } from "./case-file.ts";
import type { Fields } from "./field.ts";
import type { Form } from "./form.ts";

/** A short page a day, written by whoever takes part, as long as the case stands in one of the states named. */
export interface Diary {
  readonly form: Form<Fields, string>;
  /** The local days that have a page each, in order; a page can be written from the morning of its day. */
  readonly days: (file: CaseFile) => readonly string[];
  readonly during: readonly string[];
}
