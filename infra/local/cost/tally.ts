import type { Item, Key, Table } from "../../../functions/adapters/table.ts";
import type { FunctionName } from "../../../functions/catalogue.ts";
import type { Log } from "../../../functions/log.ts";
import type { Functions } from "../functions.ts";
import { storedOf } from "../table/item.ts";

/** What a rehearsal asked of services, as they count it. */
export interface Tally {
  readonly calls: Readonly<Partial<Record<FunctionName, number>>>;
  readonly requests: number;
  readonly mails: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** What lies in the table at the end. */
  readonly storedBytes: number;
}

/** A strongly consistent read takes a unit for each 4 KB, a write one for each KB [DynamoDB developer guide, "Read and write operations"]. */
const readBytes = 4096;
const writeBytes = 1024;

const sizeOf = (item: Item): number => storedOf(item).size;

/** Looks on while a rehearsal is played, and counts. */
export function openTally() {
  const calls = new Map<FunctionName, number>();
  const stored = new Map<string, { readonly size: number; readonly copies: number }>();
  let requests = 0;
  let mails = 0;
  let readUnits = 0;
  let writeUnits = 0;

  const reads = (items: readonly (Item | undefined)[], share = 1): void => {
    const bytes = items.reduce((sum, item) => sum + (item ? sizeOf(item) : 0), 0);
    readUnits += share * Math.max(1, Math.ceil(bytes / readBytes));
  };
  /** An item is written once to the table and once to each index on whose list it is, or was. */
  const writes = ({ pk, sk }: Key, item: Item | undefined): void => {
    const key = `${pk}\n${sk}`;
    const before = stored.get(key);
    const copies = 1 + [item?.pending, item?.inbox].filter((list) => list !== undefined).length;
    const size = item ? sizeOf(item) : 0;
    const most = Math.max(size, before?.size ?? 0, 1);
    writeUnits += Math.ceil(most / writeBytes) * Math.max(copies, before?.copies ?? 1);
    if (item) stored.set(key, { size, copies });
    else stored.delete(key);
  };

  const watch = (table: Table): Table => ({
    ...table,
    async get(key) {
      const item = await table.get(key);
      reads([item]);
      return item;
    },
    async getMany(keys) {
      const items = await table.getMany(keys);
      for (const item of items) reads([item]);
      return items;
    },
    async put(item, options) {
      const outcome = await table.put(item, options);
      if (outcome === "stored") writes(item, item);
      else writeUnits += 1;
      return outcome;
    },
    async change(key, change) {
      const outcome = await table.change(key, change);
      if (outcome.outcome === "changed") writes(key, outcome.item);
      else writeUnits += 1;
      return outcome;
    },
    async query(pk, prefix) {
      const items = await table.query(pk, prefix);
      reads(items);
      return items;
    },
    async page(pk, options) {
      const page = await table.page(pk, options);
      reads(page.items);
      return page;
    },
    async index(name, key, options) {
      const items = await table.index(name, key, options);
      reads(items, 0.5);
      return items;
    },
    async indexPage(name, key, options) {
      const page = await table.indexPage(name, key, options);
      reads(page.items, 0.5);
      return page;
    },
    async delete(key) {
      await table.delete(key);
      writes(key, undefined);
    },
  });
  const between =
    (call: Functions["call"]): Functions["call"] =>
    (name, event) => {
      calls.set(name, (calls.get(name) ?? 0) + 1);
      return call(name, event);
    };
  const log: Log = (code) => {
    if (code === "K001") requests++;
    if (code === "K301") mails++;
  };
  return {
    watch,
    between,
    log,
    counted: (): Tally => ({
      calls: Object.fromEntries([...calls].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      requests,
      mails,
      readUnits: Math.round(readUnits),
      writeUnits,
      storedBytes: [...stored.values()].reduce((sum, { size, copies }) => sum + size * copies, 0),
    }),
  };
}
