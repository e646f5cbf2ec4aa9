import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import type { Ledger } from "./ledger.ts";
import type { World } from "./play.ts";

/** What somebody answers; `undefined` for who stays silent. */
export type Said = Readonly<Record<string, unknown>>;

interface Answering {
  readonly ledger: Ledger;
  /** What people do of themselves at this moment, before they are asked again. */
  readonly act: () => Promise<void>;
  /** What whoever is asked answers; `done` for what was answered in another way. */
  readonly answer: (task: Task, loaded: LoadedCase) => Promise<Said | "done" | undefined>;
  /** Is the last road at its end? Asked when nothing is left to answer. */
  readonly isOver: () => Promise<boolean>;
  readonly onTurn: () => void;
}

/** A case or a call as it stands. Throws for one that is not there. */
export async function loadOrThrow({ house }: World, ref: string): Promise<LoadedCase> {
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error(`no ${ref}`);
  return loaded;
}

/** No call lasts longer; one that does waits for what cannot come. */
const longestYears = 5;
const longest = longestYears * 366 * 86_400_000;

/** Lets time pass from timer to timer, and everybody answer at once what they are asked, until all roads are at their end. */
export async function answerAll(
  world: World,
  { ledger, act, answer, isOver, onTurn }: Answering,
): Promise<void> {
  /** Somebody's answer may have closed what was open a moment ago. */
  const isStillOpen = async ({ pk, sk }: Task): Promise<boolean> =>
    taskItem.parse(await world.house.table.get({ pk, sk })).status === "open";
  const began = world.house.clock.now();
  for (;;) {
    await act();
    const tasks = ledger.takeOpened().filter(({ kind }) => kind === "ask");
    for (const task of tasks) {
      if (!(await isStillOpen(task))) continue;
      const said = await answer(task, await loadOrThrow(world, task.pk));
      if (said === undefined || said === "done") continue;
      const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
      const { status, body } = await world.request("POST", `/api/tasks${path}`, said, {});
      if (status !== 200)
        throw new Error(`${task.pk} ${task.state}: answered by ${status} ${JSON.stringify(body)}`);
      await world.settle();
    }
    if (tasks.length > 0) continue;
    onTurn();
    const next = world.nextTimer();
    if ((await isOver()) || next === undefined) break;
    if (Date.parse(next) - Date.parse(began) > longest)
      throw new Error(
        `the call is not over after ${longestYears} years: somebody waits for what cannot come`,
      );
    await world.advanceTo(next);
    await world.settle();
  }
}

/** Somebody applies, as a program does; the case's ref, also of who had applied before. Throws for an application that is not taken. */
export async function applyTo(
  world: World,
  callId: string,
  line: number,
  application: Said,
): Promise<string> {
  const key = { "idempotency-key": `rehearsal-line-${String(line).padStart(6, "0")}` };
  const path = `/api/calls/${callId}/applications`;
  const { status, body } = await world.request("POST", path, application, key);
  if (![201, 200].includes(status) || typeof body !== "object" || !body || !("ref" in body))
    throw new Error(`line ${line}: the portal answered ${status} ${JSON.stringify(body)}`);
  return String(body.ref);
}
