import { Temporal } from "temporal-polyfill";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import type { House } from "../../house.ts";
import { queueMail } from "../../mails/queue.ts";
import { readTemplate } from "../../mails/template.ts";
import type { Task } from "../../store/items.ts";
import type { Mail } from "../../store/mail-items.ts";
import type { LoadedCase } from "../load.ts";

export type Reminded = { readonly outcome: "ordered" | "writtenToday" | "answered" };

/** Does a task still wait for its person? */
export const isAsked = ({ kind, status, dueAt }: Task, now: string): boolean =>
  kind === "ask" && status === "open" && (dueAt === undefined || !isOver(dueAt, now));

/**
 * Orders a reminder to the person of an open task. Its key is that of the day, so it is one a day, however often it is
 * asked for; on a day on which the person was written to about the task by itself there is none.
 */
export async function remindNow(
  house: House,
  loaded: LoadedCase,
  task: Task,
  by: NonNullable<Mail["by"]>,
): Promise<Reminded> {
  const now = house.clock.now();
  const { assignee, role, part } = task;
  if (!isAsked(task, now) || assignee === undefined || role === undefined) return { outcome: "answered" };
  const round = Number(dayOf(now).replaceAll("-", ""));
  const today = mailsAbout(loaded, task).filter(({ queuedAt }) => dayOf(queuedAt) === dayOf(now));
  if (today.some(({ sk }) => sk.endsWith(`#${round}`))) return { outcome: "ordered" };
  if (today.length > 0) return { outcome: "writtenToday" };
  const order = {
    ref: task.pk,
    visit: task.visit,
    template: `${task.state}.reminder`,
    role,
    ...(part === undefined ? {} : { part }),
    to: assignee,
    round,
    task,
    by,
    isPaced: true as const,
  };
  await queueMail(house, order, loaded);
  return { outcome: "ordered" };
}

/** The mails by which somebody was asked or reminded by a task. */
const mailsAbout = ({ mails }: LoadedCase, task: Task): readonly Mail[] =>
  mails.filter(
    ({ task: about, template }) =>
      about === task.sk && ["task", "reminder", "extended"].includes(readTemplate(template).kind),
  );

const dayOf = (instant: string): string => localDay(Temporal.Instant.from(instant)).toString();
