import { AsyncLocalStorage } from "node:async_hooks";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Engine } from "../../../functions/adapters/engine.ts";
import type { Table } from "../../../functions/adapters/table.ts";
import { functionCatalogue } from "../../../functions/catalogue.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { openWorld } from "../../../infra/local/rehearse/world.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { remembered } from "./remembered.ts";
import { roadNames, roadOf } from "./roads.ts";
import { triedAgain } from "./tried-again.ts";
import { TriedTable } from "./tried-table.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-once-swept-"));
afterAll(() => rmSync(folder, { recursive: true }));
const mostCuts = 20;

/** Machines that are only told, and stand still: so whoever asks twice is heard twice. What they were told goes with the rest of a try. */
function machinesOnTrial() {
  const told = new Set<string>();
  const heard = (...said: unknown[]) => {
    told.add(JSON.stringify(said));
    return { outcome: "delivered" } as const;
  };
  const engine: Engine = {
    start: async (...said) => {
      heard("start", ...said);
      return "started";
    },
    succeed: async (...said) => heard("succeed", ...said),
    interrupt: async (...said) => heard("interrupt", ...said),
    isRunning: async () => false,
    failureOf: async () => undefined,
  };
  return { engine, told };
}

it.each(roadNames)(
  "%s: a function that runs by the clock, cut off after any of its writes and begun again, tells and stores the same",
  async (name) => {
    const { opens, live } = await roadOf(name);
    const ledger = openLedger(join(folder, `${name}.jsonl`));
    const start = vilniusInstant(opens).toString({ smallestUnit: "millisecond" });
    const tables: TriedTable[] = [];
    const world = await openWorld(join(folder, name), start, ledger, undefined, {
      watch: (table: Table) => {
        const tried = new TriedTable(table);
        tables.push(tried);
        return tried.seen();
      },
    });
    const [table] = tables;
    if (!table) throw new Error("no table");
    const { house, local } = world;
    const trial = machinesOnTrial();
    const isOnTrial = new AsyncLocalStorage<true>();
    const machines = { ...house.engine };
    Object.assign(
      house.engine,
      Object.fromEntries(
        (["start", "succeed", "interrupt", "isRunning", "failureOf"] as const).map((verb) => [
          verb,
          (...said: unknown[]) =>
            Reflect.apply((isOnTrial.getStore() ? trial.engine : machines)[verb], undefined, said),
        ]),
      ),
    );
    const tries = triedAgain(
      table,
      mostCuts,
      async () => {
        trial.told.clear();
        const bringBack = await remembered(local.answers);
        return async () => {
          trial.told.clear();
          await bringBack();
        };
      },
      () => [...trial.told].sort(),
    );
    const { call } = local.functions;
    const tried = tries.trying(call, (...said) => isOnTrial.run(true, () => call(...said)));
    Object.assign(local.functions, {
      call: (...[called, event]: Parameters<typeof call>) =>
        (functionCatalogue[called].calledBy === "schedule" ? tried : call)(called, event),
    });
    try {
      await live(world, ledger);
    } finally {
      await world.close();
    }
    expect(tries.wrong.slice(0, 5)).toEqual([]);
    expect(tries.counted.tries).toBeGreaterThan(10);
    process.stdout.write(`${name}: ${JSON.stringify(tries.counted)}\n`);
  },
);
