const atOnce = 25;

/** Does the same with each of many, some at a time. */
export async function inTurns<One>(many: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  for (let from = 0; from < many.length; from += atOnce)
    await Promise.all(many.slice(from, from + atOnce).map(work));
}
