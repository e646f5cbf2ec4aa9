import type { Timer } from "../mails/pace.ts";

/**
 * Does something that takes longer for some than for others, and comes back at the next multiple of `beat` milliseconds, so that
 * the time of an answer tells nothing (constant response time). An error keeps the beat too.
 */
export async function onTheBeat<T>(beat: number, timer: Timer, work: () => Promise<T>): Promise<T> {
  const began = timer.now();
  try {
    return await work();
  } finally {
    const taken = timer.now() - began;
    if (beat > 0) await timer.wait(Math.max(1, Math.ceil(taken / beat)) * beat - taken);
  }
}
