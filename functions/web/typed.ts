import type { Field, Fields } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { fileColumnsOf, isSlot, newSlot, placeInRow } from "../uploads/places.ts";
import type { Post } from "./posts.ts";
import { type Read, refused } from "./refusal.ts";

/** One row of several: what was typed into each of its columns. */
type TypedRow = Readonly<Record<string, string | readonly string[]>>;
type TypedValue = string | readonly string[] | readonly TypedRow[];

/**
 * What was typed into some fields of a form, as the form's parser takes it: text, texts in order for `choices`, or rows.
 */
export type Typed = Readonly<Record<string, TypedValue>>;

/**
 * Picks the fields out of a post. Every field gets a value, empty where nothing was said, so that what is cleared on
 * a page is cleared in the draft. What the form does not know is left out: it is never stored. A name that comes twice
 * where one value belongs is refused, because nobody can tell which was meant.
 */
export function typedInto(form: Form, names: readonly string[], post: Post): Read<Typed> {
  const typed = new Map<string, TypedValue>();
  for (const name of names) {
    const field = form.fields[name];
    // A file is what was uploaded, never what a form says that it is.
    if (!field || field.kind === "file") continue;
    const said =
      field.columns && field.written === "rows"
        ? readRows(name, field.columns, field.max ?? 1, post)
        : readField(name, field, post);
    if (said === undefined) return refused({ status: 400, why: "repeatedName" });
    typed.set(name, said);
  }
  return { outcome: "read", value: Object.fromEntries(typed) };
}

/** The parts of a date, in the order in which Lithuanian writes them. */
export const dateParts = ["year", "month", "day"] as const;

function readField(name: string, field: Field<unknown>, post: Post): string | readonly string[] | undefined {
  if (field.kind === "choices") return (post.get(name) ?? []).slice(0, 20);
  if (field.kind === "several") return (post.get(name) ?? []).slice(0, 200);
  if (field.kind === "date") return readDate(name, post);
  const [said = "", ...more] = post.get(name) ?? [];
  if (more.length > 0) return undefined;
  // Of a row: which file, of those that were uploaded for it. A person can only leave it out.
  if (field.kind === "file") return post.has(leftOutName(name)) || !isSlot(said) ? "" : said;
  return pickedIn(name, said, post) ?? said;
}

/** What was picked among what was found, where nothing else was typed since: the inputs beside the one for the search. */
export const pickName = (name: string): string => `${name}-pick`;
export const searchedName = (name: string): string => `${name}-searched`;

function pickedIn(name: string, said: string, post: Post): string | undefined {
  const [searched] = post.get(searchedName(name)) ?? [];
  const [picked, ...more] = post.get(pickName(name)) ?? [];
  return searched === said && more.length === 0 ? picked : undefined;
}

/** The inputs of a row are called by the field, the number of the row and the column. */
export const inRow = (name: string, row: number, column: string): string => `${name}-${row}-${column}`;

/** The box that takes a file out of its row. */
export const leftOutName = (name: string): string => `${name}-out`;

/** A place for which somebody goes for a file, and the post in which its row knows it. */
interface UploadWanted {
  readonly place: string;
  readonly name: string;
  readonly post: Post;
}

/** For which place of a form a post asks to upload a file; a row that had none gets one. */
export function uploadWanted({ fields }: Form, post: Post): UploadWanted | undefined {
  const [wanted] = post.get("upload") ?? [];
  if (wanted === undefined) return undefined;
  if (Object.hasOwn(fields, wanted))
    return fields[wanted]?.kind === "file" ? { place: wanted, name: wanted, post } : undefined;
  for (const [name, column] of fileColumnsOf(fields)) {
    for (let row = 1; row <= (fields[name]?.max ?? 1); row++) {
      if (inRow(name, row, column) !== wanted) continue;
      const [said = ""] = post.get(wanted) ?? [];
      const cell = isSlot(said) ? said : newSlot();
      const others = [...post].filter(([input]) => input !== leftOutName(wanted));
      return { place: placeInRow(name, column, cell), name, post: new Map([...others, [wanted, [cell]]]) };
    }
  }
  return undefined;
}

/** Rows in which nothing was typed are left out. */
function readRows(name: string, columns: Fields, most: number, post: Post): readonly TypedRow[] | undefined {
  const rows: TypedRow[] = [];
  // One more than there may be, so that the parser says that there are too many.
  for (let row = 1; row <= most + 1; row++) {
    const cells: [string, string | readonly string[]][] = [];
    for (const [column, field] of Object.entries(columns)) {
      const said = readField(inRow(name, row, column), field, post);
      if (said === undefined) return undefined;
      cells.push([column, said]);
    }
    if (cells.some(([, said]) => said.length > 0)) rows.push(Object.fromEntries(cells));
  }
  return rows;
}

/** The rows that a field holds, as they were typed or as a program said them. */
export const shownRows = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((row) => typeof row === "object" && row !== null) : [];

/** `2027-3-1` as three inputs becomes `2027-03-01`; what is no date stays as it was typed, to be shown again. */
function readDate(name: string, post: Post): string | undefined {
  const parts = dateParts.map((part) => post.get(`${name}-${part}`) ?? [""]);
  if (parts.some((said) => said.length > 1)) return undefined;
  const [year = "", month = "", day = ""] = parts.map(([said = ""]) => said.trim().replaceAll("-", ""));
  if (year === "" && month === "" && day === "") return "";
  return [year, padded(month), padded(day)].join("-");
}

const padded = (part: string): string => (/^\d$/.test(part) ? `0${part}` : part);

/** The parts of a date as they were typed, to fill the three inputs. */
export function partsOfDate(said: string): Readonly<Record<(typeof dateParts)[number], string>> {
  const [year = "", month = "", day = ""] = said.split("-");
  return { year, month, day };
}

/** What one field holds, as text to put into an input, whether a page or a program said it. */
export function shownIn(value: unknown): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The same of a field: an amount in cents, which a program said, as euros in the way of a language. */
export function shownOf(
  { kind }: Pick<Field<unknown>, "kind">,
  value: unknown,
  language: "lt" | "en",
): string {
  if (kind !== "money" || typeof value !== "number") return shownIn(value);
  const euros = (value / 100).toFixed(2);
  return language === "lt" ? euros.replace(".", ",") : euros;
}

/** What a field of several choices holds, in order of preference. */
export const shownChoices = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(shownIn) : shownIn(value) === "" ? [] : [shownIn(value)];
