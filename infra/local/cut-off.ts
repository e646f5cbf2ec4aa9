import type { Table } from "../../functions/adapters/table.ts";
import { shards } from "../../functions/store/keys.ts";
import { mailItem } from "../../functions/store/mail-items.ts";

/**
 * Leaves to the sweeper at once what a process before was sending when it was cut off. On AWS the sweeper waits until a
 * sender would have been done, as it cannot know whether there still is one; here the folder had one process, and it is
 * gone.
 */
export async function leaveMailsToSweeper(table: Table): Promise<void> {
  for (const shard of shards) {
    for (const item of await table.index("pending", shard)) {
      if (typeof item.sk !== "string" || !item.sk.startsWith("mail#")) continue;
      const { pk, sk, isPaced } = mailItem.parse(item);
      if (!isPaced) await table.change({ pk, sk }, { set: { isPaced: true } });
    }
  }
}
