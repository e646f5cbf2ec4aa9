import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishCall } from "../../../../functions/calls/publish.ts";
import type { ReadCall } from "../../../../infra/local/rehearse/call-file.ts";
import { openLedger } from "../../../../infra/local/rehearse/ledger.ts";
import { type Part, play } from "../../../../infra/local/rehearse/play.ts";
import { type Ended, endOf } from "../../../../infra/local/rehearse/roads.ts";
import { openingOf, openWorld, type World } from "../../../../infra/local/rehearse/world.ts";

interface Call {
  readonly read: ReadCall;
  readonly part: Part;
}

/**
 * Plays calls in a folder by one clock; `lives` says after how many leaps of time each life but the last ends, as if the process
 * were killed and begun again.
 */
export async function playInLives(
  folder: string,
  calls: readonly Call[],
  lives: readonly number[] = [],
): Promise<readonly Ended[]> {
  mkdirSync(folder, { recursive: true });
  // From it come the identifiers of cases: with another one the same file is another rehearsal.
  writeFileSync(join(folder, "secret"), "5".repeat(64));
  const [first] = calls;
  if (!first) throw new Error("no call");
  const opens = openingOf(first.part.cast);
  for (const leaps of [...lives, Number.POSITIVE_INFINITY]) {
    const ledger = openLedger(join(folder, "applications.jsonl"));
    const world = await openWorld(folder, opens, ledger);
    try {
      for (const { part } of calls) await publishCall(world.house, part.cast.given);
      const parts = calls.map(({ part }) => part);
      await play(killedAfter(world, leaps), { parts, ledger, onProgress: () => undefined });
      return await Promise.all(parts.map((part) => endOf(world, part, ledger, opens)));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    } finally {
      await world.close();
    }
  }
  throw new Error("never over");
}

class Killed extends Error {}

function killedAfter(world: World, leaps: number): World {
  let left = leaps;
  return {
    ...world,
    advanceTo: async (instant) => {
      if (left-- === 0) throw new Killed();
      await world.advanceTo(instant);
    },
  };
}
