import { waysOf } from "../../../workflows/kernel/states.ts";
import type { Task } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";

/** So many times somebody is asked the same and written to; then a person decides how it goes on. */
export const mostAsked = 3;

/**
 * The tasks that asked the same before this one and were over without an answer, the latest first: nobody has answered anything in the
 * case since.
 */
export function inVain(tasks: readonly Task[], { state, part, visit }: Task): readonly Task[] {
  const before = tasks
    .filter((task) => task.kind === "ask" && task.visit < visit)
    .toSorted((a, b) => b.visit - a.visit);
  const decided = before.findIndex(({ status }) => status === "answered");
  const since = decided < 0 ? before : before.slice(0, decided);
  return since.filter((task) => task.status === "expired" && task.state === state && task.part === part);
}

/**
 * Whether silence alone would ask it for ever: its question leads back to itself where nobody answers, and was asked in vain as often as
 * anybody is asked. Each month's own question is another one every time.
 */
export function isAskedInVain(
  { process, tasks }: Pick<LoadedCase, "process" | "tasks">,
  task: Task,
): boolean {
  const state = process.states[task.state];
  const leadsBack = state?.kind === "ask" && waysOf(state).expired === task.state;
  return leadsBack && inVain(tasks, task).length >= mostAsked;
}
