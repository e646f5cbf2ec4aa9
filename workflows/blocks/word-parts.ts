import type { Words } from "../kernel/case-file.ts";

type KeyOf<Part> = Part extends unknown ? keyof Part & string : never;

/**
 * All words of several parts as one; of a word that several have, the last part's. A spread of so many keys takes V8 some twenty
 * milliseconds in a process that has just started, which this does not.
 */
export const joined = <const Parts extends readonly Words[]>(
  ...parts: Parts
): Readonly<Record<KeyOf<Parts[number]>, string>> => Object.assign({}, ...parts);

/** Those of the blocks' words that a process needs: what stands under these prefixes, such as `revocation.`. */
export const wordsUnder = (words: Words, ...prefixes: readonly string[]): Words =>
  Object.fromEntries(
    Object.entries(words).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))),
  );

/** The same options under each of several fields. */
export const optionsUnder = (options: Words, ...fields: readonly string[]): Words =>
  Object.fromEntries(
    fields.flatMap((field) => Object.entries(options).map(([name, text]) => [`${field}.${name}`, text])),
  );
