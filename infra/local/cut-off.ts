import type { House } from "../../functions/house.ts";
import { finishComings } from "../../functions/seats/settle.ts";
import { everyShard, seatCountKey } from "../../functions/store/keys.ts";
import { mailItem } from "../../functions/store/mail-items.ts";

/**
 * Takes up at once what a process before was doing when it was cut off: the mails that it was sending are left to the sweeper, and
 * whoever was registering for a seat is counted or is not. On AWS the sweeper waits for as long as whoever began it may take, as it
 * cannot know whether they still are there; here the folder had one process, and it is gone.
 */
export async function takeUpCutOff(house: House): Promise<void> {
  for (const shard of everyShard) {
    for (const item of await house.table.index("pending", shard)) {
      if (typeof item.pk !== "string" || typeof item.sk !== "string") continue;
      if (item.sk.startsWith("mail#")) await leaveToSweeper(house, mailItem.parse(item));
      else if (item.sk === seatCountKey(item.pk).sk) await finishComings(house, item.pk);
    }
  }
}

async function leaveToSweeper(
  { table }: Pick<House, "table">,
  { pk, sk, claim, queuedAt }: ReturnType<typeof mailItem.parse>,
): Promise<void> {
  if (claim === undefined) return;
  await table.change({ pk, sk }, { set: { pendingAt: queuedAt }, remove: ["claim", "claimedUntil"] });
}
