import type * as z from "zod";
import type { Item } from "../adapters/table.ts";

/**
 * Reads items by a schema, and one that it has read before not again: a table that gives what has not changed as the same object saves
 * most of the time that it takes to read a case. What is read is shared, and cannot be changed.
 */
export function readOnce<Read extends object>(schema: z.ZodType<Read>): (item: Item) => Readonly<Read> {
  const known = new WeakMap<Item, Readonly<Read>>();
  return (item) => {
    const before = known.get(item);
    if (before) return before;
    const read = Object.freeze(schema.parse(item));
    known.set(item, read);
    return read;
  };
}
