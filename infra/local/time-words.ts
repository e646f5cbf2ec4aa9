import { type Messages, messagesOf } from "../../functions/reading/messages.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import en from "./time-words/en.json" with { type: "json" };
import lt from "./time-words/lt.json" with { type: "json" };

const words: Readonly<Record<Language, Readonly<Record<keyof typeof lt, string>>>> = { lt, en };

export type TimeWords = Messages<keyof typeof lt>;

/** The words of the time control, which is in the embedded default alone. */
export const timeWords = (language: Language): TimeWords => messagesOf(words[language], language);
