import { type Clocks, clocksOf, laterArms } from "../../../workflows/kernel/clock.ts";
import { askingOf } from "../../../workflows/kernel/states.ts";
import type { Task } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";

/**
 * When a question wakes whose deadline was moved: reminders before its first end as they were planned, those after it moved
 * with the end. `undefined` where nothing was moved.
 */
export function clockMoved(
  { process, file }: Pick<LoadedCase, "process" | "file">,
  { state, part, openedAt, dueAt, extensions = [] }: Task,
): readonly string[] | undefined {
  const was = extensions[0]?.was;
  const asking = askingOf(process.states[state], part);
  if (was === undefined || dueAt === undefined || !asking) return undefined;
  const planned = clocksOf(process, state, file, openedAt)[state] ?? [];
  return [...planned.slice(0, -1), ...laterArms(asking, { openedAt, was, due: dueAt }, was)];
}

/**
 * The clocks of a state in which an execution begins: from now on, or as they were where its questions are open already
 * because an execution before it broke down there.
 */
export function clocksSince(loaded: LoadedCase, from: string, visit: number, now: string): Clocks {
  const asked = loaded.tasks.find((task) => task.visit === visit && task.state === from);
  const clocks = clocksOf(loaded.process, from, loaded.file, asked?.openedAt ?? now);
  const moved = asked && clockMoved(loaded, asked);
  return moved ? { ...clocks, [from]: moved } : clocks;
}
