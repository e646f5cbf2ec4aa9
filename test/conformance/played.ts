import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCall } from "../../functions/calls/publish.ts";
import { type LoadedCase, loadCase } from "../../functions/cases/load.ts";
import { silentLog } from "../../functions/log.ts";
import { openLedger } from "../../infra/local/rehearse/ledger.ts";
import { play } from "../../infra/local/rehearse/play.ts";
import { watchedTable } from "../../infra/local/rehearse/watched-table.ts";
import { type OpenedWorld, openingOf, openWorld } from "../../infra/local/rehearse/world.ts";
import type { ReadExample } from "../examples.ts";

/** Rehearses the example of a process to its end, and gives every case and call that there is by then to `look`. */
export async function played(
  { part }: Pick<ReadExample, "part">,
  look: (world: OpenedWorld, all: readonly LoadedCase[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-played-"));
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const refs = new Set<string>();
  const world = await openWorld(folder, openingOf(part.cast), ledger, silentLog, {
    watch: (table) =>
      watchedTable(table, {
        onWrite: () => undefined,
        onItem: (item) => item.sk === "head" && refs.add(String(item.pk)),
      }),
  });
  try {
    await publishCall(world.house, part.cast.given);
    await play(world, { parts: [part], ledger, onProgress: () => undefined });
    const all = await Promise.all([...refs].map((ref) => loadCase(world.house, ref)));
    await look(
      world,
      all.filter((loaded) => loaded !== undefined),
    );
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
}
