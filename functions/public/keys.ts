import { collationKey, wordsIn } from "../lines/collation.ts";
import { idOf, isCall } from "../store/keys.ts";
import type { Line } from "../store/line-item.ts";
import type { OpenRow } from "../store/open-item.ts";

/**
 * Lists that everybody may see, of all calls and their cases together. An entry is nothing but its key, which ends with number,
 * call and case (nothing for what the call itself shows): what is shown is read from the case's line, so nothing is shown that the line does not say by then.
 */
export const publicLists = [
  "registered",
  "published",
  "tagged",
  "publishedIn",
  "shelved",
  "numbered",
] as const;
export type PublicList = (typeof publicLists)[number];

export const publicPartition = (list: PublicList): string => `public#${list}`;

/** Where something is looked for: in the library, or in one register. */
export type Shelf = { readonly library: true } | { readonly register: string };

const shelfName = (shelf: Shelf): string => ("library" in shelf ? "library" : `register.${shelf.register}`);

/** With what the keys begin of what has a word that begins so. */
export const wordPrefix = (shelf: Shelf, word: string): string => `${shelfName(shelf)}#${word}`;

/** The words by which an entry is found. */
export function wordsOfRow({ says }: OpenRow): readonly string[] {
  if (says === undefined) return [];
  return says.as === "publication"
    ? wordsIn(says.title, says.summary ?? "", ...says.authors)
    : wordsIn(says.holder, ...Object.values(says.facts));
}

/** Where an entry stands in a public list. */
export function placesInPublic(
  list: PublicList,
  { open = [], callId, ref }: Pick<Line, "open" | "callId" | "ref">,
): readonly string[] {
  const id = isCall(ref) ? "" : idOf(ref);
  return open.flatMap((row) =>
    placesOf(list, row, callId).map((place) => `${place}#${row.number}#${callId}#${id}`),
  );
}

function placesOf(list: PublicList, row: OpenRow, callId: string): readonly string[] {
  const { says, kind, from } = row;
  if (list === "numbered") return [row.number];
  if (says === undefined) return [];
  const isInLibrary = says.as === "publication" && says.on === "library";
  switch (list) {
    case "registered":
      return says.as === "registration" ? [`${kind}#${collationKey(says.holder)}`] : [];
    case "published":
      return isInLibrary ? [from] : [];
    case "tagged":
      return isInLibrary ? says.tags.map((tag) => `${tag}#${from}`) : [];
    case "publishedIn":
      return says.as === "publication" ? [`${callId}#${from}`] : [];
    case "shelved": {
      const shelf = says.as === "registration" ? { register: kind } : { library: true as const };
      return says.as === "registration" || isInLibrary
        ? wordsOfRow(row).map((word) => wordPrefix(shelf, word))
        : [];
    }
  }
}

/** Whose an entry of a public list is (of the call itself where `id` is empty), and which of what is public of it. */
export function readPlace(sk: string): {
  readonly number: string;
  readonly callId: string;
  readonly id: string;
} {
  const [number = "", callId = "", id = ""] = sk.split("#").slice(-3);
  return { number, callId, id };
}
