import { matchesError } from "./state-error.ts";

/** One entry of a state's `Retry`; defaults of the Amazon States Language filled in. */
export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds?: number;
  readonly jitter: "FULL" | "NONE";
}

/**
 * The first retrier that means this error decides: it tries again, or has used its attempts up and the catchers
 * are asked. Each counts its own attempts during one visit of the state.
 */
export function chooseRetrier(
  retriers: readonly Retrier[],
  attempts: readonly number[],
  error: string | undefined,
): number | undefined {
  const index = retriers.findIndex((retrier) => matchesError(retrier.errorEquals, error));
  const retrier = retriers[index];
  if (retrier === undefined || (attempts[index] ?? 0) >= retrier.maxAttempts) return undefined;
  return index;
}

/** Milliseconds until the next attempt, after `attempts` earlier ones of this retrier. */
export function delayMillis(retrier: Retrier, attempts: number, random: () => number): number {
  const grown = retrier.intervalSeconds * retrier.backoffRate ** attempts;
  const seconds = Math.min(grown, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return Math.round(seconds * 1000 * (retrier.jitter === "FULL" ? random() : 1));
}
