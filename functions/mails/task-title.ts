import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { InboxTask } from "../cases/tasks/inbox.ts";
import { messagesOf, type Parameters } from "../reading/messages.ts";

/** A list names tasks without their cases, so what a title might name of a case is left to the task's own page. */
const unnamed: Parameters = {
  applicant: "–",
  call: "–",
  due: "–",
  share: "–",
  amount: "–",
  part: "no",
  position: "–",
  score: "–",
  reason: "–",
};

/** What a task asks, in the words of the process that asks it. */
export async function taskTitle(
  { process, state }: Pick<InboxTask, "process" | "state">,
  language: Language,
): Promise<string> {
  const words = await (await processOf(process)).words[language]();
  return messagesOf(words, language).say(`task.${state}.title`, unnamed);
}
