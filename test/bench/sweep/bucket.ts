import type { Quota } from "../../../functions/events/quotas.ts";

/** A quota of AWS: a bucket that fills at a steady rate, and whoever finds it empty is refused. */
export class Bucket {
  readonly #quota: Quota;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  /** `now`: milliseconds. */
  constructor(quota: Quota, now: () => number) {
    this.#quota = quota;
    this.#now = now;
    this.#tokens = quota.bucket;
    this.#filledAt = now();
  }

  take(): boolean {
    const now = this.#now();
    const filled = this.#tokens + ((now - this.#filledAt) / 1000) * this.#quota.perSecond;
    this.#tokens = Math.min(this.#quota.bucket, filled);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
