type Language = "lt" | "en";

/** Words by key, as ICU messages. */
export type Words = Readonly<Record<string, string>>;

/**
 * Words in JSON, a file a language, beside what they are said of: a process, or a block that many processes use. Only the
 * language that is read is loaded. One part of a key may be `*`: such a text is said wherever no other book says the key itself,
 * `*.reason.label` of every question for a reason.
 */
export type Book = Readonly<Record<Language, () => Promise<{ readonly default: Words }>>> & {
  /** What it says otherwise where a process shares out or is applied to by something else. */
  readonly where?: Readonly<Partial<Record<Circumstance, Book>>>;
};

/** What a process says of itself that changes how blocks speak: what its calls share out, and that an organisation applies. */
export type Circumstance = "places" | "budget" | "organisation";

/** Each book after what it says otherwise in these circumstances. */
export const booksWhere = (
  books: readonly Book[],
  circumstances: readonly Circumstance[],
): readonly Book[] => [
  ...new Set(
    books.flatMap((book) => [
      ...circumstances.flatMap((one) => (book.where?.[one] ? [book.where[one]] : [])),
      book,
    ]),
  ),
];

/** Whatever says its words itself, such as a form or a state of a block, so that a process need not. */
export interface Spoken {
  readonly words?: Book;
  /** The name by which its book speaks of it, where whoever uses it gives it a name of their own. */
  readonly calledThere?: string;
}

/** What a block brings under a name that its user gives, with the name by which the block's words speak of it. */
export const spokenAs = <const P extends object>(calledThere: string, words: Book, part: P): P & Spoken => ({
  ...part,
  words,
  calledThere,
});

/** The same parts, each with the book in which its words stand. */
export function withWords<const P extends Readonly<Record<string, Spoken>>>(words: Book, parts: P): P {
  const spoken = Object.entries(parts).map(([name, part]) => [name, { words, ...part }]);
  // Each name has its own part again, with the book beside it.
  return Object.fromEntries(spoken) as P;
}

/** A key with any one of its parts left open, the first first. */
const opened = (key: string): readonly string[] => {
  const parts = key.split(".");
  return parts.map((_, open) => parts.map((part, index) => (index === open ? "*" : part)).join("."));
};

interface Opened {
  readonly words: Words;
  readonly hasOpenKeys: boolean;
}

interface Found {
  readonly number: number;
  /** Under which key the book says it. */
  readonly place: string;
}

/** Which of the books says a key; the first that says it counts. Most keys stand as they are asked for, so the others are made late. */
function foundIn(books: readonly Opened[], key: string): Found | undefined {
  for (const [number, { words, hasOpenKeys }] of books.entries()) {
    if (Object.hasOwn(words, key)) return { number, place: key };
    const place = hasOpenKeys ? opened(key).find((candidate) => Object.hasOwn(words, candidate)) : undefined;
    if (place !== undefined) return { number, place };
  }
  return undefined;
}

/** The same of the first of several keys that any book says. */
function firstFoundIn(books: readonly Opened[], keys: readonly string[]): Found | undefined {
  for (const key of keys) {
    const found = foundIn(books, key);
    if (found) return found;
  }
  return undefined;
}

/** Names in lists, such as of countries: nobody knows which a call will name, so all of a book's are taken. */
const isListed = (key: string): boolean => key.startsWith("list.");

/**
 * What the books say of the keys that are needed, of the first book that says each. A hint belongs to its label: it stands where the
 * label stands or is said before, so that a label of one's own does not get a hint that explains another.
 */
export async function readWords(
  books: readonly Book[],
  needs: readonly { readonly key: string; readonly or: readonly string[] }[],
  language: Language,
): Promise<Words> {
  const read = await Promise.all(books.map((book) => book[language]()));
  const loaded = read.map(({ default: words }) => ({ words, hasOpenKeys: Object.keys(words).some(isOpen) }));
  const said: Record<string, string> = {};
  const say = (key: string, text: string | undefined): void => {
    if (text !== undefined) said[key] = text;
  };
  for (const { key, or } of needs) {
    const found = foundIn(loaded, key) ?? firstFoundIn(loaded, or);
    if (!found) continue;
    const { number, place } = found;
    say(key, loaded[number]?.words[place]);
    if (!place.endsWith(".label")) continue;
    const hint = hintOf(key);
    const nearer = loaded.slice(0, number + 1).find(({ words }) => Object.hasOwn(words, hint));
    say(hint, nearer ? nearer.words[hint] : loaded[number]?.words[hintOf(place)]);
  }
  for (const { words } of loaded.toReversed())
    for (const key of Object.keys(words)) if (isListed(key)) say(key, words[key]);
  return said;
}

const isOpen = (key: string): boolean => key.includes("*");

/** The words of both languages, each put together when it is first asked for, and once. */
export function wordsFrom(
  books: readonly Book[],
  needs: () => Parameters<typeof readWords>[1],
): Readonly<Record<Language, () => Promise<Words>>> {
  const read = new Map<Language, Promise<Words>>();
  const once = (language: Language) => () => {
    const words = read.get(language) ?? readWords(books, needs(), language);
    read.set(language, words);
    return words;
  };
  return { lt: once("lt"), en: once("en") };
}

const hintOf = (label: string): string => label.replace(/label$/, "hint");
