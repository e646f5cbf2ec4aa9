import type { Item, Key } from "../../../functions/adapters/table.ts";
import type { Database } from "../database/database.ts";

/** So many partitions are remembered, the longest unused leaving first; larger ones are read each time. */
const mostPartitions = 400;
const mostItems = 300;

interface Partition {
  readonly items: Map<string, Item>;
  /** Its sort keys in their order, where all of it is known. */
  order: string[] | undefined;
}

/**
 * What was read or written last, so that a case is read from the disk once and not at each of its steps. The database has one process
 * and every write comes by here, so what is known is what is stored. Nobody can change it: the same object goes to all who read it, who
 * may remember by it what they have made of it.
 */
export class KnownItems {
  readonly #partitions = new Map<string, Partition>();

  /** Those of a database: it may have several tables open. */
  static of(database: Database): KnownItems {
    const before = ofDatabases.get(database);
    if (before) return before;
    const known = new KnownItems();
    database.onTakenBack(() => known.#partitions.clear());
    ofDatabases.set(database, known);
    return known;
  }

  /** `unknown` where it has to be looked for in the database. */
  get({ pk, sk }: Key): Item | undefined | "unknown" {
    const partition = this.#use(pk);
    return partition?.items.get(sk) ?? (partition?.order ? undefined : "unknown");
  }

  query(pk: string, prefix: string): Item[] | "unknown" {
    const { order, items } = this.#use(pk) ?? {};
    if (!order || !items) return "unknown";
    const found: Item[] = [];
    for (const sk of order) {
      const item = sk.startsWith(prefix) ? items.get(sk) : undefined;
      if (item) found.push(item);
    }
    return found;
  }

  /** Remembers an item that was read, and gives it as it is remembered. */
  read({ pk, sk }: Key, item: Item): Item {
    const partition = this.#use(pk) ?? this.#begin(pk);
    if (partition.items.size >= mostItems) return item;
    partition.items.set(sk, frozen(item));
    return item;
  }

  /** The same of all items of a partition, in their order. */
  readAll(pk: string, items: Item[]): Item[] {
    if (items.length > mostItems || items.length === 0) return items;
    const { items: known } = this.#use(pk) ?? this.#begin(pk);
    const order = items.map(({ sk }) => String(sk));
    const all = items.map((item, at) => known.get(order[at] ?? "") ?? frozen(item));
    this.#partitions.set(pk, { items: new Map(order.map((sk, at) => [sk, all[at] ?? {}])), order });
    return all;
  }

  wrote({ pk, sk }: Key, item: Item): void {
    const partition = this.#partitions.get(pk);
    if (!partition) return;
    if (!partition.items.has(sk)) {
      // Where a key does not sort as its UTF-8 bytes do, the database says where it stands.
      if (partition.items.size >= mostItems || !isPlain.test(sk)) {
        this.#forget(pk);
        return;
      }
      if (partition.order) insert(partition.order, sk);
    }
    partition.items.set(sk, frozen(item));
  }

  removed({ pk, sk }: Key): void {
    const partition = this.#partitions.get(pk);
    if (!partition?.items.delete(sk)) return;
    partition.order = partition.order?.filter((one) => one !== sk);
  }

  forgetAll(): void {
    this.#partitions.clear();
  }

  #forget(pk: string): void {
    this.#partitions.delete(pk);
  }

  #begin(pk: string): Partition {
    const partition: Partition = { items: new Map(), order: undefined };
    this.#partitions.set(pk, partition);
    if (this.#partitions.size > mostPartitions) {
      const [oldest] = this.#partitions.keys();
      if (oldest !== undefined) this.#forget(oldest);
    }
    return partition;
  }

  #use(pk: string): Partition | undefined {
    const partition = this.#partitions.get(pk);
    if (!partition) return undefined;
    this.#partitions.delete(pk);
    this.#partitions.set(pk, partition);
    return partition;
  }
}

const ofDatabases = new WeakMap<Database, KnownItems>();

const isPlain = /^[^\ud800-\uffff]*$/;

function insert(order: string[], sk: string): void {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((order[middle] ?? "") < sk) from = middle + 1;
    else to = middle;
  }
  order.splice(from, 0, sk);
}

function frozen<Read>(read: Read): Read {
  if (typeof read !== "object" || read === null || Object.isFrozen(read)) return read;
  for (const value of Object.values(read)) frozen(value);
  return Object.freeze(read);
}
