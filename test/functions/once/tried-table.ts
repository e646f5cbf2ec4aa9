import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as turn } from "node:timers/promises";
import type { Item, Key, Table } from "../../../functions/adapters/table.ts";

/** What stood and stands under each key that was written to, by "pk sk"; `undefined` where nothing does. */
export type Written = ReadonlyMap<
  string,
  { readonly before: Item | undefined; readonly after: Item | undefined }
>;

class CutOff extends Error {
  override readonly name = "CutOff";
}

/**
 * A table on which work is tried and taken back, and cut off after so many of its writes: the last of them is done, but its
 * answer is lost, and so is everything after it. Meanwhile everybody else waits at the table.
 */
export class TriedTable {
  readonly #table: Table;
  readonly #trying = new AsyncLocalStorage<true>();
  #free: Promise<void> = Promise.resolve();
  #before = new Map<string, { key: Key; item: Item | undefined }>();
  #left = Number.POSITIVE_INFINITY;
  #writes = 0;

  constructor(table: Table) {
    this.#table = table;
  }

  /** How many writes there were since the last beginning. */
  get writes(): number {
    return this.#writes;
  }

  /** Has the table alone, one after another. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#free.then(() => this.#trying.run(true, work));
    this.#free = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  /** From now on what stands before a write is remembered, and work is cut off after so many writes. */
  begin(left = Number.POSITIVE_INFINITY): void {
    this.#before.clear();
    this.#left = left;
    this.#writes = 0;
  }

  /** Work is cut off no more; what stood before is what stood before all of it. */
  goOn(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }

  /** What the work has written since its beginning: each item as it was before, and as it stands now. */
  async written(): Promise<Written> {
    const entries = [...this.#before].map(
      async ([name, { key, item }]) => [name, { before: item, after: await this.#table.get(key) }] as const,
    );
    return new Map(await Promise.all(entries));
  }

  /** Puts everything back as it was; nothing of the work may be under way any more. */
  async takeBack(): Promise<void> {
    for (const { key, item } of this.#before.values()) {
      if (item) await this.#table.put({ ...item, ...key });
      else await this.#table.delete(key);
    }
    this.#before.clear();
  }

  /** The table for everybody. */
  seen(): Table {
    const table = this.#table;
    const turn = async (): Promise<void> => {
      if (!this.#trying.getStore()) await this.#free;
    };
    const read =
      <Given extends unknown[], Result>(method: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        await turn();
        return method(...given);
      };
    const write = async <Result>(key: Key, method: () => Promise<Result>): Promise<Result> => {
      await turn();
      return this.#trying.getStore() ? this.#write(key, method) : method();
    };
    return {
      get: read(table.get),
      getMany: read(table.getMany),
      query: read(table.query),
      page: read(table.page),
      index: read(table.index),
      indexPage: read(table.indexPage),
      put: (item, options) => write(item, () => table.put(item, options)),
      change: (key, change) => write(key, () => table.change(key, change)),
      delete: (key) => write(key, () => table.delete(key)),
    };
  }

  async #write<Result>({ pk, sk }: Key, write: () => Promise<Result>): Promise<Result> {
    if (this.#left <= 0) throw new CutOff();
    this.#left -= 1;
    this.#writes += 1;
    const isLast = this.#left === 0;
    const name = `${pk} ${sk}`;
    if (!this.#before.has(name)) {
      const key = { pk, sk };
      this.#before.set(name, { key, item: await this.#table.get(key) });
    }
    const result = await write();
    if (isLast) throw new CutOff();
    return result;
  }
}

/** Until what was cut off has come to rest. */
export async function atRest(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await turn();
}
