import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { InboxTask } from "../cases/tasks/inbox.ts";
import { parametersIn } from "../reading/message-parameters.ts";
import { messagesOf, type Parameters } from "../reading/messages.ts";

/** What a task asks, in the words of the process that asks it. */
export async function taskTitle(
  { process, state }: Pick<InboxTask, "process" | "state">,
  language: Language,
): Promise<string> {
  const words = await (await processOf(process)).words[language]();
  const key = `task.${state}.title`;
  return messagesOf(words, language).say(key, unnamedIn(words[key] ?? "", language));
}

/**
 * A list names tasks without their cases, so what a title names of a case is left to the task's own page, whatever a process calls
 * it: a dash, or what a sentence says where nothing else holds.
 */
const unnamedIn = (title: string, language: Language): Parameters =>
  title.includes("{")
    ? Object.fromEntries(
        parametersIn(title, language).map(({ name, choices }) => [name, choices ? "other" : "–"]),
      )
    : {};
