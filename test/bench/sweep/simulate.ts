import { functionCatalogue } from "../../../functions/catalogue.ts";
import { adaptivePace } from "../../../functions/events/adaptive-pace.ts";
import { leased } from "../../../functions/events/lease.ts";
import { stepFunctionsQuotas as quotas } from "../../../functions/events/quotas.ts";
import { type Outcome, workOff } from "../../../functions/events/rounds.ts";
import { shardsOfSweepers } from "../../../functions/store/keys.ts";
import { memoryTable } from "../../functions/memory-table.ts";
import { seeded } from "../../infra/local/rehearse/seeded.ts";
import { Bucket } from "./bucket.ts";
import { VirtualTime } from "./virtual-time.ts";

export interface Simulated {
  readonly starts: number;
  /** Of the starts, so many never succeed, because something of theirs is broken. */
  readonly broken: number;
  /** A sweeper is cut off after so many minutes, on average; without it never. */
  readonly dieEvery?: number;
}

export interface Came {
  /** Virtual seconds until the last was started. */
  readonly seconds: number;
  readonly started: number;
  /** Started again after a sweeper was cut off between the start and its note; the service makes one of them. */
  readonly again: number;
  readonly refused: number;
  readonly deaths: number;
  /** Postponed because they are broken. */
  readonly postponed: number;
  /** How many at most were started before one that had waited longer than they, of the same shard. */
  readonly overtaken: number;
}

/** What a start takes: its reads and writes, a few milliseconds each, and the call of the service. Milliseconds. */
const reading = { from: 40, to: 120 };
const starting = { from: 30, to: 90 };
const refusing = 15;
const coldStart = 1500;
const minute = 60_000;
const reserve = 20_000;
const batch = 50;
const atOnce = 16;

interface Waiting {
  readonly number: number;
  due: number;
  tries: number;
}

/**
 * A deadline day in virtual time: all starts wait at once, spread over the shards. Sweepers are called each minute as the timetable
 * does; claims, rounds and paces are the product's own, table and service are stand-ins with their latencies and quotas.
 */
export async function simulate({ starts, broken, dieEvery }: Simulated): Promise<Came> {
  const time = new VirtualTime();
  const chance = seeded(2027);
  const house = { table: memoryTable(), clock: { now: () => new Date(time.now()).toISOString() } };
  const service = new Bucket(quotas.StartExecution, time.now);
  const queues = new Map(shardsOfSweepers.flat().map((shard) => [shard, new Queue()]));
  const sweepers = shardsOfSweepers.slice(0, -1);
  const shards = sweepers.flat();
  for (let number = 0; number < starts; number++)
    queues.get(shards[number % shards.length] ?? "")?.put({ number, due: 0, tries: 0 });

  const started = new Uint8Array(starts);
  const brokenFrom = starts - broken;
  // Spread over all of the queue, and not at its end.
  const isBroken = (number: number) => (number * 7919) % starts >= brokenFrom;
  const counts = { started: 0, again: 0, refused: 0, postponed: 0, overtaken: 0, seconds: 0 };
  const deaths: number[] = [];
  const lasts = new Map<string, number>();

  const between = ({ from, to }: typeof reading) => chance.whole(from, to);
  const deliver = async (shard: string, one: Waiting, isDead: () => boolean): Promise<Outcome> => {
    await time.wait(between(reading));
    if (isDead()) return new Promise<never>(() => {});
    if (isBroken(one.number)) {
      one.tries++;
      counts.postponed++;
      queues.get(shard)?.postpone(one, time.now() + (2 ** Math.min(one.tries, 6) / 2) * minute);
      return "later";
    }
    if (!service.take()) {
      counts.refused++;
      await time.wait(refusing);
      return "throttled";
    }
    await time.wait(between(starting));
    if (started[one.number]) counts.again++;
    else {
      started[one.number] = 1;
      counts.started++;
      counts.seconds = time.now() / 1000;
      const last = lasts.get(shard) ?? 0;
      counts.overtaken = Math.max(counts.overtaken, Math.floor((last - one.number) / shards.length));
      lasts.set(shard, Math.max(last, one.number));
    }
    // Cut off between the start and its note, it is found again.
    if (isDead()) return new Promise<never>(() => {});
    queues.get(shard)?.remove(one);
    return "done";
  };

  const lifetime = functionCatalogue.Sweeper.timeoutSeconds * 1000;
  const called = async (sweeper: number): Promise<void> => {
    await time.wait(chance.whole(100, coldStart));
    const end = time.now() + lifetime;
    await leased(house, sweeper, async (lease) => {
      const death = dieEvery ? time.now() + chance.whole(1, 2 * dieEvery * minute) : Number.POSITIVE_INFINITY;
      if (death < end) deaths.push(death);
      const isDead = () => time.now() >= death;
      const pace = adaptivePace(quotas.StartExecution.perSecond / sweepers.length, time);
      const inShard = new Map<Waiting, string>();
      return workOff<Waiting>({
        found: async () => {
          await time.wait(10);
          if (isDead()) return new Promise<never>(() => {});
          inShard.clear();
          return (sweepers[sweeper] ?? []).flatMap((shard) => {
            const some = queues.get(shard)?.oldest(batch, time.now()) ?? [];
            for (const one of some) inShard.set(one, shard);
            return some;
          });
        },
        inOrder: (found) => [found],
        deliver: (one) => deliver(inShard.get(one) ?? "", one, isDead),
        turn: async () => {
          await pace.turn();
          if (isDead() || !(await lease.keep())) return new Promise<never>(() => {});
        },
        slower: () => pace.slower(),
        lanesOf: () => atOnce,
        isOver: () => end - time.now() < reserve,
        most: Number.POSITIVE_INFINITY,
        onRound: () => {},
      });
    });
  };

  const isDone = () => counts.started >= starts - broken;
  const timetable = async (sweeper: number): Promise<void> => {
    // EventBridge Scheduler calls at any second of the minute.
    await time.wait(chance.whole(0, 59_000));
    while (!isDone()) {
      void called(sweeper);
      await time.wait(minute);
    }
  };
  for (const sweeper of sweepers.keys()) void timetable(sweeper);
  await time.run(isDone);
  return { ...counts, deaths: deaths.filter((at) => at <= time.now()).length };
}

/** What waits in a shard, in the order in which it is due. */
class Queue {
  #fresh: Waiting[] = [];
  #from = 0;
  readonly #gone = new Set<Waiting>();
  readonly #postponed: Waiting[] = [];

  put(one: Waiting): void {
    this.#fresh.push(one);
  }

  oldest(limit: number, now: number): readonly Waiting[] {
    const due = this.#postponed.filter((one) => one.due <= now).slice(0, limit);
    while (this.#gone.delete(this.#fresh[this.#from] ?? nobody)) this.#from++;
    for (let at = this.#from; due.length < limit && at < this.#fresh.length; at++) {
      const one = this.#fresh[at];
      if (one && !this.#gone.has(one)) due.push(one);
    }
    return due.toSorted((a, b) => a.due - b.due || a.number - b.number);
  }

  remove(one: Waiting): void {
    const place = this.#postponed.indexOf(one);
    if (place >= 0) this.#postponed.splice(place, 1);
    else this.#gone.add(one);
  }

  postpone(one: Waiting, due: number): void {
    this.remove(one);
    one.due = due;
    this.#postponed.push(one);
  }
}

const nobody: Waiting = { number: -1, due: 0, tries: 0 };
