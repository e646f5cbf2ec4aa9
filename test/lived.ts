import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCall } from "../functions/calls/publish.ts";
import { type LoadedCase, loadCase } from "../functions/cases/load.ts";
import { casePath, taskPath } from "../functions/links.ts";
import { openLedger } from "../infra/local/rehearse/ledger.ts";
import { play } from "../infra/local/rehearse/play.ts";
import { type Ended, endOf } from "../infra/local/rehearse/roads.ts";
import { openingOf, openWorld } from "../infra/local/rehearse/world.ts";
import type { Example } from "../workflows/kernel/rehearsal.ts";
import { readExample } from "./examples.ts";

class Reached extends Error {}

/** The files of a call, whose people live as these say until a test does something that stands in none. */
export async function lived(files: Example) {
  const folder = mkdtempSync(join(tmpdir(), "kelias-lived-"));
  writeFileSync(join(folder, "secret"), "5".repeat(64));
  const { part } = await readExample(files);
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const opens = openingOf(part.cast);
  const world = await openWorld(folder, opens, ledger);
  await publishCall(world.house, part.cast.given);
  const { house } = world;
  const parts = { parts: [part], ledger, onProgress: () => undefined };

  const refOf = (name: string): string => {
    const line = part.cast.rows.find((row) => row.name === name)?.line ?? 0;
    return ledger.resultOf(part.call.id, line)?.ref ?? "";
  };
  const caseOf = async (name: string): Promise<LoadedCase> => {
    const loaded = await loadCase(house, refOf(name));
    if (!loaded) throw new Error(`no case of ${name}`);
    return loaded;
  };
  return {
    world,
    part,
    refOf,
    caseOf,
    /** Everybody does as the files say before a local day; at eleven on it the test goes on. */
    until: async (day: string): Promise<void> => {
      const untilThen = {
        ...world,
        advanceTo: async (instant: string) => {
          if (instant > day) throw new Reached();
          await world.advanceTo(instant);
        },
      };
      await play(untilThen, parts).catch((error: unknown) => {
        if (!(error instanceof Reached)) throw error;
      });
      await world.advanceTo(`${day}T08:00:00.000Z`);
      await world.settle();
    },
    /** Time passes, and nobody does anything. */
    silentUntil: async (day: string): Promise<void> => {
      await world.advanceTo(`${day}T08:00:00.000Z`);
      await world.settle();
    },
    /** Everybody goes on as the files say, to the end. */
    toTheEnd: async (): Promise<Ended> => {
      await world.settle();
      await play(world, parts);
      return endOf(world, part, ledger, opens);
    },
    /** The link of whoever is asked something in somebody's case, the latest. */
    linkTo: async (name: string, state: string): Promise<string> => {
      const { tasks } = await caseOf(name);
      const task = tasks.findLast((one) => one.state === state && one.status === "open");
      if (!task) throw new Error(`nobody is asked ${state} in the case of ${name}`);
      return taskPath(house.config.linkSecret, task);
    },
    /** The page of a case that whoever applied has a link to. */
    pageOf: (name: string): string => casePath(house.config.linkSecret, refOf(name)),
    close: async (): Promise<void> => {
      await world.close();
      rmSync(folder, { recursive: true });
    },
  };
}
export type Lived = Awaited<ReturnType<typeof lived>>;
