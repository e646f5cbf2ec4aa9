import type { Fields } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { State } from "../../workflows/kernel/process.ts";
import type { House } from "../house.ts";
import { isSealed } from "../links.ts";
import { type Task, taskItem } from "../store/items.ts";
import { refOfCall, refOfCase } from "../store/keys.ts";
import { type LoadedCase, loadCase } from "./load.ts";

/** What a task's link says. */
export interface TaskAddress {
  readonly kind: "case" | "call";
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

export type FoundTask =
  | {
      readonly outcome: Task["status"];
      readonly task: Task;
      readonly form: Form<Fields, string>;
      readonly loaded: LoadedCase;
    }
  | { readonly outcome: "unknown" };

/** The task behind a link; a link that is not this task's and this person's opens nothing. */
export async function findTask(
  house: Pick<House, "table" | "config" | "clock">,
  address: TaskAddress,
): Promise<FoundTask> {
  const pk = address.kind === "call" ? refOfCall(address.id) : refOfCase(address.id);
  const item = await house.table.get({ pk, sk: `task#${address.key}` });
  if (!item) return { outcome: "unknown" };
  const task = taskItem.parse(item);
  if (!isSealed(address.secret, house.config.linkSecret, "task", pk, task.sk, task.assignee?.email ?? "")) {
    return { outcome: "unknown" };
  }
  const loaded = await loadCase(house, pk);
  const form = loaded ? formOf(loaded.process.states[task.state], task.part) : undefined;
  if (!loaded || !form) return { outcome: "unknown" };
  return { outcome: isOver(house, task) ? "expired" : task.status, task, form, loaded };
}

/** Time is up at the instant itself, whether or not the machine has noticed yet. */
const isOver = (house: Pick<House, "clock">, task: Task): boolean =>
  task.status === "open" && task.dueAt !== undefined && house.clock.now() >= task.dueAt;

/** The form of a task's state. */
export function formOf(
  state: State<string> | undefined,
  part: string | undefined,
): Form<Fields, string> | undefined {
  switch (state?.kind) {
    case "ask":
    case "each":
      return state.form;
    case "all":
      return state.parts[part ?? ""]?.form;
    default:
      return undefined;
  }
}
