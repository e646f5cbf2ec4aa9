import { type Form, wordsOf } from "./form.ts";
import type { Role } from "./roles.ts";

/** A word that a process needs in each language. */
export interface Need {
  readonly key: string;
  /** Keys that say it as well where no book says this one, in order: the mail about an ending says what the page says of it. */
  readonly or: readonly string[];
  readonly read: readonly Reading[];
}

/** Where a word is read, and by whom; `of` names the state, the template, the word from outside or the form. */
export interface Reading {
  readonly on:
    | "case"
    | "list"
    | "history"
    | "task"
    | "mail"
    | "form"
    | "paper"
    | "calendar"
    | "payments"
    | "public"
    | "everywhere";
  readonly of: string;
  readonly by: Role | "staff" | "everybody";
}

/** A reading of a key, and the keys that say it as well. */
export type Said = readonly [reading: Reading, key: string, ...or: readonly string[]];

/** What is said under one key in several places is needed once. */
export function merged(said: readonly Said[]): readonly Need[] {
  const needs = new Map<string, Need>();
  for (const [reading, key, ...or] of said) {
    const { read, ...known } = needs.get(key) ?? { key, or, read: [] };
    const isKnown = read.some((other) => isSameReading(other, reading));
    needs.set(key, { ...known, read: isKnown ? read : [...read, reading] });
  }
  return [...needs.values()];
}

const isSameReading = (one: Reading, other: Reading): boolean =>
  one.on === other.on && one.of === other.of && one.by === other.by;

/**
 * A form as somebody fills it in. Its button says what a button says to them where nobody says otherwise, and a page that is called as a
 * field what the field asks.
 */
export function* ofForm(asked: Form, by: Reading["by"]): Iterable<Said> {
  const page = `${asked.id}.page.`;
  for (const key of wordsOf(asked)) {
    const reading = { on: "form", of: asked.id, by } as const;
    if (key.endsWith(".submit")) yield [reading, key, `submit.${by}`, "submit"];
    else if (key.startsWith(page)) yield [reading, key, `${asked.id}.${key.slice(page.length)}.label`];
    else yield [reading, key];
  }
}
