import { type Messages, messagesOf } from "../../../functions/reading/messages.ts";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import en from "./words/en.json" with { type: "json" };
import lt from "./words/lt.json" with { type: "json" };

const words: Readonly<Record<Language, Readonly<Record<keyof typeof lt, string>>>> = { lt, en };

export type OwnWords = Messages<keyof typeof lt>;

/** The words of the pages that this machine alone has. */
export const ownWords = (language: Language): OwnWords => messagesOf(words[language], language);
