import { type Foreseen, foretell } from "../../../workflows/kernel/foretell.ts";
import type { LoadedCase } from "../load.ts";
import { clockMoved } from "./clocks.ts";

/** What a case sees from now on if nobody does anything; nothing for one that is over or that no machine has taken up yet. */
export function foreseenFor({ process, file, tasks, entry }: LoadedCase): readonly Foreseen[] {
  const open = tasks.filter(({ status }) => status === "open");
  const visit = Math.max(...open.map((task) => task.visit));
  const [standing] = open.filter((task) => task.visit === visit);
  if (!standing || entry?.ended) return [];
  const parts = open.flatMap(({ part }) => part ?? []);
  const clock = clockMoved({ process, file }, standing);
  const since = standing.openedAt;
  return foretell(process, file, { state: standing.state, since, parts, ...(clock ? { clock } : {}) });
}
