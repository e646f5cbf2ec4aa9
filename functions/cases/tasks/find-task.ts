import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import type { Fields } from "../../../workflows/kernel/field.ts";
import { defineForm, type Form } from "../../../workflows/kernel/form.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { State } from "../../../workflows/kernel/states.ts";
import type { House } from "../../house.ts";
import { opensTask } from "../../links.ts";
import { askedWithSlots } from "../../slots/asking.ts";
import { type Task, taskItem } from "../../store/items.ts";
import { refOfCall, refOfCase } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import { standInNow } from "../people/absences.ts";
import { standsIn } from "../people/standing-in.ts";
import { isStillAsked } from "../road/onward.ts";
import { taskToday } from "../road/today.ts";
import { heldForm } from "./decided-in-run.ts";

/** What a task's link says. */
export interface TaskAddress {
  readonly kind: "case" | "call";
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

export type NoAnswer = ReturnType<NonNullable<Process["conflict"]>> & {};

/** What keeps the person of an open task from answering it, as things are now. */
export function conflictOf({ process, file }: LoadedCase, task: Task): NoAnswer | undefined {
  const { role } = task;
  if (!role || !task.assignee || task.status !== "open") return undefined;
  return process.conflict?.(role, file, task.assignee.email);
}

export type FoundTask =
  | {
      readonly outcome: Task["status"];
      readonly task: Task;
      readonly form: Form<Fields, string>;
      readonly loaded: LoadedCase;
      /** Why this person may not answer the open task, as things are now: the answer that stands instead. */
      readonly conflict?: NoAnswer;
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
  const known = taskItem.parse(item);
  const reader = await readerOf(house, address.secret, known);
  if (!reader) return { outcome: "unknown" };
  const found = await loadCase(house, pk);
  const task = found && readBy(reader, taskToday(found.process, known), found);
  if (!found || task?.kind !== "ask") return { outcome: "unknown" };
  const loaded = await askedWithSlots(house, found, formOf(found.process.states[task.state], task.part));
  const form = isStillAsked(loaded, task)
    ? ((await heldForm(loaded, task)) ?? formAsked(loaded, task))
    : undefined;
  if (!form) return noLongerAsked(loaded, task);
  const conflict = conflictOf(loaded, task);
  const outcome = isTooLate(house, task) ? "expired" : task.status;
  return { outcome, task, form, loaded, ...(conflict ? { conflict } : {}) };
}

/** The task behind the link of somebody who was asked it before it was given to another person. */
export async function findHandedOn(
  house: Pick<House, "table" | "config">,
  address: TaskAddress,
): Promise<Pick<Exclude<FoundTask, { outcome: "unknown" }>, "task" | "form" | "loaded"> | undefined> {
  const pk = address.kind === "call" ? refOfCall(address.id) : refOfCase(address.id);
  const item = await house.table.get({ pk, sk: `task#${address.key}` });
  const known = item && taskItem.parse(item);
  const before = known?.handovers?.find(({ from }) =>
    opensTask(address.secret, house.config.linkSecret, known, from.email),
  );
  const loaded = before && (await loadCase(house, pk));
  const task = known && loaded && taskToday(loaded.process, known);
  const form = task && formAsked(loaded, task);
  return task && before && loaded && form
    ? { task: { ...task, assignee: before.from }, loaded, form }
    : undefined;
}

/** The question of a state that was taken out: what was answered stays so, and nobody is asked any more. */
const noLongerAsked = (loaded: LoadedCase, task: Task): FoundTask => ({
  outcome: task.status === "open" ? "cancelled" : task.status,
  task,
  form: defineForm({ id: task.form ?? task.state, outcomes: [], fields: {} }),
  loaded,
});

type Reader = { readonly is: "asked" } | ({ readonly is: "substitute" } & NonNullable<StandInNow>);
type StandInNow = Awaited<ReturnType<typeof standInNow>>;

/** Who holds the link: its own person, who was asked before somebody answered instead, or who is named to stand in today. */
async function readerOf(
  house: Pick<House, "table" | "config" | "clock">,
  secret: string,
  task: Task,
): Promise<Reader | undefined> {
  const isOf = (email: string) => opensTask(secret, house.config.linkSecret, task, email);
  const { assignee, insteadOf } = task;
  if (isOf(assignee?.email ?? "")) return { is: "asked" };
  if (insteadOf && task.status !== "open" && isOf(insteadOf.email)) return { is: "asked" };
  if (!assignee || task.status !== "open") return undefined;
  const standIn = await standInNow(house, assignee.email);
  return standIn && isOf(standIn.person.email) ? { is: "substitute", ...standIn } : undefined;
}

/** The task as its reader is asked it; `undefined` where the call does not let them stand in for its person. */
function readBy(reader: Reader, task: Task, { file }: LoadedCase): Task | undefined {
  if (reader.is === "asked") return task;
  const { assignee, role = "" } = task;
  const { person, all } = reader;
  const call = { data: file.call };
  return assignee && standsIn(call, { absent: assignee.email, role }, person.email, all)
    ? { ...task, assignee: person, insteadOf: assignee }
    : undefined;
}

/** Time is up when the end has gone by, whether or not the machine has noticed yet. */
const isTooLate = (house: Pick<House, "clock">, task: Task): boolean =>
  task.status === "open" && task.dueAt !== undefined && isOver(task.dueAt, house.clock.now());

/** What is asked by a task, or was: the form of its state, with what the call has a say in. */
export function formAsked(
  { process, file }: Pick<LoadedCase, "process" | "file">,
  { state, part }: { readonly state: string; readonly part?: string | undefined },
): Form<Fields, string> | undefined {
  const form = formOf(process.states[state], part);
  return form && formIn(form, file, part);
}

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
