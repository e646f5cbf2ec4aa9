import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { type Messages, messagesOf } from "./messages.ts";

/** The words of a process, in one language. */
export const wordsOf = async (
  process: string,
  { language }: { readonly language: Language },
): Promise<Messages> => messagesOf(await (await processOf(process)).words[language](), language);
