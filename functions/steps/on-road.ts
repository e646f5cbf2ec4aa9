import type { Clocks } from "../../workflows/kernel/clock.ts";
import { namesOf, nameToday } from "../../workflows/kernel/moved.ts";
import { MovedOver } from "../../workflows/kernel/retry.ts";
import type { State } from "../../workflows/kernel/states.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { loadAsked } from "../cases/people/many.ts";
import { isLeftBehind, moveOver } from "../cases/road/move-over.ts";
import { type At, taskAt, taskToday } from "../cases/road/today.ts";
import type { House } from "../house.ts";
import { type Task, taskItem } from "../store/items.ts";
import { taskKey } from "../store/keys.ts";
import type { MachineSaid } from "../store/machine-said.ts";

interface Call {
  readonly ref: string;
  readonly state: string;
  readonly visit: number;
  readonly number?: number | undefined;
  readonly machine?: MachineSaid | undefined;
}

/** A case where a machine has come to a state, which is told by its name of today. */
export interface OnRoad {
  readonly loaded: LoadedCase;
  readonly state: string;
  readonly definition: State<string>;
}

/**
 * The case for which a machine calls. Throws `MovedOver` for an execution that was left behind, and names what has to be written
 * where a machine comes to a state that is there no more.
 */
export async function onRoad(
  house: Pick<House, "table">,
  call: Call,
  options: { readonly withEntries?: boolean } = {},
): Promise<OnRoad> {
  const { ref, state: said, machine } = call;
  const loaded = await (call.number === undefined ? loadCase(house, ref, options) : loadAsked(house, call));
  if (!loaded) throw new Error(`${ref}: no such case`);
  if (isLeftBehind(loaded.head, machine)) throw new MovedOver(ref);
  const state = nameToday(loaded.process, said);
  const definition = loaded.process.states[state];
  if (!definition)
    throw new Error(`${ref}: ${loaded.process.id} has no state ${said}; its line in \`moved\` is missing`);
  return { loaded, state, definition };
}

/** A task of a state, whatever that was called when it was opened. Of one of many, what the others are asked was not read. */
export async function taskKnown(
  { table }: Pick<House, "table">,
  loaded: LoadedCase,
  at: At,
): Promise<Task | undefined> {
  const known = taskAt(loaded, at);
  const [, ...before] = namesOf(loaded.process, at.state);
  for (const name of known ? [] : before) {
    const item = await table.get(taskKey(loaded.head.pk, at.visit, name, at.part));
    if (item) return taskToday(loaded.process, taskItem.parse(item));
  }
  return known;
}

/**
 * Lets the road go on by the definition of today from a state, and ends the execution that has called. One of many, who is asked by an
 * execution of its own, is not asked; the wait beside them is ended, and all of them with it.
 */
export async function leave(
  house: Pick<House, "table" | "clock" | "log">,
  loaded: LoadedCase,
  { state, visit, number }: Pick<Call, "state" | "visit" | "number">,
): Promise<{ readonly outcome: string; readonly at: Clocks; readonly parts: readonly string[] }> {
  const wait = number === undefined ? undefined : await taskKnown(house, loaded, { state, visit });
  await moveOver(house, loaded, {
    from: state,
    visit: visit + 1,
    ...(wait ? { ends: [wait.token] } : {}),
  });
  if (number === undefined) throw new MovedOver(loaded.head.pk);
  return { outcome: "expired", at: {}, parts: [] };
}
