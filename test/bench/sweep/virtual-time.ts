import type { Timer } from "../../../functions/mails/pace.ts";

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** Time that jumps to whatever comes next, once all that can go on by itself has. */
export class VirtualTime implements Timer {
  #now = 0;
  #order = 0;
  /** A heap: the earliest sleeper first. */
  readonly #sleepers: Sleeper[] = [];

  now = (): number => this.#now;

  wait = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#push({ at: this.#now + Math.max(0, milliseconds), order: this.#order++, wake });
    });

  /** Lets time pass until `isOver` says so, or nobody sleeps any more. */
  async run(isOver: () => boolean): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      if (isOver()) return;
      const first = this.#pop();
      if (!first) return;
      this.#now = first.at;
      first.wake();
      // Whoever wakes at the same instant wakes together.
      while (this.#sleepers[0]?.at === first.at) this.#pop()?.wake();
    }
  }

  #push(sleeper: Sleeper): void {
    const heap = this.#sleepers;
    let place = heap.push(sleeper) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(heap[place], heap[above])) return;
      this.#swap(place, above);
      place = above;
    }
  }

  #pop(): Sleeper | undefined {
    const heap = this.#sleepers;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const lower = isBefore(heap[right], heap[left]) ? right : left;
      if (!isBefore(heap[lower], heap[place])) return first;
      this.#swap(place, lower);
      place = lower;
    }
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#sleepers[a], this.#sleepers[b]];
    if (one && other) [this.#sleepers[a], this.#sleepers[b]] = [other, one];
  }
}

const isBefore = (a: Sleeper | undefined, b: Sleeper | undefined): boolean =>
  a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
