import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { formOf } from "../../../functions/cases/tasks/find-task.ts";
import { signingCodeOf, taskPath } from "../../../functions/links.ts";
import type { Task } from "../../../functions/store/items.ts";
import { taskItem } from "../../../functions/store/items.ts";
import type { World } from "./world.ts";

/**
 * What somebody who signs sends beside the answer: the version that they read, and the code, which they ask for and find
 * in their mail. Nothing for a task that signs nothing.
 */
export async function signatureFor(
  { house, request }: Pick<World, "house" | "request">,
  task: Task,
  known?: LoadedCase,
): Promise<Readonly<Record<string, unknown>>> {
  const loaded = known ?? (await loadCase(house, task.pk));
  const signs = loaded && formOf(loaded.process.states[task.state], task.part)?.signs;
  if (!signs) return {};
  const { linkSecret } = house.config;
  await request("POST", `/api/tasks${taskPath(linkSecret, task).slice("/t".length)}/code`, {}, {});
  const { code, assignee } = taskItem.parse(await house.table.get({ pk: task.pk, sk: task.sk }));
  return {
    version: signs.versions(loaded.file).length,
    ...(code ? { code: signingCodeOf(linkSecret, task, assignee?.email ?? "", code.sentAt) } : {}),
  };
}
