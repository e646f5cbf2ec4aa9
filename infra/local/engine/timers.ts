/** Something that happens at an instant of the engine's clock (epoch milliseconds). */
export interface Timer<Subject> {
  readonly due: number;
  /** Order of creation: of two timers due at once the older fires first, also after a restart. */
  readonly sequence: number;
  readonly subject: Subject;
  cancelled: boolean;
}

/** A heap of timers ordered by instant, then by creation. Cancelled ones are dropped when they come up. */
export class Timers<Subject> {
  #heap: Timer<Subject>[] = [];
  #cancelled = 0;
  #sequence = 0;

  start(due: number, subject: Subject): Timer<Subject> {
    this.#sequence += 1;
    return this.restore(due, this.#sequence, subject);
  }

  /** Puts a timer back that was read from the journal. */
  restore(due: number, sequence: number, subject: Subject): Timer<Subject> {
    const timer = { due, sequence, subject, cancelled: false };
    this.#sequence = Math.max(this.#sequence, sequence);
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
    return timer;
  }

  cancel(timer: Timer<Subject>): void {
    if (timer.cancelled) return;
    timer.cancelled = true;
    this.#cancelled += 1;
    if (this.#cancelled > 64 && this.#cancelled * 2 > this.#heap.length) this.#sweep();
  }

  earliest(): number | undefined {
    this.#dropCancelled();
    return this.#heap[0]?.due;
  }

  /** Takes the earliest timer out if its instant has come. */
  takeDue(now: number): Timer<Subject> | undefined {
    this.#dropCancelled();
    const first = this.#heap[0];
    if (first === undefined || first.due > now) return undefined;
    this.#removeFirst();
    // From here on cancelling it must not count as a cancelled timer in the heap.
    first.cancelled = true;
    return first;
  }

  #dropCancelled(): void {
    while (this.#heap[0]?.cancelled) {
      this.#removeFirst();
      this.#cancelled -= 1;
    }
  }

  #sweep(): void {
    const alive = this.#heap.filter((timer) => !timer.cancelled);
    this.#heap = alive.sort((one, other) => (isBefore(one, other) ? -1 : 1));
    this.#cancelled = 0;
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  #sink(from: number): void {
    let index = from;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const smaller = this.#isBeforeAt(right, left) ? right : left;
      if (!this.#swapIfBefore(smaller, index)) return;
      index = smaller;
    }
  }

  #isBeforeAt(index: number, other: number): boolean {
    const one = this.#heap[index];
    const two = this.#heap[other];
    return one !== undefined && two !== undefined && isBefore(one, two);
  }

  #swapIfBefore(index: number, other: number): boolean {
    const one = this.#heap[index];
    const two = this.#heap[other];
    if (one === undefined || two === undefined || !isBefore(one, two)) return false;
    this.#heap[index] = two;
    this.#heap[other] = one;
    return true;
  }
}

const isBefore = <S>(one: Timer<S>, other: Timer<S>): boolean =>
  one.due < other.due || (one.due === other.due && one.sequence < other.sequence);
