import type { CaseFile } from "./case-file.ts";
import type { Fields, Values } from "./field.ts";
import type { Form } from "./form.ts";

/** The latest answer to a form, typed by that form; `undefined` when nobody has answered it. */
export function latestAnswer<F extends Fields, O extends string>(
  file: CaseFile,
  form: Form<F, O>,
): { readonly outcome: O; readonly values: Values<F>; readonly at: string; readonly by: string } | undefined {
  return answersTo(file, form).at(-1);
}

/** All answers to a form, oldest first. They passed the form's parser before they were stored. */
export function answersTo<F extends Fields, O extends string>(file: CaseFile, form: Form<F, O>) {
  return file.answers.flatMap((answer) => {
    const outcome = form.outcomes.find((candidate) => candidate === answer.outcome);
    if (answer.form !== form.id || outcome === undefined) return [];
    // Only what the form's own parser accepted is ever stored under the form's name.
    return [{ ...answer, outcome, values: answer.values as Values<F> }];
  });
}
