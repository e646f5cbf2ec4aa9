import type { LoadedCase } from "../../cases/load.ts";
import { formOf } from "../../cases/tasks/find-task.ts";
import { nameOfRole } from "../../reading/case-words.ts";
import type { Messages } from "../../reading/messages.ts";
import type { Task } from "../../store/items.ts";
import type { Telling } from "../../web/parts/facts.tsx";

/** Who is asked by a task: name and role. */
export function whoOf(task: Task, words: Messages, ui: Telling["ui"]): string {
  const said = nameOfRole(words, task.role);
  if (!task.assignee) return said;
  const who = `${task.assignee.name} (${said.toLocaleLowerCase(ui.language)})`;
  return task.insteadOf ? ui.say("case.insteadOf", { who, name: task.insteadOf.name }) : who;
}

/** What a task asks. */
export function stepOf(task: Task, { process }: LoadedCase, words: Messages): string {
  const form = formOf(process.states[task.state], task.part);
  return form ? words.say(`${form.id}.title`) : task.state;
}

/** How a task ended, or that it waits. */
export function endOf(task: Task, { process }: LoadedCase, { ui, words }: Telling): string {
  const form = formOf(process.states[task.state], task.part);
  switch (task.status) {
    case "open":
      return ui.say("case.waiting");
    case "expired":
      return ui.say("case.expired");
    case "cancelled":
      return ui.say("case.cancelled");
    case "answered":
      return form && form.outcomes.length > 1
        ? words.say(`${form.id}.outcome.${task.outcome}`)
        : ui.say("case.answered");
  }
}
