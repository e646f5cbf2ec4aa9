import type { Language } from "../../workflows/kernel/case-file.ts";
import { type Messages, messagesOf } from "./messages.ts";
import type lt from "./words/lt.json";

/** The interface's own words. */
export type UiKey = keyof typeof lt;
export type Ui = Messages<UiKey>;

/** The words of the interface in one language; only that language's are loaded. */
export async function uiIn(language: Language): Promise<Ui> {
  const words: Readonly<Record<UiKey, string>> =
    language === "lt"
      ? (await import("./words/lt.json", { with: { type: "json" } })).default
      : (await import("./words/en.json", { with: { type: "json" } })).default;
  return messagesOf(words, language);
}

/** The portal's own words for a form that belongs to no process; `own` are words of this one page. Throws for a key without a word. */
export const asMessages = (ui: Ui, own: ReadonlyMap<string, string> = new Map()): Messages => ({
  ...ui,
  say: (key, parameters) => {
    const said = own.get(key) ?? ui.maybe(key, parameters);
    if (said === undefined) throw new Error(`no word ${key}`);
    return said;
  },
});
