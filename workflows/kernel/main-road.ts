import type { Process } from "./process.ts";
import { waysOf } from "./states.ts";

/**
 * The road that a case is meant to take from a state on: the way of the first outcome that its author wrote, silence last,
 * to the first end that can be come to without standing anywhere twice. It begins with the state itself.
 */
export function mainRoad(process: Process<string>, from: string = process.start): readonly string[] {
  return walk(process, from, new Set()) ?? [from];
}

function walk(
  process: Process<string>,
  name: string,
  before: ReadonlySet<string>,
): readonly string[] | undefined {
  const state = process.states[name];
  if (state === undefined || before.has(name)) return undefined;
  if (state.kind === "end") return [name];
  const ways = Object.entries(waysOf(state)).toSorted(
    ([a], [b]) => Number(a === "expired") - Number(b === "expired"),
  );
  for (const [, to] of ways) {
    const on = walk(process, to, new Set([...before, name]));
    if (on) return [name, ...on];
  }
  return undefined;
}
