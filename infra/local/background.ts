/** While requests are being answered, one piece of work in the background begins in so many milliseconds. */
const patienceMillis = 50;

/** Work that nobody waits for at a page: what machines and the sweeper do. */
export interface Background {
  /** Resolves when the next piece of it may begin: at once until `giveWay` was called. */
  readonly turn: () => Promise<void>;
  /** From now on pieces begin one after the other, and while requests are being answered only now and then. */
  readonly giveWay: () => void;
}

/**
 * One process answers requests and does what follows from them, so that many submissions at once would wait for each
 * other's mails. What follows goes at full speed while nobody asks, and slowly but steadily while somebody does.
 */
export function openBackground(requests: () => number): Background {
  const waiting: (() => void)[] = [];
  let givesWay = false;
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) later();
  };
  const later = (): void => {
    if (requests() === 0) setImmediate(next);
    else setTimeout(next, patienceMillis);
  };
  return {
    giveWay: () => {
      givesWay = true;
    },
    turn: () => {
      if (!givesWay) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 1) later();
      });
    },
  };
}
