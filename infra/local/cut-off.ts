import type { Table } from "../../functions/adapters/table.ts";
import { everyShard } from "../../functions/store/keys.ts";
import { mailItem } from "../../functions/store/mail-items.ts";

/**
 * Leaves to the sweeper at once what a process before was sending when it was cut off. On AWS the sweeper waits for
 * the end of the sender's claim, as it cannot know whether there still is one; here the folder had one process, and it is
 * gone.
 */
export async function leaveMailsToSweeper(table: Table): Promise<void> {
  for (const shard of everyShard) {
    for (const item of await table.index("pending", shard)) {
      if (typeof item.sk !== "string" || !item.sk.startsWith("mail#")) continue;
      const { pk, sk, claim, queuedAt } = mailItem.parse(item);
      if (claim === undefined) continue;
      await table.change({ pk, sk }, { set: { pendingAt: queuedAt }, remove: ["claim", "claimedUntil"] });
    }
  }
}
