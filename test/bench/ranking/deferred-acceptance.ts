import type { Score } from "../../../workflows/kernel/score.ts";
import type { Application, Quotas } from "../../workflows/foreign-internship/ranking.ts";
import { compare, type Prepared, prepare } from "./prepared.ts";

export interface Accepted {
  /** Countries by the id of who got a place there. */
  readonly held: ReadonlyMap<string, string>;
  /** Ids on the reserve list, in its order. */
  readonly reserve: readonly string[];
}

/**
 * The textbook way to the same offers (Gale and Shapley 1962, applicants propose): countries hold whom they like best
 * so far, the least liked on top of a heap; who is refused everywhere waits in the order.
 */
export function deferredAcceptance(
  applications: readonly Application[],
  quotas: Quotas,
  minimum: Score,
): Accepted {
  const heaps = new Map(Object.keys(quotas).map((country) => [country, new Heap()]));
  const turns = new Map<string, number>();
  const free = applications.map(prepare).filter(({ score }) => score >= minimum);
  const reserve: Prepared[] = [];
  for (let next = free.pop(); next; next = free.pop()) {
    const turn = turns.get(next.id) ?? 0;
    turns.set(next.id, turn + 1);
    const wanted = next.application.preferences[turn];
    if (wanted === undefined) {
      reserve.push(next);
      continue;
    }
    const heap = heaps.get(wanted);
    heap?.push(next);
    const refused = heap && heap.size > (quotas[wanted] ?? 0) ? heap.pop() : undefined;
    if (refused) free.push(refused);
  }
  const held = new Map<string, string>();
  for (const [country, heap] of heaps) for (const { id } of heap.items) held.set(id, country);
  return { held, reserve: reserve.sort(compare).map(({ id }) => id) };
}

class Heap {
  readonly items: Prepared[] = [];
  get size(): number {
    return this.items.length;
  }
  push(one: Prepared): void {
    let at = this.items.push(one) - 1;
    while (at > 0 && this.#isWorse(at, (at - 1) >> 1)) at = this.#swap(at, (at - 1) >> 1);
  }
  pop(): Prepared | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (last && this.items.length > 0) {
      this.items[0] = last;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const child = this.#isWorse(left + 1, left) ? left + 1 : left;
        if (!this.#isWorse(child, at)) break;
        at = this.#swap(at, child);
      }
    }
    return top;
  }
  #isWorse(a: number, b: number): boolean {
    const [left, right] = [this.items[a], this.items[b]];
    return left !== undefined && right !== undefined && compare(left, right) > 0;
  }
  #swap(a: number, b: number): number {
    const [left, right] = [this.items[a], this.items[b]];
    if (left && right) [this.items[a], this.items[b]] = [right, left];
    return b;
  }
}
