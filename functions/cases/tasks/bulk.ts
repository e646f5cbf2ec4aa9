import type { Form } from "../../../workflows/kernel/form.ts";
import type { Key } from "../../adapters/table.ts";
import type { House } from "../../house.ts";
import { type Task, taskItem } from "../../store/items.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import type { StaffMember } from "../people/staff-member.ts";
import { type Answered, storeBulk } from "./answer.ts";
import { isDecidedInRun } from "./decided-in-run.ts";
import { formAsked } from "./find-task.ts";
import { isTaskKey, tasksAmong } from "./inbox.ts";

/** The most tasks that are answered at once. */
const mostAtOnce = 100;

/** One task of the inbox that may be answered together with others of its kind. */
export interface BulkTask {
  readonly task: Task;
  readonly loaded: LoadedCase;
  readonly form: Form;
}

/**
 * The ways to answer a form that are safe for many at once: nothing has to be written, chosen or signed, so that the answer
 * is the same whatever the case says.
 */
export const safeOutcomes = (form: Form): readonly string[] =>
  form.signs
    ? []
    : form.outcomes.filter((outcome) =>
        Object.values(form.fields).every(
          (field) => field.optional || !(field.for?.includes(outcome) ?? true),
        ),
      );

/** What stands for a task in an address or a form. */
export const bulkKey = ({ pk, sk }: Task): string => `${pk}|${sk}`;

export function keyIn(said: string): Key {
  const [pk = "", ...rest] = said.split("|");
  return { pk, sk: rest.join("|") };
}

/** The tasks of this member's inbox that are named, each with its case; the others are nobody's business here. */
export async function bulkTasks(
  house: Pick<House, "table" | "clock">,
  member: StaffMember,
  keys: readonly string[],
): Promise<readonly BulkTask[]> {
  const named = [...new Set(keys)].slice(0, mostAtOnce).map(keyIn);
  const own = await tasksAmong(house, member.email, named);
  const found = await Promise.all(
    own.map(async (task) => {
      const loaded = await loadCase(house, task.pk);
      const form = loaded && formAsked(loaded, task);
      return loaded && form && !isDecidedInRun(loaded, task) ? [{ task, loaded, form }] : [];
    }),
  );
  return found.flat();
}

/**
 * Those of the named tasks that this member has answered so before: whoever asks again, because nobody told them that they are
 * answered, hears that they are.
 */
export async function answeredSo(
  house: Pick<House, "table">,
  member: StaffMember,
  keys: readonly string[],
  outcome: string,
): Promise<readonly BulkTask[]> {
  const named = [...new Set(keys)].slice(0, mostAtOnce).map(keyIn);
  const items = await house.table.getMany(named.filter(isTaskKey));
  const tasks = items.flatMap((item) => taskItem.safeParse(item).data ?? []);
  const own = tasks.filter(
    (task) => task.status === "answered" && task.by === member.email && task.outcome === outcome,
  );
  const found = await Promise.all(
    own.map(async (task) => {
      const loaded = await loadCase(house, task.pk);
      const form = loaded && formAsked(loaded, task);
      return loaded && form ? [{ task, loaded, form }] : [];
    }),
  );
  return found.flat();
}

export interface BulkResult extends BulkTask {
  /** `failed`: a service did not do its part; asked again it may. */
  readonly outcome: Answered["outcome"] | "failed";
}

/** It is told as not answered; the others are none the worse. */
function failedOn({ log }: Pick<House, "log">, { task }: BulkTask, error: unknown): { outcome: "failed" } {
  log("K303", { ref: task.pk, what: "answer", error: error instanceof Error ? error.name : "unknown" });
  return { outcome: "failed" };
}

/** Answers each of the tasks so, one after the other; what somebody else has answered meanwhile is left as it is. */
export async function answerInBulk(
  house: Pick<House, "table" | "config" | "clock" | "engine" | "log">,
  member: StaffMember,
  tasks: readonly BulkTask[],
  outcome: string,
): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = [];
  for (const one of tasks) {
    const answered = safeOutcomes(one.form).includes(outcome)
      ? await storeBulk(house, one, member, outcome).catch((error: unknown) => failedOn(house, one, error))
      : { outcome: "unknown" as const };
    results.push({ ...one, outcome: answered.outcome });
  }
  return results;
}
