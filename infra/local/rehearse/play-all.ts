import { join } from "node:path";
import { publishCall } from "../../../functions/calls/publish.ts";
import { silentLog } from "../../../functions/log.ts";
import type { HouseOptions } from "../house.ts";
import type { ReadFiles } from "./files.ts";
import { openLedger } from "./ledger.ts";
import { play } from "./play.ts";
import { openProgress } from "./progress.ts";
import { type Ended, endOf } from "./roads.ts";
import { type OpenedWorld, openingOf, openWorld } from "./world.ts";

/** What a call came to that was played, beside what it was played from. */
export interface PlayedCall<Call extends ReadFiles> {
  readonly read: Call;
  readonly ended: Ended;
}

/**
 * Plays calls by one clock, from the first one's opening to the end of the last road, in a folder in which a rehearsal that was killed
 * goes on, and gives what each came to. `look` sees the world before it is closed; `watch` puts somebody beside its table. Throws UnsentMails where a mail could not be sent.
 */
export async function playAll<Call extends ReadFiles>(
  folder: string,
  calls: readonly Call[],
  look: (world: OpenedWorld, played: readonly PlayedCall<Call>[]) => Promise<void>,
  watch?: HouseOptions["watch"],
): Promise<void> {
  const parts = calls.map(({ part }) => part);
  const [first] = parts.map(({ cast }) => openingOf(cast)).toSorted();
  if (first === undefined) throw new Error("expected a call to play");
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const world = await openWorld(folder, first, ledger, silentLog, watch ? { watch } : {});
  const progress = openProgress(parts.reduce((sum, { cast }) => sum + cast.rows.length, 0));
  try {
    const now = world.house.clock.now();
    for (const { cast } of parts) if (openingOf(cast) <= now) await publishCall(world.house, cast.given);
    await play(world, { parts, ledger, onProgress: progress.show });
    progress.close();
    const played: PlayedCall<Call>[] = [];
    for (const read of calls) {
      const ended = await endOf(world, read.part, ledger, openingOf(read.part.cast));
      played.push({ read, ended });
    }
    await look(world, played);
  } finally {
    progress.close();
    await world.close();
  }
}
