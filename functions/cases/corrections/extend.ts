import { Temporal } from "temporal-polyfill";
import { endOfDay, localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { iso } from "../../../workflows/kernel/facts/instants.ts";
import type { House } from "../../house.ts";
import { digested } from "../../mails/digested.ts";
import { queueMail } from "../../mails/queue.ts";
import { type Task, taskItem } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";
import { taskToday } from "../road/today.ts";
import { isAsked } from "../tasks/remind.ts";

/** A question may take so many days longer in all: no execution may come near the end of its year. */
export const mostExtraDays = 60;

export type Extended = { readonly outcome: "extended" | "notLater" | "tooLate" | "changed" };

/** May the deadline of this task be moved? Not where others count on it, and not once it is over. */
export const mayExtend = (task: Task, now: string): boolean =>
  task.movable === true && task.dueAt !== undefined && isAsked(task, now);

interface Wish {
  /** The last day on which it may be answered, `YYYY-MM-DD`. */
  readonly day: string;
  readonly reason: string;
  readonly by: { readonly name: string; readonly email: string };
  /** The deadline that stood on the page on which this was asked for. */
  readonly was: string;
}

/**
 * Moves the deadline of an open task to the end of a day and tells its person. The machine is not touched: when it finds
 * the old deadline over it learns of the new one from ExpireTask and asks on. Asked for twice from one page it is done once.
 */
export async function extendDeadline(
  house: House,
  loaded: LoadedCase,
  task: Task,
  { day, reason, by, was }: Wish,
): Promise<Extended> {
  const now = house.clock.now();
  const due = iso(endOfDay(Temporal.PlainDate.from(day)));
  const { extensions = [] } = task;
  const latest = extensions.at(-1);
  if (latest?.was === was && latest.due === due && latest.by.email === by.email) {
    await tell(house, loaded, task);
    return { outcome: "extended" };
  }
  if (!mayExtend(task, now)) return { outcome: "tooLate" };
  if (task.dueAt !== was) return { outcome: "changed" };
  if (due <= was || day > lastDay(task)) return { outcome: "notLater" };
  const stored = await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: { dueAt: due, extensions: [...extensions, { was, due, at: now, by, reason }] },
      when: { status: { is: "open" }, dueAt: { is: was } },
    },
  );
  if (stored.outcome === "refused") {
    const item = await house.table.get({ pk: task.pk, sk: task.sk });
    const again = item && taskToday(loaded.process, taskItem.parse(item));
    return again && again.dueAt !== was
      ? extendDeadline(house, loaded, again, { day, reason, by, was })
      : { outcome: "tooLate" };
  }
  house.log("K104", { ref: task.pk, state: task.state });
  await tell(house, loaded, taskToday(loaded.process, taskItem.parse(stored.item)));
  return { outcome: "extended" };
}

/** The last day to which the deadline of a task may be moved, `YYYY-MM-DD`. */
export function lastDay({ dueAt = "", extensions = [] }: Task): string {
  const first = Temporal.Instant.from(extensions[0]?.was ?? dueAt);
  return localDay(first).add({ days: mostExtraDays }).toString();
}

/** Whoever reads a digest each morning sees the new day there. */
async function tell(house: House, loaded: LoadedCase, task: Task): Promise<void> {
  const { role, assignee, part, extensions = [] } = task;
  if (role === undefined || assignee === undefined || digested.has(role)) return;
  const latest = extensions.at(-1);
  const order = {
    ref: task.pk,
    visit: task.visit,
    template: `${task.state}.extended`,
    role,
    ...(part === undefined ? {} : { part }),
    to: assignee,
    round: extensions.length,
    task,
    ...(latest ? { by: latest.by } : {}),
  };
  const tasks = [...loaded.tasks.filter(({ sk }) => sk !== task.sk), task];
  await queueMail(house, order, { ...loaded, tasks });
}
