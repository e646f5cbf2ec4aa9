import type { Words } from "../kernel/process.ts";

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
