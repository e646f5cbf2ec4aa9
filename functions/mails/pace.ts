/** Real time, for what must be spread over it: the clock of a house may be moved, a provider's second may not. */
export interface Timer {
  /** Milliseconds from a beginning of its own; never goes back. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export const systemTimer: Timer = {
  now: () => performance.now(),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

/**
 * Lets its callers through one after the other, evenly, so many a second: a burst at the start of each second would
 * leave no room for the mails that people wait for. Without a pace nobody waits.
 */
export function paceOf(perSecond: number | undefined, timer: Timer): () => Promise<void> {
  if (perSecond === undefined) return async () => {};
  let next = timer.now();
  return async () => {
    const turn = Math.max(next, timer.now());
    next = turn + 1000 / perSecond;
    const early = turn - timer.now();
    if (early > 0) await timer.wait(early);
  };
}
