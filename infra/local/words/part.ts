import { type Book, readWords, type Words } from "../../../workflows/kernel/book.ts";
import type { Need } from "../../../workflows/kernel/need.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";

/** Words that stand in files of their own: those of a process, and those of the form by which its calls are made. */
export interface Part {
  readonly name: string;
  readonly needs: readonly Need[];
  /** Its own book first. */
  readonly books: readonly Book[];
}

/** What a process says: in two parts where the words of its calls stand in a file of their own. */
export async function partsOf(process: Process): Promise<readonly Part[]> {
  const callForm = await process.call?.form?.();
  const own: Part = { name: process.id, needs: needsOf(process), books: process.books };
  if (!callForm) return [own];
  const { needs, books } = callForm;
  if (await isOneFile(process.books[0], books[0]))
    return [{ ...own, needs: [...own.needs, ...needs], books: [...new Set([...own.books, ...books])] }];
  return [own, { name: `${process.id}, its calls`, needs, books }];
}

/** Does a process keep the words of its calls in the same file? */
const isOneFile = async (one: Book | undefined, other: Book | undefined): Promise<boolean> =>
  one !== undefined && other !== undefined && (await one.en()).default === (await other.en()).default;

/** What is to be mended in the files of a part. */
export interface Findings {
  /** Keys in its own files. */
  readonly own: number;
  /** Keys that nobody says, with the language. */
  readonly missing: readonly string[];
  /** Keys of its own files that nothing asks for. */
  readonly unused: readonly string[];
  /** Keys of its own files that say what the blocks would say anyway, in both languages. */
  readonly same: readonly string[];
}

/** Looks through a part's own files. */
export async function findingsIn(part: Part): Promise<Findings> {
  const [lt, en] = await Promise.all([findingsOf(part, "lt"), findingsOf(part, "en")]);
  const own = [...new Set([...lt.own, ...en.own])];
  const unused = own.filter((key) => askedBy(part, key).length === 0);
  return {
    own: own.length,
    missing: [...lt.missing, ...en.missing],
    unused,
    same: lt.same.filter((key) => en.same.includes(key) && !unused.includes(key)),
  };
}

async function findingsOf(part: Part, language: "lt" | "en") {
  const [own, ...shared] = part.books;
  const { default: words } = own ? await own[language]() : { default: {} };
  const said = await readWords(part.books, part.needs, language);
  const isSame = async (key: string): Promise<boolean> => {
    const { [key]: _, ...others } = words;
    const asked = askedBy(part, key);
    const without = await readWords([bookOf(others), ...shared], asked, language);
    return asked.flatMap((need) => [need.key, hintOf(need.key)]).every((one) => without[one] === said[one]);
  };
  const same = await Promise.all(Object.keys(words).map(async (key) => ((await isSame(key)) ? [key] : [])));
  return {
    own: Object.keys(words),
    missing: part.needs.flatMap(({ key }) => ((said[key] ?? "").trim() ? [] : [`${key} (${language})`])),
    same: same.flat(),
  };
}

/** The needs that a key of a file may say, or give a hint to. */
const askedBy = ({ needs }: Part, written: string): readonly Need[] =>
  needs.filter(({ key, or }) => [key, hintOf(key), ...or].some((asked) => isSaidBy(written, asked)));

const bookOf = (words: Words): Book => {
  const read = async () => ({ default: words });
  return { lt: read, en: read };
};

const hintOf = (key: string): string => key.replace(/\.label$/, ".hint");

/** Does a key of a file, in which one part may be open, say a key that is asked for? */
function isSaidBy(written: string, asked: string): boolean {
  if (!written.includes("*")) return written === asked;
  const parts = written.split(".");
  const other = asked.split(".");
  return parts.length === other.length && parts.every((part, at) => part === "*" || part === other[at]);
}
