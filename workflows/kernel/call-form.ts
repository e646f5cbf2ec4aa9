import { type Book, type Words, wordsFrom } from "./book.ts";
import type { Language, Person } from "./case-file.ts";
import { commonWords } from "./common-words.ts";
import type { Fields, Lists } from "./field.ts";
import { booksOf, defineForm, type FieldError, type Form, type Page, type Values } from "./form.ts";
import { formWith } from "./given.ts";
import { merged, type Need, ofForm } from "./need.ts";
import { type Parsed, parseAnswer } from "./parse.ts";
import type { FieldProblem } from "./problem.ts";

type Typed = Readonly<Record<string, unknown>>;

/** What decides whether a published call may still change: UTC instants. */
export interface Standing {
  readonly now: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly hasApplications: boolean;
}

type Refusal = Omit<FieldError, "field">;

/** May a field of a published call change so? Nothing when it may; otherwise why not. Called only when it does change. */
export type ChangeRule = (was: unknown, becomes: unknown, standing: Standing) => readonly Refusal[];

/** How people make a call of a process by hand: the form, what stands in it at first, and the call that comes of it. */
export interface CallForm {
  readonly form: Form;
  /** What it chooses from; whoever asks it puts that into the order of an alphabet. */
  readonly lists: Lists;
  /** What a new draft holds: sensible values, dates counted from today (a local day), whoever makes it as coordinator. */
  readonly template: (maker: Person, today: string) => Typed;
  /** The call as the process reads it from a file; called only with values that the form has accepted. */
  readonly fileOf: (values: Typed) => Typed;
  /** What has to be typed for a call as it is stored. */
  readonly typedOf: (id: string, data: Typed) => Typed;
  /** The fields that may change after publishing, each with its rule; nothing else may. */
  readonly changes: Readonly<Record<string, ChangeRule>>;
  /** Names of fields for parts of the file that are called otherwise there. */
  readonly calledInForm: Readonly<Record<string, string>>;
  readonly needs: readonly Need[];
  /** Its own words, then the books of what it is made of; the first that says a key counts. */
  readonly books: readonly Book[];
  readonly words: Readonly<Record<Language, () => Promise<Words>>>;
}

interface CallFormInput<F extends Fields>
  extends Omit<CallForm, "form" | "fileOf" | "changes" | "lists" | "books" | "needs" | "words"> {
  readonly fields: F;
  readonly lists?: Lists;
  readonly pages: readonly Page<keyof F & string>[];
  readonly check?: (values: Values<F>) => readonly FieldError[];
  readonly fileOf: (values: Values<F>) => Typed;
  readonly changes: Readonly<Partial<Record<keyof F & string, ChangeRule>>>;
  readonly words: Book;
}

/** The fields of call forms that pages know: the call's identifier, its last day, its title and whom people may ask about it. */
export const callFields = {
  id: "callId",
  closes: "closesOn",
  title: { lt: "titleLt", en: "titleEn" },
  contact: "contactEmail",
} as const;

/** Every call form has this name, so that processes share the words of what they ask alike. */
const id = "callForm";

export function defineCallForm<const F extends Fields>(input: CallFormInput<F>): CallForm {
  const { fields, pages, check, changes, lists = {}, words, ...rest } = input;
  const form = defineForm({ id, outcomes: ["made"], fields, pages, ...(check ? { check } : {}) });
  const books = [...new Set([words, ...booksOf(form), commonWords])];
  const needs = merged([...ofForm(form, "coordinator")]);
  return {
    ...rest,
    form: formWith(form, { lists }),
    lists,
    needs,
    books,
    words: wordsFrom(books, () => needs),
    // The parser calls it with what the schemas of exactly these fields accepted.
    fileOf: (values) => input.fileOf(values as Values<F>),
    changes: Object.fromEntries(
      Object.entries(changes).flatMap(([name, rule]) => (rule ? [[name, rule]] : [])),
    ),
  };
}

/** A call that its process does not take, although its file has the right shape: where in the file, and why. */
export class CallFault extends Error {
  constructor(
    readonly path: readonly PropertyKey[],
    readonly problem: FieldProblem,
    message: string,
  ) {
    super(`${path.join(".")}: ${message}`);
  }
}

/** Where in the form a fault of the file is mended: `staff.agency.email` at `agencyEmail`, `reviewers.2` in its third row. */
export function errorAt(
  { form, calledInForm }: CallForm,
  typed: Typed,
  path: readonly PropertyKey[],
  problem: FieldProblem,
): FieldError {
  const [top = "", ...below] = path.map(String).filter((part, index) => index > 0 || part !== "staff");
  const name = calledInForm[top] ?? top;
  const field = form.fields[name];
  if (field?.columns) {
    const [key = "", column] = below;
    const rows = Array.isArray(typed[name]) ? typed[name] : [];
    const keyed = rows.findIndex((row: unknown) => Object.values(Object(row)).includes(key));
    const row = /^\d+$/.test(key) ? Number(key) + 1 : keyed + 1;
    const known = column !== undefined && Object.hasOwn(field.columns, column) ? { column } : {};
    return { field: name, problem, ...(row > 0 ? { at: { row, ...known } } : {}) };
  }
  const joined = [top, ...below.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))].join("");
  const found = [joined, name].find((candidate) => Object.hasOwn(form.fields, candidate));
  return { field: found ?? Object.keys(form.fields)[0] ?? "", problem };
}

/** One field that changed after the call was published, as it was typed before and after. */
export interface ChangedField {
  readonly field: string;
  readonly was: unknown;
  readonly now: unknown;
}

/**
 * Weighs a change of a published call: what is typed must be right by itself, and every field that changes must be allowed
 * to change so. `typed` names only fields that may change.
 */
export function weighChange(
  callForm: CallForm,
  stored: Typed,
  typed: Typed,
  standing: Standing,
): Parsed<{ readonly values: Typed; readonly changed: readonly ChangedField[] }> {
  const { form, changes } = callForm;
  const allowed = Object.entries(typed).filter(([name]) => Object.hasOwn(changes, name));
  const before = parseAnswer(form, stored);
  const after = parseAnswer(form, { ...stored, ...Object.fromEntries(allowed) });
  if (before.outcome === "invalid") return before;
  if (after.outcome === "invalid") return after;
  const [was, becomes]: readonly Typed[] = [before.value.values, after.value.values];
  const changed = allowed.filter(([name]) => !isSame(was?.[name], becomes?.[name]));
  const errors = changed.flatMap(([name]) =>
    (changes[name]?.(was?.[name], becomes?.[name], standing) ?? []).map((refusal) => ({
      ...refusal,
      field: name,
    })),
  );
  if (errors.length > 0) return { outcome: "invalid", errors };
  return {
    outcome: "valid",
    value: {
      values: after.value.values,
      changed: changed.map(([field]) => ({ field, was: was?.[field], now: becomes?.[field] })),
    },
  };
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
