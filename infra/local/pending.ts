import type { Table } from "../../functions/adapters/table.ts";
import { shards } from "../../functions/store/keys.ts";
import type { WriteListener } from "./table/table.ts";

/**
 * What still has to leave the table, known from its writes: so the sweeper runs when there is something to sweep, and
 * not at every turn. On AWS it looks every minute.
 */
export interface Pending {
  /** The earliest instant (UTC) at which something is to be delivered. */
  readonly next: () => string | undefined;
  /** Goes up with every write to the table. */
  readonly writes: () => number;
  /** Calls the listener whenever something begins to wait. */
  readonly onWait: (listener: () => void) => void;
}

/** Begins with what the table's index holds and follows its writes from then on. */
export async function followPending(
  table: Table,
  onWrite: (listener: WriteListener) => void,
): Promise<Pending> {
  const since = new Map<string, string>();
  const listeners: (() => void)[] = [];
  let writes = 0;
  const note: WriteListener = ({ pk, sk, pendingAt }) => {
    writes++;
    if (pendingAt === undefined) since.delete(`${pk} ${sk}`);
    else {
      since.set(`${pk} ${sk}`, pendingAt);
      for (const listener of listeners) listener();
    }
  };
  onWrite(note);
  for (const shard of shards) {
    for (const { pk, sk, pendingAt } of await table.index("pending", shard)) {
      note({ pk: String(pk), sk: String(sk), pendingAt: String(pendingAt) });
    }
  }
  return {
    next: () => {
      let earliest: string | undefined;
      for (const at of since.values()) if (earliest === undefined || at < earliest) earliest = at;
      return earliest;
    },
    writes: () => writes,
    onWait: (listener) => void listeners.push(listener),
  };
}
