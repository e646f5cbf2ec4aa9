import { bare } from "./facts/gazetteer.ts";
import type { Listed } from "./field.ts";

/** So many are shown of those that were found: more are found better by another word. */
const mostFound = 20;

/**
 * Those of a list in whose label each word that was typed begins a word, whatever the case and with or without diacritics;
 * where none does, those in which the first word does. In the order of the list, at most `mostFound`.
 */
export function searchListed(listed: readonly Listed[], said: string): readonly Listed[] {
  const words = wordsIn(said);
  const [first] = words;
  if (first === undefined) return [];
  const labelled = listed.map((one) => ({ one, known: wordsIn(labelOf(one)) }));
  const having = (wanted: readonly string[]) =>
    labelled.filter(({ known }) => wanted.every((word) => known.some((other) => other.startsWith(word))));
  const all = having(words);
  return (all.length > 0 ? all : having([first])).slice(0, mostFound).map(({ one }) => one);
}

const wordsIn = (said: string): readonly string[] => bare(said).split(" ").filter(Boolean);

const labelOf = (one: Listed): string => {
  if (typeof one === "string") return one;
  return typeof one.label === "string" ? one.label : `${one.label.lt} ${one.label.en}`;
};
