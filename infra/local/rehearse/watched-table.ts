import type { Change, Item, Key, Table } from "../../../functions/adapters/table.ts";
import { entryKey } from "../../../functions/store/keys.ts";

export interface Watch {
  /** A write to a case, its place in the selection included. How often a call is nudged is a matter of chance. */
  readonly onWrite: (ref: string) => void;
  readonly onItem: (item: Item) => void;
}

/** The table, with somebody looking on: what was written, and how often for each case. It changes nothing. */
export function watchedTable(table: Table, watch: Watch): Table {
  const seen = (key: Key, item?: Item): void => {
    const ref = refOf(key);
    if (ref) watch.onWrite(ref);
    if (item) watch.onItem(item);
  };
  return {
    ...table,
    async put(item, options) {
      const outcome = await table.put(item, options);
      if (outcome === "stored") seen(item, item);
      return outcome;
    },
    async change(key: Key, change: Change) {
      const changed = await table.change(key, change);
      if (changed.outcome === "changed") seen(key, changed.item);
      return changed;
    },
  };
}

const entryPrefix = entryKey("", "case#").sk;

const refOf = ({ pk, sk }: Key): string | undefined => {
  if (pk.startsWith("case#")) return pk;
  return sk.startsWith(entryPrefix) ? `case#${sk.slice(entryPrefix.length)}` : undefined;
};
