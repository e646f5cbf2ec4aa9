import type { CaseFile } from "./case-file.ts";
import type { Field, Fields, Limit, Lists } from "./field.ts";
import type { Form, Given, Giving } from "./form.ts";

/** The same form in a process that knows more of its case. */
export const knowing = <F extends Fields, O extends string>(
  form: Form<F, O>,
  given: Giving<F>,
): Form<F, O> => ({ ...form, given: given as Giving });

/** The same form where it is asked again about something else: `since` says which visit that began with. */
export const anewSince = <F extends Fields, O extends string>(
  form: Form<F, O>,
  since: (file: CaseFile) => number,
): Form<F, O> => ({
  ...form,
  given: (file, part) => ({ ...form.given?.(file, part), since: since(file) }),
});

/** A form as it is asked in a case. */
export const formIn = <F extends Fields, O extends string>(
  form: Form<F, O>,
  file: CaseFile,
  part?: string,
  said?: Readonly<Record<string, unknown>>,
): Form<F, O> => {
  const known = form.given ? formWith(form, form.given(file, part, said)) : form;
  if (!form.asksAnew) return known;
  const applied = Object.entries(file.application).filter(([name]) => Object.hasOwn(known.fields, name));
  return { ...known, values: { ...Object.fromEntries(applied), ...known.values } };
};

/** A form with what is known where it is asked. Throws where a limit is set for no field. */
export function formWith<F extends Fields, O extends string>(
  form: Form<F, O>,
  { values, facts, since, limits = {}, lists = {}, fields, check }: Given,
): Form<F, O> {
  const asked = fields ?? form.fields;
  const lost = Object.keys(limits).filter((name) => !Object.hasOwn(asked, name));
  if (lost.length > 0)
    throw new Error(`form ${form.id}: a limit is set for ${lost.join(", ")}, which it does not ask`);
  return {
    ...form,
    // The questions that a case brings in place of the form's own are read by whoever brings them.
    fields: fieldsWith(asked, limits, lists) as F,
    ...(fields ? { pages: [{ id: form.id, fields: Object.keys(fields) }] } : {}),
    ...(values ? { values } : {}),
    ...(facts ? { facts: askedOf(asked, facts) } : {}),
    ...(since === undefined ? {} : { since }),
    ...(check ? { checkSoFar: check, check: (said) => [...form.check(said), ...check(said)] } : {}),
  };
}

/** A list may know more than the form asks. */
const askedOf = (fields: Fields, facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => Object.hasOwn(fields, name)));

const fieldsWith = (
  fields: Fields,
  limits: Readonly<Record<string, Limit | undefined>>,
  lists: Lists,
): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, fieldWith(field, limits[name], lists)]),
  );

function fieldWith(field: Field<unknown>, limit: Limit | undefined, lists: Lists): Field<unknown> {
  const { options, columns } = field;
  const listed = options && "from" in options ? lists[options.from] : undefined;
  if (!limit && !listed && !columns) return field;
  return {
    ...field,
    ...(limit ? { limit, ...narrowed(field, limit) } : {}),
    ...(listed && options && "from" in options ? { options: { from: options.from, listed } } : {}),
    ...(columns ? { columns: fieldsWith(columns, {}, lists) } : {}),
  };
}

/** Bounds that inputs show, never wider than the field's own. */
const narrowed = ({ min, max }: Field<unknown>, limit: Limit): Pick<Field<unknown>, "min" | "max"> => ({
  ...(typeof limit.min === "number" ? { min: Math.max(min ?? limit.min, limit.min) } : {}),
  ...(typeof limit.max === "number" ? { max: Math.min(max ?? limit.max, limit.max) } : {}),
});
