import { clocksOf } from "../../workflows/kernel/clock.ts";
import { stateNamed } from "../../workflows/kernel/moved.ts";
import { mostTogether } from "../../workflows/kernel/states.ts";
import type { Machines } from "../adapters/machines.ts";
import { isOver, type LoadedCase } from "../cases/load.ts";
import { isWaiting } from "../cases/road/deliver.ts";
import { partsOf } from "../cases/road/onward.ts";
import { executionOf, positionOf } from "../cases/road/restart.ts";
import type { House } from "../house.ts";
import type { Task } from "../store/items.ts";

/** How a case or a call and its machine do not fit together. */
export type Misfit =
  /** Nothing drives it. */
  | "noMachine"
  /** What it is asked or waits for, no machine would hear of. */
  | "deadToken"
  /** What was answered, its machine has not heard and will not. */
  | "unheard"
  /** Its machine is somewhere of which the table knows nothing. */
  | "elsewhere";

export interface Parts extends Pick<House, "table" | "clock"> {
  readonly machines: Machines;
}

/** Whether the machine of a case or a call stands where the table says; `undefined` when it does, or the road is over. */
export async function misfitOf(
  { machines, clock }: Pick<Parts, "machines" | "clock">,
  loaded: LoadedCase,
): Promise<Misfit | undefined> {
  const { head } = loaded;
  if (isOver(loaded)) return undefined;
  const stands = await machines.standing(head.process, executionOf(head));
  if (stands !== "running") {
    if (head.toStart && stands === "unknown") return undefined;
    return head.toStart ? "elsewhere" : "noMachine";
  }
  const now = clock.now();
  const waiting = loaded.tasks.filter((task) => isStanding(task, now));
  const heard = await Promise.all(waiting.map(({ token }) => machines.waitsFor(token)));
  if (heard.includes(false)) return "deadToken";
  if (waiting.some(({ visit }) => lacksSomebody(loaded, visit))) return "elsewhere";
  const answered = await Promise.all(latestAnswered(loaded).map(({ token }) => machines.waitsFor(token)));
  if (answered.includes(true)) return "unheard";
  return waiting.length > 0 || pausesAt(loaded, now) ? undefined : "elsewhere";
}

/** Is somebody not asked who is asked together with others? The machine waits for their answer, and nobody has the question. */
function lacksSomebody(loaded: LoadedCase, visit: number): boolean {
  const asked = loaded.tasks.filter((task) => task.visit === visit);
  const [first] = asked;
  const state = first && stateNamed(loaded.process, first.state);
  if (state?.kind === "all") return Object.keys(state.parts).length > asked.length;
  if (state?.kind !== "each") return false;
  // Of more than go at once the last are asked when others have answered.
  return Math.min(partsOf(loaded).parts?.length ?? 0, mostTogether) > asked.length;
}

/** A question or a wait that somebody or something is to end; a wait that only time ends is closed by time. */
const isStanding = (task: Task, now: string): boolean =>
  task.kind === "ask" ? task.status === "open" : isWaiting(task, now);

/** What was answered where the road stands, and is not about to be delivered. */
function latestAnswered({ tasks }: LoadedCase): readonly Task[] {
  const visit = Math.max(-1, ...tasks.map((task) => task.visit));
  return tasks.filter(
    (task) => task.visit === visit && task.status === "answered" && task.pending === undefined,
  );
}

/** Does it wait for an instant that is still to come, and of which nothing but its machine knows? */
function pausesAt(loaded: LoadedCase, now: string): boolean {
  const { from } = positionOf(loaded);
  if (loaded.process.states[from]?.kind !== "until") return false;
  const ends = clocksOf(loaded.process, from, loaded.file, now)[from] ?? [];
  return ends.some((at) => at > now);
}
