import { type Application, type Quotas, rank } from "../../workflows/blocks/ranking/ranking.ts";
import { points } from "../../workflows/blocks/score/score.ts";

/**
 * Ranks 100 000 applications with quotas and a reserve list; the budget is 100 ms. Beside it, in the same run: plain
 * deferred acceptance (Gale and Shapley, applicants propose), the textbook way to the same offers, and as a floor
 * the sort alone by the same keys. Medians, because a shared machine has bad moments.
 */
const count = 100_000;
const runs = 15;
const minimum = points(60);
const countries = ["IE", "SI", "ES", "NO", "FI"];
const quotas: Quotas = { IE: 9000, SI: 7000, ES: 9000, NO: 5000, FI: 8000 };

/** A small generator of fixed seed (mulberry32), so that every run ranks the same call. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function call(): Application[] {
  const random = seeded(2027);
  const below = (limit: number) => Math.floor(random() * limit);
  const opened = Date.parse("2027-02-01T06:00:00Z");
  return Array.from({ length: count }, (_, index) => {
    const first = below(countries.length);
    const second = (first + 1 + below(countries.length - 1)) % countries.length;
    return {
      id: `case-${index}`,
      applicant: `Mokytoja ${below(count)} Žemaitė`,
      score: points((40_00 + below(60_01)) / 100),
      travelledBefore: random() < 0.2,
      rural: random() < 0.4,
      submittedAt: new Date(opened + below(28 * 86_400) * 1000).toISOString(),
      preferences: [first, second].slice(0, 1 + below(2)).map((at) => countries[at] ?? "IE"),
    };
  });
}

/** The same order by comparing what the applications hold, as one would write it down first. */
const plainly = (a: Application, b: Application): number =>
  b.score - a.score ||
  Number(a.travelledBefore) - Number(b.travelledBefore) ||
  Number(b.rural) - Number(a.rural) ||
  Date.parse(a.submittedAt) - Date.parse(b.submittedAt) ||
  (a.applicant < b.applicant ? -1 : a.applicant > b.applicant ? 1 : 0) ||
  (a.id < b.id ? -1 : 1);

/** Countries hold whom they like best so far, the least liked on top of a heap; the rest wait in the plain order. */
function deferredAcceptance(applications: readonly Application[]): {
  held: Map<string, string>;
  reserve: Application[];
} {
  const heaps = new Map(countries.map((country) => [country, new Heap()]));
  const turns = new Map<string, number>();
  const free = applications.filter((application) => application.score >= minimum);
  const reserve: Application[] = [];
  for (let next = free.pop(); next; next = free.pop()) {
    const turn = turns.get(next.id) ?? 0;
    turns.set(next.id, turn + 1);
    const wanted = next.preferences[turn];
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
  return { held, reserve: reserve.sort(plainly) };
}

class Heap {
  readonly items: Application[] = [];
  get size(): number {
    return this.items.length;
  }
  push(application: Application): void {
    let at = this.items.push(application) - 1;
    while (at > 0 && this.worse(at, (at - 1) >> 1)) at = this.swap(at, (at - 1) >> 1);
  }
  pop(): Application | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (last && this.items.length > 0) {
      this.items[0] = last;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const child = this.worse(left + 1, left) ? left + 1 : left;
        if (!this.worse(child, at)) break;
        at = this.swap(at, child);
      }
    }
    return top;
  }
  private worse(a: number, b: number): boolean {
    const [left, right] = [this.items[a], this.items[b]];
    return left !== undefined && right !== undefined && plainly(left, right) > 0;
  }
  private swap(a: number, b: number): number {
    const [left, right] = [this.items[a], this.items[b]];
    if (left && right) [this.items[a], this.items[b]] = [right, left];
    return b;
  }
}

function milliseconds(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

const applications = call();

const offered = new Map<string, string>();
const waiting: string[] = [];
for (const ranked of rank(applications, quotas, minimum)) {
  if (ranked.kind === "offered") offered.set(ranked.id, ranked.country);
  if (ranked.kind === "reserve") waiting.push(ranked.id);
}
const peer = deferredAcceptance(applications);
const sameOffers =
  peer.held.size === offered.size && [...offered].every(([id, country]) => peer.held.get(id) === country);
const sameReserve =
  peer.reserve.length === waiting.length && peer.reserve.every(({ id }, at) => id === waiting[at]);
if (!sameOffers || !sameReserve) throw new Error("the peer decides otherwise, so its time says nothing");

const contestants = {
  "rank (orders, offers, reserve, explains)": () => rank(applications, quotas, minimum),
  "deferred acceptance, plain": () => deferredAcceptance(applications),
  "floor: Array.sort by the same keys": () => [...applications].sort(plainly),
};
const times = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [name, work] of Object.entries(contestants)) times.get(name)?.push(milliseconds(work));
}

const own = median(times.get("rank (orders, offers, reserve, explains)") ?? []);
console.log(
  `${count} applications, ${offered.size} offers, ${waiting.length} in reserve; medians of ${runs} runs`,
);
console.table(
  Object.fromEntries(
    [...times].map(([name, all]) => [
      name,
      {
        "median ms": Number(median(all).toFixed(1)),
        "best ms": Number(Math.min(...all).toFixed(1)),
        "times rank": Number((median(all) / own).toFixed(2)),
      },
    ]),
  ),
);
