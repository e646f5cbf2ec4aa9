import { clocksOf, laterArms } from "../../workflows/kernel/clock.ts";
import { type Foreseen, foretell } from "../../workflows/kernel/foretell.ts";
import { askingOf } from "../../workflows/kernel/process.ts";
import type { Task } from "../store/items.ts";
import type { LoadedCase } from "./load.ts";

/** What a case sees from now on if nobody does anything; nothing for one that is over or that no machine has taken up yet. */
export function foreseenFor({ process, file, tasks, entry }: LoadedCase): readonly Foreseen[] {
  const open = tasks.filter(({ status }) => status === "open");
  const visit = Math.max(...open.map((task) => task.visit));
  const [standing] = open.filter((task) => task.visit === visit);
  if (!standing || entry?.ended) return [];
  const parts = open.flatMap(({ part }) => part ?? []);
  const clock = clockOf(process, file, standing);
  return foretell(process, file, { state: standing.state, since: standing.openedAt, parts, ...clock });
}

/** Reminders before the first end come as they were planned; those after it move with the deadline. */
function clockOf(process: LoadedCase["process"], file: LoadedCase["file"], task: Task) {
  const { state, part, openedAt, dueAt, extensions = [] } = task;
  const was = extensions[0]?.was;
  const asking = askingOf(process.states[state], part);
  if (was === undefined || dueAt === undefined || !asking) return {};
  const planned = clocksOf(process, state, file, openedAt)[state] ?? [];
  const arms = laterArms(asking, { openedAt, was, due: dueAt }, was);
  return { clock: [...planned.slice(0, -1), ...arms] };
}
