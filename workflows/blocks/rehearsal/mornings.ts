interface Wishes<P> {
  /** How many places there are of each. */
  readonly places: Readonly<Record<string, number>>;
  readonly wants: (person: P) => readonly string[];
  /** After how many mornings what they were offered is free again; `undefined` of whoever takes it. */
  readonly freeAfter: (person: P) => number | undefined;
}

/**
 * Who takes which place in the end, by an order: on each morning, along it, whoever waits is offered the first place wanted that is free
 * (processes.md, C8). So a file of people is told what it needs, before anything is played.
 */
export function takenInTheEnd<P>(
  order: readonly P[],
  { places, wants, freeAfter }: Wishes<P>,
): ReadonlyMap<P, string> {
  const free = new Map(Object.entries(places));
  const freed = new Map<number, string[]>();
  const taken = new Map<P, string>();
  let waiting = order;
  for (let morning = 0; morning <= Math.max(0, ...freed.keys()); morning += 1) {
    for (const one of freed.get(morning) ?? []) free.set(one, (free.get(one) ?? 0) + 1);
    waiting = waiting.filter((person) => {
      const found = wants(person).find((one) => (free.get(one) ?? 0) > 0);
      if (found === undefined) return true;
      free.set(found, (free.get(found) ?? 0) - 1);
      const after = freeAfter(person);
      if (after === undefined) taken.set(person, found);
      else freed.set(morning + after, [...(freed.get(morning + after) ?? []), found]);
      return false;
    });
  }
  return taken;
}
