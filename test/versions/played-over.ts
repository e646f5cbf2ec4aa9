import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCall } from "../../functions/calls/publish.ts";
import { openLedger } from "../../infra/local/rehearse/ledger.ts";
import { type Part, play } from "../../infra/local/rehearse/play.ts";
import { type Ended, endOf } from "../../infra/local/rehearse/roads.ts";
import { openingOf, openWorld, type World } from "../../infra/local/rehearse/world.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { releaseOf } from "./release.ts";

export interface Release {
  /** It comes on the first instant after this day on which anything happens. */
  readonly on: string;
  readonly process: string;
  readonly change: (process: Process) => Process;
}

class Over extends Error {}

/** Plays a call through the real product, which lives on the same folder between each two releases. Whoever calls puts them back. */
export async function playedOver(
  part: Part,
  releases: readonly Release[],
): Promise<{ readonly ended: Ended; readonly came: number }> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-releases-"));
  writeFileSync(join(folder, "secret"), "5".repeat(64));
  const opens = openingOf(part.cast);
  let came = 0;
  try {
    for (const release of [...releases, undefined]) {
      const ledger = openLedger(join(folder, "applications.jsonl"));
      const world = await openWorld(folder, opens, ledger);
      const life: World = {
        ...world,
        advanceTo: async (instant) => {
          if (release && world.house.clock.now() >= release.on) throw new Over();
          await world.advanceTo(instant);
        },
      };
      try {
        await publishCall(world.house, part.cast.given);
        await play(life, { parts: [part], ledger, onProgress: () => undefined });
        return { ended: await endOf(world, part, ledger, opens), came };
      } catch (error) {
        if (!(error instanceof Over) || !release) throw error;
        came += 1;
        await releaseOf(release.process, release.change);
      } finally {
        await world.close();
      }
    }
    throw new Error("never over");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
