import type { Book, Spoken } from "./book.ts";
import type { CaseFile } from "./case-file.ts";
import type { Field, Fields, Limit, Lists, Values } from "./field.ts";
import type { FieldProblem, OwnProblem } from "./problem.ts";

export type { Values };

/** What was wrong with one field, or with the whole when `field` is empty. */
export interface FieldError {
  readonly field: string;
  readonly problem: FieldProblem | OwnProblem;
  readonly limit?: number | string;
  /** What the sentence of a process's own problem names besides the question. */
  readonly with?: Readonly<Record<string, string | number>>;
  /** Of rows: in which row, from 1, and what of it; the whole row when no column is named. */
  readonly at?: { readonly row: number; readonly column?: string };
}

export interface Page<Name extends string = string> {
  readonly id: string;
  readonly fields: readonly Name[];
}

/**
 * One schema, from which come the parser, the page, the JSON Schema and the list of words that both languages need.
 * `outcomes` are the ways an answer can end; a form with one outcome shows one button, a form with more asks which.
 */
export interface Form<F extends Fields = Fields, O extends string = string> extends Spoken {
  readonly id: string;
  readonly outcomes: readonly O[];
  readonly fields: F;
  readonly pages: readonly Page[];
  /** The ways to end that are a button of their own, beside the form: nothing more needs to be said. */
  readonly oneClick?: readonly O[];
  readonly signs?: Signing;
  /** What is wrong by a rule of the process alone: the names of sentences among its words, `problem.<name>`. */
  readonly problems?: readonly string[];
  /** Names that fields had before, each with the name of today: a file or a program that still says them is understood. */
  readonly formerly?: Readonly<Record<string, string>>;
  /** It asks otherwise what was applied with: that stands in it, so that only what was remarked on is typed anew. */
  readonly asksAnew?: true;
  /** What the form knows of its case; who asks it puts it in (`formIn`). */
  readonly given?: Giving;
  /** What stands in it before anybody has typed. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What a list says already: not asked, and kept with the answer. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Since which visit of the case it asks about the same; without it from the beginning. */
  readonly since?: number;
  /** What no single field can tell; called only with values that the fields' own schemas have accepted. */
  readonly check: (values: Readonly<Record<string, unknown>>) => readonly FieldError[];
  /** What of it can be told before everything was answered. */
  readonly checkSoFar?: (values: Readonly<Record<string, unknown>>) => readonly FieldError[];
}

/** How something is signed outside the portal: on paper, or by a qualified electronic signature. */
export const signingMethods = ["paper", "qualified"] as const;

/**
 * What a form knows of the case in which it is asked. Of an application the file holds the call and, under `application`, what
 * whoever applies has said so far and was read without a fault.
 */
export interface Given<F extends Fields = Fields> {
  /** Stands in the form before anybody has typed; it counts once somebody has sent it. */
  readonly values?: Readonly<Partial<Values<F>>>;
  /** What a list says, such as of the school that was picked: it is not asked any more, and kept with the answer. */
  readonly facts?: Readonly<Partial<Values<F>>>;
  /**
   * Since which visit it asks about the same thing, such as this milestone or this year: what was answered before is of another one, and
   * whoever is asked does not find it in the form.
   */
  readonly since?: number;
  readonly limits?: Readonly<Partial<Record<keyof F, Limit>>>;
  /** Options of choices, by the name that the fields take them from. */
  readonly lists?: Lists;
  /** The questions that the case brings in place of the form's own, such as the criteria of its call. */
  readonly fields?: Fields;
  /** What the case says of answers; of one page of several it sees the answers that were given so far. */
  readonly check?: (values: Readonly<Partial<Values<F>>>) => readonly FieldError[];
}

/** `part`: of several who are asked at once, which. `said`: of a word that breaks in, what is being said with it, as it was sent. */
export type Giving<F extends Fields = Fields> = (
  file: CaseFile,
  part?: string,
  said?: Readonly<Record<string, unknown>>,
) => Given<F>;

/**
 * An answer signs something that has versions. Whoever answers says which one was read, and a code that was mailed; both
 * are checked, and the version is kept with the answer.
 */
export interface Signing {
  /** The visits at which there came another version; versions count from 1. */
  readonly versions: (file: Pick<CaseFile, "records">) => readonly number[];
  /** What the coordinator says instead where it was signed outside the portal: on what day, how, with the signed file. */
  readonly elsewhere: Form<{
    readonly method: Field<(typeof signingMethods)[number]>;
    readonly signedOn: Field<string>;
    readonly document: Field<string>;
  }>;
}

interface FormInput<F extends Fields, O extends string> extends Spoken {
  readonly id: string;
  readonly outcomes: readonly O[];
  readonly fields: F;
  /** One thing a page; without it the whole form is one page. */
  readonly pages?: readonly Page<keyof F & string>[];
  readonly oneClick?: readonly NoInfer<O>[];
  readonly signs?: Signing;
  readonly problems?: readonly string[];
  readonly formerly?: Readonly<Record<string, keyof NoInfer<F> & string>>;
  readonly asksAnew?: true;
  readonly given?: Giving<NoInfer<F>>;
  /** What no single field can tell, such as dates out of order. */
  readonly check?: (values: Values<F>) => readonly FieldError[];
}

/** What pages send beside the fields of a form: no field is called so. */
const besideFields = ["seenVersion", "saidBefore", "typedAt", "later", "more", "outcome"];
const besideSigned = ["version", "code"];

export function defineForm<const F extends Fields, const O extends string>(
  input: FormInput<F, O>,
): Form<F, O> {
  const taken = [...besideFields, ...(input.signs ? besideSigned : [])];
  for (const name of taken) {
    if (Object.hasOwn(input.fields, name))
      throw new Error(`form ${input.id}: ${name} is what pages send beside fields; call it otherwise`);
  }
  const names = Object.entries(input.fields).flatMap(([name, { fact }]) => (fact ? [] : [name]));
  const pages: readonly Page[] = input.pages ?? [{ id: input.id, fields: names }];
  const paged = pages.flatMap((page) => page.fields.filter((name) => !input.fields[name]?.fact));
  const lost = names.filter((name) => !paged.includes(name));
  if (lost.length > 0 || paged.length !== names.length) {
    throw new Error(
      `form ${input.id}: each field stands on one page; look at ${lost.join(", ") || "repeated fields"}`,
    );
  }
  for (const [name, { when, namelessOf }] of Object.entries(input.fields)) {
    if (namelessOf !== undefined && input.fields[namelessOf]?.kind !== "file")
      throw new Error(`form ${input.id}: ${name} is a copy of ${namelessOf}, which is no file of it`);
    const options = when && input.fields[when.field]?.options;
    const known: readonly string[] = options && !("from" in options) ? options : [];
    if (when && !when.is.every((one) => known.includes(one)))
      throw new Error(`form ${input.id}: ${name} is asked by ${when.field}, which has no such answers`);
  }
  // The parser calls `check` with what the schemas of exactly these fields accepted.
  const check: Form["check"] = (values) => input.check?.(values as Values<F>) ?? [];
  const { id, outcomes, fields, signs, oneClick, problems, formerly, asksAnew, given, words } = input;
  return {
    id,
    outcomes,
    fields,
    pages,
    check,
    ...(oneClick ? { oneClick } : {}),
    ...(signs ? { signs } : {}),
    ...(words ? { words } : {}),
    ...(problems ? { problems } : {}),
    ...(formerly ? { formerly } : {}),
    ...(asksAnew ? { asksAnew } : {}),
    ...(given ? { given: given as Giving } : {}),
  };
}

/** Is a question asked of whoever has said so much? What asks for it counts where it is asked itself. */
export function isAskedOf(fields: Fields, name: string, said: Readonly<Record<string, unknown>>): boolean {
  const { when } = fields[name] ?? {};
  return (
    when === undefined || (when.is.includes(asText(said[when.field])) && isAskedOf(fields, when.field, said))
  );
}

/** What a program sent instead of a word or a number says nothing: made to text, it might not even be one. */
export const asText = (said: unknown): string =>
  said === undefined || said === null || typeof said === "object" ? "" : String(said).trim();

/** The form with the pages that are asked of whoever has said so much; what nothing has decided yet may still be asked. */
export const pagesFor = <F extends Fields, O extends string>(
  form: Form<F, O>,
  said: Readonly<Record<string, unknown>>,
): Form<F, O> => ({
  ...form,
  pages: form.pages.flatMap((page): Page[] => {
    const fields = page.fields.filter((name) => {
      const { when } = form.fields[name] ?? {};
      return when === undefined || said[when.field] === undefined || isAskedOf(form.fields, name, said);
    });
    return fields.length > 0 ? [{ ...page, fields }] : [];
  }),
});

/** The form that an answer was given on: what was signed outside the portal is told by the form for that. */
export const formGiven = (form: Form, values: Readonly<Record<string, unknown>>): Form =>
  form.signs && Object.hasOwn(values, "method") ? form.signs.elsewhere : form;

/** The words that a form needs in each language. */
export function wordsOf(form: Form): string[] {
  const keys = [`${form.id}.title`, `${form.id}.submit`];
  if (form.outcomes.length > 1) {
    keys.push(`${form.id}.outcome.label`, ...form.outcomes.map((outcome) => `${form.id}.outcome.${outcome}`));
  }
  keys.push(...(form.oneClick ?? []).map((outcome) => `${form.id}.outcome.${outcome}.hint`));
  keys.push(...(form.problems ?? []).map((problem) => `problem.${problem}`));
  if (form.signs) keys.push(`${form.id}.code.label`, ...wordsOf(form.signs.elsewhere));
  if (form.pages.length > 1) keys.push(...form.pages.map((page) => `${form.id}.page.${page.id}`));
  return [...keys, ...wordsOfFields(form.id, form.fields)];
}

/** The books in which the words of a form stand, as far as it says them itself. */
export const booksOf = (form: Form): readonly Book[] => [
  ...(form.words ? [form.words] : []),
  ...booksOfFields(form.fields),
  ...(form.signs ? booksOf(form.signs.elsewhere) : []),
];

const booksOfFields = (fields: Fields): readonly Book[] =>
  Object.values(fields).flatMap(({ words, columns }) => [
    ...(words ? [words] : []),
    ...(columns ? booksOfFields(columns) : []),
  ]);

function wordsOfFields(under: string, fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { options, columns, written }]) => [
    `${under}.${name}.label`,
    ...(options && !("from" in options) ? options.map((option) => `${under}.${name}.${option}`) : []),
    ...(columns ? wordsOfFields(`${under}.${name}`, columns) : []),
    ...(written === "rows" ? [`${under}.${name}.row`] : []),
  ]);
}
