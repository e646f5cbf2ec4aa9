import type { Table } from "../../functions/adapters/table.ts";
import { headItem } from "../../functions/store/items.ts";
import { everyShard } from "../../functions/store/keys.ts";
import type { Standing } from "./compare.ts";

/** Cases whose next execution has still to be started, by the index of what is pending. */
export async function toBeStarted(table: Table): Promise<readonly Standing[]> {
  const found: Standing[] = [];
  for (const shard of everyShard)
    for (let after: string | undefined; ; ) {
      const { items, next } = await table.indexPage("pending", shard, { limit: 250, after });
      for (const item of items) {
        const { toStart, process } = item.sk === "head" ? headItem.parse(item) : {};
        if (toStart && process !== undefined) found.push({ process, state: toStart.from, cases: 1 });
      }
      if (next === undefined) break;
      after = next;
    }
  return found;
}
