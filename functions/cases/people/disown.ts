import { email, longText, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { roleIn } from "../../../workflows/kernel/roles.ts";
import type { House } from "../../house.ts";
import { putBeforeCoordinator } from "../../mails/hold.ts";
import { queueMail } from "../../mails/queue.ts";
import { type Task, taskItem } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";
import type { FoundTask } from "../tasks/find-task.ts";

/** Whoever was asked by mistake says so, or names who should be asked instead. */
export const disownForm = defineForm({
  id: "disown",
  outcomes: ["someoneElse", "notMe"],
  fields: {
    name: text({ max: 120, for: ["someoneElse"] }),
    email: email({ autocomplete: "off", for: ["someoneElse"] }),
    note: longText({ max: 1000, optional: true }),
  },
});

/** May whoever is asked say that they are not meant? Reviewers, whom a call names, say that they have a conflict instead. */
export const mayDisown = (process: Process, { role }: Pick<Task, "role">): boolean =>
  roleIn(process, role)?.isWrittenDown ?? false;

/**
 * Notes that the task came to the wrong person, once, and puts it before the coordinator. The task stays open, so that
 * a slip can be mended by answering after all; its person is reminded no more.
 */
export async function disown(
  house: Pick<House, "table" | "config" | "clock">,
  { task, loaded }: Exclude<FoundTask, { outcome: "unknown" }>,
  said: { readonly outcome: string; readonly values: Readonly<Record<string, unknown>> },
): Promise<"noted" | "late"> {
  const { outcome } = await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: { disowned: { how: said.outcome, ...said.values, at: house.clock.now() } },
      when: { status: { is: "open" } },
    },
  );
  if (outcome === "refused" || !task.assignee) return "late";
  await putBeforeCoordinator(house, { pk: task.pk, to: task.assignee, role: task.role ?? "" }, loaded);
  return "noted";
}

/** The open tasks of a case that whoever has this address says are not theirs. */
export const disownedBy = ({ tasks }: Pick<LoadedCase, "tasks">, address: string): readonly Task[] =>
  tasks.filter(
    ({ status, disowned, assignee }) =>
      status === "open" && disowned && assignee?.email.toLowerCase() === address.toLowerCase(),
  );

/** Asks the person of a task that was disowned anew, by a mail of its own: the right one, or the same one after all. */
export async function askAnew(house: House, { sk, pk }: Pick<Task, "pk" | "sk">): Promise<void> {
  const changed = await house.table.change(
    { pk, sk },
    { remove: ["disowned"], add: { askedAnew: 1 }, when: { status: { is: "open" }, disowned: "present" } },
  );
  if (changed.outcome === "refused") return;
  await mailAnew(house, taskItem.parse(changed.item));
}

/** Orders the mail of a task that was asked for anew, once, however often it is ordered. */
export async function mailAnew(house: House, task: Task): Promise<void> {
  if (!task.assignee || task.role === undefined) return;
  await queueMail(house, {
    ref: task.pk,
    visit: task.visit,
    template: `${task.state}.task`,
    role: task.role,
    ...(task.part === undefined ? {} : { part: task.part }),
    to: task.assignee,
    round: anew + (task.askedAnew ?? 0),
    task,
  });
}

/** Far above every reminder, so that it is a mail of its own. */
const anew = 1000;
