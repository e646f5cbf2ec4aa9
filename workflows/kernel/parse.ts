import * as z from "zod";
import { explain } from "./explain-issue.ts";
import type { Field, Fields } from "./field.ts";
import { schemaOf } from "./field-kinds.ts";
import { type FieldError, type Form, isAskedOf, type Values } from "./form.ts";
import { beyondLimit, limitsInSchema } from "./limits.ts";
import { disorderIn } from "./row-order.ts";
import { beyondSums } from "./sums.ts";
import { faultOf, read } from "./typed-text.ts";

export interface ParsedAnswer<F extends Fields, O extends string> {
  readonly outcome: O;
  readonly values: Values<F>;
}

export type Parsed<T> =
  | { readonly outcome: "valid"; readonly value: T }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/**
 * Reads what a page or a program sent, flat by field name, with the way it ends under `outcome`.
 * Strings of a page are turned into what the field holds; nothing unknown is let through. `today`, the local day, is needed by
 * forms that ask for a day that has come.
 */
export function parseAnswer<F extends Fields, O extends string>(
  form: Form<F, O>,
  raw: unknown,
  today?: string,
): Parsed<ParsedAnswer<F, O>> {
  if (!isRecord(raw)) return { outcome: "invalid", errors: [{ field: "", problem: "wrongType" }] };
  const { outcome: given, ...said } = raw;
  const rest = renamed(said, form.formerly ?? {});
  const outcome =
    form.outcomes.length === 1 && given === undefined ? form.outcomes[0] : pick(form.outcomes, given);
  if (outcome === undefined) {
    const problem = given === undefined || given === "" ? "missing" : "unknownOption";
    return { outcome: "invalid", errors: [{ field: "outcome", problem }] };
  }
  const asked = askedIn(form).filter(
    ([name, field]) => (field.for?.includes(outcome) ?? true) && isAskedOf(form.fields, name, rest),
  );
  const hidden = Object.keys(form.fields).filter((name) => !asked.some(([other]) => other === name));
  const shown = Object.fromEntries(Object.entries(rest).filter(([name]) => !hidden.includes(name)));
  const answers = readFields(asked, shown);
  if (answers.outcome === "invalid") return answers;
  // The schema of exactly these fields has just accepted the record, so it has the shape of Values<F>.
  const values = { ...answers.value, ...form.facts } as Values<F>;
  const errors = [...notYet(asked, values, today), ...form.check(values)];
  return errors.length > 0
    ? { outcome: "invalid", errors }
    : { outcome: "valid", value: { outcome, values } };
}

/** What was said by the names of today, where it was said by those of before. */
const renamed = (
  said: Readonly<Record<string, unknown>>,
  formerly: Readonly<Record<string, string>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      Object.hasOwn(formerly, name) ? (formerly[name] ?? name) : name,
      value,
    ]),
  );

/** The questions of a form, without what a list knows or nobody says. */
const askedIn = ({ fields, facts = {} }: Form): readonly (readonly [string, Field<unknown>])[] =>
  Object.entries(fields).filter(([name, { fact }]) => !fact && !Object.hasOwn(facts, name));

/** Days that are asked for as past and are still to come. Throws where such a day is asked for and nobody says what day it is. */
const notYet = (
  fields: readonly (readonly [string, Field<unknown>])[],
  values: Readonly<Record<string, unknown>>,
  today: string | undefined,
): FieldError[] =>
  fields.flatMap(([name, { past }]) => {
    if (!past || values[name] === undefined) return [];
    if (today === undefined) throw new Error(`${name} is a day that has come: what day is it?`);
    return String(values[name]) > today ? [{ field: name, problem: "notYet" as const }] : [];
  });

/**
 * Reads one page of a draft; other pages may still be empty. What an answer of the same page makes needless is left out, as in the
 * whole: the page no longer shows it, so nobody could mend it there. What hangs on another page was weighed when this one was drawn.
 */
export function parsePage(form: Form, pageId: string, raw: unknown): Parsed<Record<string, unknown>> {
  const page = form.pages.find((candidate) => candidate.id === pageId);
  if (!page || !isRecord(raw)) return { outcome: "invalid", errors: [{ field: "", problem: "wrongType" }] };
  const here = Object.fromEntries(askedIn(form).filter(([name]) => page.fields.includes(name)));
  const asked = Object.entries(here).filter(([name]) => isAskedOf(weighedHere(here), name, raw));
  const elsewhere = form.pages.filter(({ id }) => id !== pageId).flatMap(({ fields }) => fields);
  const isNeedless = (name: string) =>
    Object.hasOwn(form.fields, name) && !elsewhere.includes(name) && !asked.some(([other]) => other === name);
  return readFields(asked, Object.fromEntries(Object.entries(raw).filter(([name]) => !isNeedless(name))));
}

/** The questions of a page, each hanging only on what stands beside it. */
const weighedHere = (here: Fields): Fields =>
  Object.fromEntries(
    Object.entries(here).map(([name, { when, ...field }]) => [
      name,
      when && Object.hasOwn(here, when.field) ? { ...field, when } : field,
    ]),
  );

/** Those of the answers that are right by themselves, of whatever was said so far. */
export function saidSoFar(form: Form, raw: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(raw)) return {};
  return rightIn(Object.fromEntries(askedIn(form)), raw);
}

const rightIn = (fields: Fields, raw: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const said = Object.hasOwn(raw, name) ? { [name]: raw[name] } : {};
      const read = readFields([[name, field]], said);
      return read.outcome === "valid" ? Object.entries(read.value) : [];
    }),
  );

/** The JSON Schema of an answer, as the API publishes it; what stands in the form before is its default. */
export function jsonSchemaOf(form: Form): Record<string, unknown> {
  const shape: Record<string, z.ZodType> = {};
  if (form.outcomes.length > 1) shape.outcome = z.enum(form.outcomes);
  for (const [name, field] of Object.entries(form.fields)) {
    const told = schemaOf(field).meta({
      ...limitsInSchema(field),
      ...(form.values?.[name] === undefined ? {} : { default: form.values[name] }),
      ...(field.fact ? { readOnly: true } : {}),
    });
    shape[name] = isLeftOut(field) ? told.optional() : told;
  }
  return z.toJSONSchema(z.strictObject(shape), { unrepresentable: "any" });
}

/** May an answer be right without it? */
const isLeftOut = ({ optional, for: outcomes, when, fact, listed }: Field<unknown>): boolean =>
  optional || Boolean(outcomes ?? when ?? fact ?? listed);

function readFields(
  fields: readonly (readonly [string, Field<unknown>])[],
  raw: Readonly<Record<string, unknown>>,
): Parsed<Record<string, unknown>> {
  const value: Record<string, unknown> = {};
  const errors: FieldError[] = Object.keys(raw)
    .filter((name) => !fields.some(([known]) => known === name))
    .slice(0, toldRows)
    .map((field) => ({ field, problem: "unknownField" as const }));
  for (const [name, field] of fields) {
    if (field.columns) {
      const said = readRows(name, field, field.columns, raw[name]);
      if (said.outcome === "invalid") errors.push(...said.errors);
      else if (said.value.length > 0) value[name] = said.value;
      continue;
    }
    const given = read(field, Object.hasOwn(raw, name) ? raw[name] : undefined);
    if (given === undefined) {
      if (!field.optional)
        errors.push({ field: name, problem: field.kind === "confirmation" ? "mustAgree" : "missing" });
      continue;
    }
    const fault = typeof given === "string" ? faultOf(name, field, given) : undefined;
    if (fault) {
      errors.push({ field: name, problem: fault });
      continue;
    }
    const result = schemaOf(field).safeParse(given);
    const beyond = result.success ? beyondLimit(field, result.data) : undefined;
    if (!result.success) errors.push(explain(name, field, result.error.issues[0]));
    else if (beyond) errors.push({ field: name, ...beyond });
    else value[name] = result.data;
  }
  return errors.length > 0
    ? { outcome: "invalid", errors: errorsToSay(fields, value, errors) }
    : { outcome: "valid", value };
}

/** Where a school is to be picked first, nobody is told that they left out what the list says of it. */
function errorsToSay(
  fields: readonly (readonly [string, Field<unknown>])[],
  value: Readonly<Record<string, unknown>>,
  errors: readonly FieldError[],
): readonly FieldError[] {
  const listed = fields.filter(([, field]) => field.listed).map(([name]) => name);
  const left = errors.filter(({ field, problem }) => problem === "missing" && listed.includes(field));
  const [picked] = fields.find(([, { kind }]) => kind === "school") ?? [];
  if (picked === undefined || left.length === 0 || Object.hasOwn(value, picked)) return errors;
  const isWrong = errors.some(({ field }) => field === picked);
  if (!isWrong && left.length < listed.length) return errors;
  const others = errors.filter((error) => !left.includes(error));
  return isWrong ? others : [{ field: picked, problem: "missing" }, ...others];
}

/** More wrong rows or unknown fields than this are not told one by one: whoever mends these finds the others. */
const toldRows = 10;

/** The first faults of rows, and how many more there are. */
const toldOf = (name: string, errors: readonly FieldError[]): readonly FieldError[] =>
  errors.length <= toldRows
    ? errors
    : [...errors.slice(0, toldRows), { field: name, problem: "moreFaults", limit: errors.length - toldRows }];

function readRows(
  name: string,
  field: Field<unknown>,
  columns: Fields,
  raw: unknown,
): Parsed<readonly Record<string, unknown>[]> {
  const { min = 1, max = 1, optional } = field;
  // Nobody types which file a row has.
  if (typeof raw === "string" && Object.values(columns).some(({ kind }) => kind === "file"))
    return { outcome: "invalid", errors: [{ field: name, problem: "wrongType" }] };
  if (typeof raw === "string" && hasOtherSeparator(raw, columns))
    return { outcome: "invalid", errors: [{ field: name, problem: "wrongSeparator" }] };
  const said = typeof raw === "string" ? linesOf(raw, Object.keys(columns)) : (raw ?? []);
  if (!Array.isArray(said)) return { outcome: "invalid", errors: [{ field: name, problem: "wrongType" }] };
  const numbered = said
    .map((row: unknown, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => !isEmptyRow(row));
  if (numbered.length === 0 && optional) return { outcome: "valid", value: [] };
  if (numbered.length === 0) return { outcome: "invalid", errors: [{ field: name, problem: "missing" }] };
  if (numbered.length > max)
    return { outcome: "invalid", errors: [{ field: name, problem: "tooManyRows", limit: max }] };
  const errors: FieldError[] = [];
  const value: Record<string, unknown>[] = [];
  for (const { row, number } of numbered) {
    if (!isRecord(row)) {
      errors.push({ field: name, problem: row === tooManyParts ? row : "wrongType", at: { row: number } });
      continue;
    }
    const read = readFields(Object.entries(columns), row);
    if (read.outcome === "valid") value.push(read.value);
    else
      errors.push(
        ...read.errors.map(({ field, ...rest }) => ({
          ...rest,
          field: name,
          at: { row: number, column: field },
        })),
      );
  }
  if (errors.length > 0) return { outcome: "invalid", errors: toldOf(name, errors) };
  if (value.length < min)
    return { outcome: "invalid", errors: [{ field: name, problem: "tooFewRows", limit: min }] };
  const beyond = [
    ...disorderIn(
      name,
      field,
      value.map((row, index) => ({ row, number: numbered[index]?.number ?? 0 })),
    ),
    ...beyondSums(name, field, value),
  ];
  return beyond.length > 0 ? { outcome: "invalid", errors: beyond } : { outcome: "valid", value };
}

/** What the cells of rows say that are right by themselves, whether they come as rows or as lines of a text. */
export function rowsSoFar(
  { columns = {} }: Field<unknown>,
  raw: unknown,
): readonly Record<string, unknown>[] {
  const said = typeof raw === "string" ? linesOf(raw, Object.keys(columns)) : raw;
  if (!Array.isArray(said)) return [];
  return said.flatMap((row: unknown) => (isRecord(row) ? [rightIn(columns, row)] : []));
}

const tooManyParts = "tooManyParts";

/** The rows of a text: a line each, its parts between semicolons or tabs, in the order of the columns. */
const linesOf = (
  text: string,
  columns: readonly string[],
): readonly (Readonly<Record<string, string>> | typeof tooManyParts)[] =>
  text.split(/\r\n|\n|\r/).map((line) => {
    const parts = line.split(/[;\t]/).map((said) => said.trim());
    while (parts.at(-1) === "") parts.pop();
    if (parts.length > columns.length) return tooManyParts;
    return Object.fromEntries(parts.map((said, index) => [columns[index] ?? "", said]));
  });

/** Commas are part of what people write; where they stand alone between what belongs into several columns they were meant to part it. */
function hasOtherSeparator(text: string, columns: Fields): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const needed = Object.values(columns).filter(({ optional }) => !optional).length;
  return (
    lines.length > 0 &&
    needed > 1 &&
    lines.every((line) => !/[;\t]/.test(line) && line.split(",").length >= needed)
  );
}

const isEmptyRow = (row: unknown): boolean =>
  row === null ||
  row === undefined ||
  (isRecord(row) && Object.values(row).every((cell) => cell === "" || cell === null || cell === undefined));

const pick = <O extends string>(outcomes: readonly O[], given: unknown): O | undefined =>
  outcomes.find((outcome) => outcome === given);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
