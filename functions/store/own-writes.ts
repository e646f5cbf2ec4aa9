import { randomUUID } from "node:crypto";
import type { Item, Key, Table } from "../adapters/table.ts";

/**
 * A table that knows its own writes again. A client repeats a write whose answer was lost; where the first was done, the condition
 * of the second is refused by it, and whoever asked would be told that somebody else had been faster. So each conditional write
 * leaves a stamp of its own, and a refusal looks whose stamp is there.
 */
export const knowingOwnWrites = <T extends Table>(table: T): T => {
  const isOwn = (item: Item | undefined, stamp: string): item is Item => item?.stamp === stamp;
  return {
    ...table,
    put: async (item, options) => {
      if (!options?.ifAbsent) return table.put(item, options);
      const stamp = randomUUID();
      const outcome = await table.put({ ...item, stamp }, options);
      return outcome === "exists" && isOwn(await table.get(keyOf(item)), stamp) ? "stored" : outcome;
    },
    change: async (key, change) => {
      if (!change.when) return table.change(key, change);
      const stamp = randomUUID();
      const changed = await table.change(key, { ...change, set: { ...change.set, stamp } });
      if (changed.outcome === "changed") return changed;
      const item = await table.get(key);
      return isOwn(item, stamp) ? { outcome: "changed", item } : changed;
    },
  } satisfies Table & T;
};

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });
