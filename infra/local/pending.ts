import type { Table } from "../../functions/adapters/table.ts";
import { everyShard, jobsPartition } from "../../functions/store/keys.ts";
import type { WriteListener } from "./table/table.ts";

/**
 * What still has to leave the table, known from its writes: so the sweeper runs when there is something to sweep, and
 * not at every turn. On AWS it looks every minute.
 */
export interface Pending {
  /** The earliest instant (UTC) at which something is to be delivered. */
  readonly next: () => string | undefined;
  /** The earliest instant (UTC) at which something that takes long is to be done by itself. */
  readonly nextJob: () => string | undefined;
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
  const jobs = new Map<string, string>();
  const listeners: (() => void)[] = [];
  let writes = 0;
  const note: WriteListener = ({ pk, sk, pending, pendingAt }) => {
    writes++;
    const name = `${pk} ${sk}`;
    const [waiting, other] = pending === jobsPartition ? [jobs, since] : [since, jobs];
    other.delete(name);
    if (pendingAt === undefined) waiting.delete(name);
    else {
      waiting.set(name, pendingAt);
      for (const listener of listeners) listener();
    }
  };
  onWrite(note);
  for (const shard of [...everyShard, jobsPartition]) {
    for (const { pk, sk, pendingAt } of await table.index("pending", shard)) {
      note({ pk: String(pk), sk: String(sk), pending: shard, pendingAt: String(pendingAt) });
    }
  }
  return {
    next: () => earliestOf(since),
    nextJob: () => earliestOf(jobs),
    writes: () => writes,
    onWait: (listener) => void listeners.push(listener),
  };
}

function earliestOf(waiting: ReadonlyMap<string, string>): string | undefined {
  let earliest: string | undefined;
  for (const at of waiting.values()) if (earliest === undefined || at < earliest) earliest = at;
  return earliest;
}
