import type { Process } from "./process.ts";
import { waysOf } from "./states.ts";

/**
 * Does a road from one of these states lead to where a word breaks in? Other words that may break in on the way count as ways, since
 * nobody knows what will be said.
 */
export function mayComeToHear(process: Process, word: string, from: readonly string[]): boolean {
  const during = process.interruptions[word]?.during ?? [];
  const others = Object.entries(process.interruptions).flatMap(([name, one]) => (name === word ? [] : [one]));
  const seen = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = process.states[name];
    if (!state || seen.has(name)) continue;
    if (during.includes(name)) return true;
    seen.add(name);
    open.push(...Object.values(waysOf(state)));
    for (const other of others) if (other.during.includes(name)) open.push(other.to);
  }
  return false;
}
