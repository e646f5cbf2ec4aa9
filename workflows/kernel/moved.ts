import type { Definition } from "./process.ts";
import type { State } from "./states.ts";

/**
 * The states of a process as they are called today. Cases that began before go on under the names of their time: what is stored
 * of them, and what their machines say, is read through here.
 */
type Moving = Pick<Definition<string>, "states" | "moved">;

/** What a state is called today that was called so once; a name that was never moved stays as it is. */
export function nameToday({ states, moved = {} }: Moving, name: string): string {
  let today = name;
  const met = new Set([name]);
  while (!Object.hasOwn(states, today)) {
    const to = Object.hasOwn(moved, today) ? moved[today] : undefined;
    if (to === undefined || met.has(to)) return name;
    met.add(to);
    today = to;
  }
  return today;
}

/** The state that is called so, or was. */
export function stateNamed(process: Moving, name: string): State<string> | undefined {
  const today = nameToday(process, name);
  return Object.hasOwn(process.states, today) ? process.states[today] : undefined;
}

/** Every name of a state: today's first, then those that it had before. */
export function namesOf(process: Moving, name: string): readonly string[] {
  const today = nameToday(process, name);
  return [
    today,
    ...Object.keys(process.moved ?? {}).filter((old) => old !== today && nameToday(process, old) === today),
  ];
}

/** What is wrong with the forwarding lines of a process. */
export function faultsOfMoved({ states, moved = {} }: Moving): string[] {
  return Object.keys(moved).flatMap((name) => {
    if (Object.hasOwn(states, name))
      return [`moved: ${name} is still a state, so nothing can be forwarded from it`];
    const road = [name];
    for (let at = moved[name]; at !== undefined && !Object.hasOwn(states, at); at = moved[at]) {
      if (road.includes(at)) return [`moved: ${[...road, at].join(" → ")} goes round in a circle`];
      road.push(at);
      if (!Object.hasOwn(moved, at)) return [`moved: ${road.join(" → ")}, and no state is called ${at}`];
    }
    return [];
  });
}
