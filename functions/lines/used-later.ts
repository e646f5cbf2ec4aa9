import type { Answer } from "../../workflows/kernel/case-file.ts";
import type { UsedLater } from "../../workflows/kernel/used-later.ts";
import type { Task } from "../store/items.ts";

/** What a case says of its use a year later. */
interface Asked {
  readonly process: { readonly usedLater?: UsedLater };
  readonly file: { readonly answers: readonly Pick<Answer, "state" | "values">[] };
  readonly tasks: readonly Pick<Task, "state" | "status">[];
}

/** Whether what came of a case is used a year later; nothing as long as it was not asked. Whoever stayed silent uses nothing. */
export function usedLaterIn({ process: { usedLater }, file, tasks }: Asked): boolean | undefined {
  if (!usedLater) return undefined;
  const { asked, isUsed } = usedLater;
  const said = file.answers.findLast(({ state }) => state === asked);
  if (said) return isUsed(said.values);
  const task = tasks.findLast(({ state }) => state === asked);
  return task && task.status !== "open" ? false : undefined;
}
