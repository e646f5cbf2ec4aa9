import type { Item, Table } from "../../../functions/adapters/table.ts";

/** How much was read since it was asked the last time. */
export interface Reads {
  readonly items: number;
  readonly bytes: number;
}

/** A table of which is counted what is read. */
export function countingReads<Counted extends Table>(
  table: Counted,
): { readonly table: Counted; readonly take: () => Reads } {
  let [items, bytes] = [0, 0];
  const count = (read: readonly (Item | undefined)[]) => {
    items += read.length;
    for (const item of read) bytes += item ? JSON.stringify(item).length : 0;
  };
  const counted: Counted = {
    ...table,
    get: async (key) => {
      const item = await table.get(key);
      count([item]);
      return item;
    },
    getMany: async (keys) => {
      const found = await table.getMany(keys);
      count(found);
      return found;
    },
    query: async (pk, prefix) => {
      const found = await table.query(pk, prefix);
      count(found);
      return found;
    },
    page: async (pk, options) => {
      const found = await table.page(pk, options);
      count(found.items);
      return found;
    },
    index: async (name, key, options) => {
      const found = await table.index(name, key, options);
      count(found);
      return found;
    },
    indexPage: async (name, key, options) => {
      const found = await table.indexPage(name, key, options);
      count(found.items);
      return found;
    },
  };
  return {
    table: counted,
    take: () => {
      const taken = { items, bytes };
      [items, bytes] = [0, 0];
      return taken;
    },
  };
}
