import { everyProcess } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { type Messages, messagesOf } from "../reading/messages.ts";

/** A public register, with the words of the process that enters people into it. */
export interface Register {
  readonly kind: string;
  readonly process: Process;
  readonly words: Messages;
}

/** Every public register that there is, in the order of the catalogue. */
export async function everyRegister(language: Language): Promise<readonly Register[]> {
  const processes = await everyProcess();
  const found = processes.flatMap((process) =>
    Object.keys(process.registers ?? {}).map(async (kind) => ({
      kind,
      process,
      words: messagesOf(await process.words[language](), language),
    })),
  );
  return Promise.all(found);
}

/** The tags of the library, each once, by what it is called. */
export async function everyTag(
  language: Language,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const labels = new Map<string, string>();
  for (const process of await everyProcess()) {
    const tags = Object.values(process.publishes ?? {}).flatMap((kind) => kind.tags);
    if (tags.length === 0) continue;
    const words = messagesOf(await process.words[language](), language);
    for (const tag of tags) labels.set(tag, words.say(`tag.${tag}`));
  }
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}
