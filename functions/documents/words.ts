import type { Language } from "../../workflows/kernel/case-file.ts";
import { type Messages, messagesOf } from "../reading/messages.ts";
import type lt from "./words/lt.json";

export type DocumentWords = Messages<keyof typeof lt>;

/** The words that frame documents, in one language; only that language's are loaded. */
export async function documentWordsIn(language: Language): Promise<DocumentWords> {
  const words: Readonly<Record<keyof typeof lt, string>> =
    language === "lt"
      ? (await import("./words/lt.json", { with: { type: "json" } })).default
      : (await import("./words/en.json", { with: { type: "json" } })).default;
  return messagesOf(words, language);
}
