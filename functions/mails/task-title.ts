import { everyProcess } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { formOf } from "../cases/find-task.ts";
import { messagesOf, type Parameters } from "../portal/messages.ts";
import type { Task } from "../store/items.ts";

/** A list names tasks without their cases, so what a title might name of a case is left to the task's own page. */
const unnamed: Parameters = {
  applicant: "–",
  call: "–",
  due: "–",
  country: "–",
  position: "–",
  score: "–",
  reason: "–",
};

/** What a task asks, found by its state and its form: a task's item does not say which process it belongs to. */
export async function taskTitle(task: Task, language: Language): Promise<string> {
  const process = (await everyProcess()).find(
    (candidate) => formOf(candidate.states[task.state], task.part)?.id === task.form,
  );
  if (!process) throw new Error(`no process asks ${task.form} in ${task.state}`);
  return messagesOf(await process.words[language](), language).say(`task.${task.state}.title`, unnamed);
}
