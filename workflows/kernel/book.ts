type Language = "lt" | "en";

/** Words by key, as ICU messages. */
export type Words = Readonly<Record<string, string>>;

/**
 * Words in JSON, a file a language, beside what they are said of: a process, or a block that many processes use. Only the
 * language that is read is loaded. One part of a key may be `*`: such a text is said wherever no other book says the key itself,
 * `*.reason.label` of every question for a reason.
 */
export type Book = Readonly<Record<Language, () => Promise<{ readonly default: Words }>>>;

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

/** Where a key is looked up in a book, in order: itself, then with any one of its parts left open. */
function placesOf(key: string): readonly string[] {
  const parts = key.split(".");
  return [
    key,
    ...parts.map((_, open) => parts.map((part, index) => (index === open ? "*" : part)).join(".")),
  ];
}

/** Which of the books says a key, and there under which key; the first that says it counts. */
function foundIn(
  books: readonly Words[],
  key: string,
): { readonly number: number; readonly place: string } | undefined {
  const places = placesOf(key);
  for (const [number, book] of books.entries()) {
    const place = places.find((candidate) => Object.hasOwn(book, candidate));
    if (place !== undefined) return { number, place };
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
  const loaded = (await Promise.all(books.map((book) => book[language]()))).map(
    ({ default: words }) => words,
  );
  const said: Record<string, string> = {};
  const say = (key: string, text: string | undefined): void => {
    if (text !== undefined) said[key] = text;
  };
  for (const { key, or } of needs) {
    const [found] = [key, ...or].flatMap((candidate) => foundIn(loaded, candidate) ?? []);
    if (!found) continue;
    const { number, place } = found;
    say(key, loaded[number]?.[place]);
    if (!place.endsWith(".label")) continue;
    const nearer = loaded.slice(0, number + 1).find((book) => Object.hasOwn(book, hintOf(key)));
    say(hintOf(key), nearer ? nearer[hintOf(key)] : loaded[number]?.[hintOf(place)]);
  }
  for (const words of loaded.toReversed())
    for (const [key, text] of Object.entries(words)) if (isListed(key)) say(key, text);
  return said;
}

const hintOf = (label: string): string => label.replace(/label$/, "hint");
