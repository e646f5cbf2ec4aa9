import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { messagesOf } from "./messages.ts";

/** What people call a process, in one language. Throws for a process that there is not. */
export const processName = async (id: string, language: Language): Promise<string> =>
  messagesOf(await (await processOf(id)).words[language](), language).say("name");
