import type { Fields } from "../../workflows/kernel/field.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import type { State } from "../../workflows/kernel/process.ts";
import type { House } from "../house.ts";
import { isSealed } from "../links.ts";
import { type Task, taskItem } from "../store/items.ts";
import { pendingSince, refOfCall, refOfCase } from "../store/keys.ts";
import { deliverAnswer } from "./deliver.ts";
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

export type Answered =
  | { readonly outcome: "answered" }
  | { readonly outcome: "alreadyAnswered" | "expired"; readonly at: string }
  | { readonly outcome: "cancelled" | "unknown" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/**
 * Stores an answer, once; then lets the machine go on, or leaves that to the sweeper. `known`: the task as it was
 * just found at this address, so that it is not read again.
 */
export async function answerTask(
  house: Pick<House, "table" | "config" | "clock" | "engine" | "log">,
  address: TaskAddress,
  raw: unknown,
  known?: FoundTask,
): Promise<Answered> {
  const found = known ?? (await findTask(house, address));
  if (found.outcome === "unknown") return found;
  const { task, loaded, form } = found;
  const refusal = refuse(found.outcome, task);
  if (refusal) return refusal;
  const parsed = parseAnswer(form, raw, loaded.process.lists(loaded.file.call));
  if (parsed.outcome === "invalid") return parsed;
  const now = house.clock.now();
  const stored = await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: {
        status: "answered",
        outcome: parsed.value.outcome,
        values: parsed.value.values,
        closedAt: now,
        by: task.assignee?.email ?? "",
        ...pendingSince(task.pk, now),
      },
      remove: ["inbox"],
      when: { status: { is: "open" } },
    },
  );
  if (stored.outcome === "refused") {
    const again = await findTask(house, address);
    return again.outcome === "unknown"
      ? again
      : (refuse(again.outcome, again.task) ?? { outcome: "unknown" });
  }
  house.log("K102", { ref: task.pk, state: task.state });
  await tryNow(house, taskItem.parse(stored.item), loaded);
  return { outcome: "answered" };
}

function refuse(status: Task["status"], task: Task): Answered | undefined {
  switch (status) {
    case "open":
      return undefined;
    case "answered":
      return { outcome: "alreadyAnswered", at: task.closedAt ?? task.openedAt };
    case "expired":
      return { outcome: "expired", at: task.dueAt ?? task.openedAt };
    case "cancelled":
      return { outcome: "cancelled" };
  }
}

/** The answer is stored; whatever fails from here on is the sweeper's to mend. */
async function tryNow(
  house: Pick<House, "table" | "clock" | "engine" | "log">,
  task: Task,
  loaded: LoadedCase,
): Promise<void> {
  try {
    await deliverAnswer(house, task, loaded);
  } catch (error) {
    house.log("K303", {
      ref: task.pk,
      what: "answer",
      error: error instanceof Error ? error.name : "unknown",
    });
  }
}
