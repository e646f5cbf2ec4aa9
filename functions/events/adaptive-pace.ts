import type { Timer } from "../mails/pace.ts";

/** Lets its callers through as fast as a service takes them, which several share without knowing of each other. */
export interface AdaptivePace {
  readonly turn: () => Promise<void>;
  /** The service asks for fewer. */
  readonly slower: () => void;
}

const second = 1000;

/**
 * Begins with a fair share of a quota and goes a little faster each second until the service asks for less (additive increase,
 * multiplicative decrease): whoever is alone comes to have all of it, and several come to share it. Never slower than a quarter of the
 * share, so that nobody is starved by the others.
 */
export function adaptivePace(share: number, timer: Timer): AdaptivePace {
  const [least, most, step] = [share / 4, share * 8, share / 20];
  let rate = share;
  let next = timer.now();
  let changedAt = timer.now();
  return {
    turn: async () => {
      const now = timer.now();
      const seconds = Math.floor((now - changedAt) / second);
      if (seconds > 0) {
        rate = Math.min(most, rate + step * seconds);
        changedAt += seconds * second;
      }
      const turn = Math.max(next, now);
      next = turn + second / rate;
      if (turn > now) await timer.wait(turn - now);
    },
    slower: () => {
      const now = timer.now();
      // Of what is under way at once, many are refused for one reason.
      if (now - changedAt < second / 4) return;
      rate = Math.max(least, rate * 0.8);
      changedAt = now;
      next = Math.max(next, now + second / rate);
    },
  };
}
