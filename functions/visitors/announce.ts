import { processOf } from "../../workflows/catalogue.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { keepNotice } from "../mails/notices.ts";
import type { Head } from "../store/items.ts";
import {
  announcementKey,
  idOf,
  nothingPending,
  pendingSince,
  visitorPrefix,
  visitorsPartition,
} from "../store/keys.ts";
import { type Announcement, visitorItem } from "../store/visitor-item.ts";

/** So many are told before it is noted how far one has come. */
const toldAtOnce = 200;

/** Notes that visitors are to be told of a call once it opens, where its process is for whoever followed. */
export async function announceLater({ table }: Pick<House, "table">, head: Head): Promise<void> {
  const { process, opensAt, isUnlisted } = summaryOf(head, head.submittedAt);
  const { takes = [] } = (await processOf(process)).links ?? {};
  if (isUnlisted || !takes.includes("followed")) return;
  await table.put({ ...announcementKey(head.pk), ...pendingSince(head.pk, opensAt) }, { ifAbsent: true });
}

/** By the sweeper: tells everybody who wants to hear of calls that this one is open, each once, some at a time. */
export async function announce(
  house: Pick<House, "table" | "clock" | "config">,
  { pk, sk, after }: Announcement,
): Promise<"done" | "later"> {
  const head = await loadCall(house, idOf(pk));
  const call = head && summaryOf(head, house.clock.now());
  if (call?.state === "coming") {
    await house.table.change({ pk, sk }, { set: pendingSince(pk, call.opensAt) });
    return "done";
  }
  let next = after;
  do {
    if (call?.state !== "open") break;
    const page = await house.table.page(visitorsPartition, {
      prefix: visitorPrefix,
      limit: toldAtOnce,
      after: next,
    });
    for (const item of page.items) {
      const { to } = visitorItem.parse(item);
      const values = {
        call: call.title[to.language],
        id: call.id,
        until: printTime(call.closesAt, to.language),
      };
      await keepNotice(
        house,
        to,
        { name: "callOpened", values, ref: pk },
        { id: call.id, at: house.clock.now() },
      );
    }
    next = page.next;
    if (next !== undefined) await house.table.change({ pk, sk }, { set: { after: next } });
  } while (next !== undefined);
  await house.table.change({ pk, sk }, { remove: nothingPending });
  return "done";
}
