import type { Process } from "./process.ts";
import { waysOf } from "./states.ts";

/**
 * The road that a case is meant to take from a state on: the way of the first outcome that its author wrote, silence last, to the
 * first end. It begins with the state itself and names none twice: where it comes back to one, as dated duties do after each of
 * them, it goes on by the way that is next there.
 */
export function mainRoad(process: Process<string>, from: string = process.start): readonly string[] {
  return walk(process, from, new Map()) ?? [from];
}

/** `taken`: how many ways of each state on the road so far were taken or led nowhere. */
function walk(
  process: Process<string>,
  name: string,
  taken: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  const state = process.states[name];
  if (state === undefined) return undefined;
  if (state.kind === "end") return [name];
  const ways = Object.entries(waysOf(state)).toSorted(
    ([a], [b]) => Number(a === "expired") - Number(b === "expired"),
  );
  const known = taken.get(name);
  for (let next = known ?? 0; next < ways.length; next++) {
    const to = ways[next]?.[1];
    const on = to === undefined ? undefined : walk(process, to, new Map([...taken, [name, next + 1]]));
    if (on) return known === undefined ? [name, ...on] : on;
  }
  return undefined;
}
