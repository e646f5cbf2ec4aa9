import { randomInt } from "node:crypto";

/** Without letters and digits that are taken for each other [D. Crockford, "Base 32"]. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** The last one is reckoned from the others. */
const letters = 8;

/** Weighed by odd numbers, so that one wrong character always shows, and nearly always two that changed places. */
const checkOf = (body: string): string =>
  alphabet.charAt([...body].reduce((sum, one, at) => sum + (2 * at + 1) * alphabet.indexOf(one), 0) % 32);

const written = (all: string): string => `${all.slice(0, 4)}-${all.slice(4)}`;

/** Pseudonyms for as many people, by the system's random source; nothing is kept of them. */
export function makePseudonyms(count: number): readonly string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const body = Array.from({ length: letters - 1 }, () => alphabet.charAt(randomInt(32))).join("");
    made.add(written(body + checkOf(body)));
  }
  return [...made];
}

/** A pseudonym as it was typed, whatever its case and hyphens, and with letters that are taken for digits; `undefined` where it is none. */
export function pseudonymIn(said: string): string | undefined {
  const all = said
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const isOne = all.length === letters && [...all].every((one) => alphabet.includes(one));
  return isOne && checkOf(all.slice(0, -1)) === all.at(-1) ? written(all) : undefined;
}
