import { namesOf, nameToday, stateNamed } from "../../../workflows/kernel/moved.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { readTemplate } from "../../mails/template.ts";
import type { Hold } from "../../store/hold-item.ts";
import type { EntryItem, Head, RecordItem, Task } from "../../store/items.ts";
import type { Mail } from "../../store/mail-items.ts";

/**
 * What is stored of a case names states as they were called when it was written. Here it is read under the names of today; the keys of
 * items stay as they are, so links, tokens and retries find what was there before.
 */
type Named = Pick<Process, "id" | "states" | "moved">;

const under = <Stored extends { readonly state: string }>(process: Named, stored: Stored): Stored => {
  const state = nameToday(process, stored.state);
  return state === stored.state ? stored : { ...stored, state };
};

export const taskToday = (process: Named, task: Task): Task => under(process, task);

export const recordToday = (process: Named, record: RecordItem): RecordItem => under(process, record);

export const holdToday = (process: Named, hold: Hold): Hold => under(process, hold);

/** An entry of a case that has ended says how, by the status of its end. */
export const entryToday = (process: Named, entry: EntryItem): EntryItem =>
  entry.ended ? { ...entry, state: statusToday(process, entry.state) } : under(process, entry);

/** With which status a case ends today that ended with this one. */
export function statusToday(process: Named, status: string): string {
  if (!process.moved) return status;
  const isKnown = Object.values(process.states).some(
    (state) => state.kind === "end" && state.status === status,
  );
  const end = isKnown ? undefined : stateNamed(process, status);
  return end?.kind === "end" ? end.status : status;
}

export function headToday(process: Named, head: Head): Head {
  if (!process.moved) return head;
  const { state, toStart, restarts, interruptions } = head;
  return {
    ...head,
    ...(state === undefined ? {} : { state: nameToday(process, state) }),
    ...(toStart ? { toStart: { ...toStart, from: nameToday(process, toStart.from) } } : {}),
    ...(restarts
      ? { restarts: restarts.map((one) => ({ ...one, from: nameToday(process, one.from) })) }
      : {}),
    interruptions: interruptions.map((said) => under(process, said)),
  };
}

/** A mail about a task is written by the words of its state. */
export function mailToday(process: Named, mail: Mail): Mail {
  const read = readTemplate(mail.template);
  if (read.kind === "tell") return mail;
  const state = nameToday(process, read.state);
  return state === read.state ? mail : { ...mail, template: `${state}.${read.kind}` };
}

/** A template under each name that its state has had, today's first. */
export function templatesOf(process: Named, template: string): readonly string[] {
  const read = readTemplate(template);
  return read.kind === "tell"
    ? [template]
    : namesOf(process, read.state).map((state) => `${state}.${read.kind}`);
}

/** A visit of a state. */
export interface At {
  readonly visit: number;
  readonly state: string;
  readonly part?: string | undefined;
}

/** The task that was opened on a visit of a state (by its name of today). */
export const taskAt = (
  { tasks }: { readonly tasks: readonly Task[] },
  { visit, state, part }: At,
): Task | undefined =>
  tasks.find((task) => task.visit === visit && task.state === state && task.part === part);
