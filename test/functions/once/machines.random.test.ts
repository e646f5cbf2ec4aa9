import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Table } from "../../../functions/adapters/table.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { openWorld } from "../../../infra/local/rehearse/world.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { times } from "../../thoroughness.ts";
import { remembered } from "./remembered.ts";
import { roadNames, roadOf } from "./roads.ts";
import { type Tries, triedAgain } from "./tried-again.ts";
import { TriedTable } from "./tried-table.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-once-"));
afterAll(() => rmSync(folder, { recursive: true }));
/** Whoever asks for a page meanwhile waits for the table, and a request is given up after fifteen seconds. */
const mostCuts = times(2, 40);

it.each(roadNames)(
  "%s: a function that is cut off after any of its writes and called again comes to the same",
  async (name) => {
    const { opens, live } = await roadOf(name);
    const ledger = openLedger(join(folder, `${name}.jsonl`));
    const start = vilniusInstant(opens).toString({ smallestUnit: "millisecond" });
    let tried: TriedTable | undefined;
    let tries: Tries | undefined;
    const world = await openWorld(join(folder, name), start, ledger, undefined, {
      watch: (table: Table) => {
        tried = new TriedTable(table);
        return tried.seen();
      },
      between: (call) => (called, event) => {
        if (!tried) throw new Error("a function is called before there is a table");
        tries ??= triedAgain(tried, mostCuts, () => remembered(world.local.answers));
        return tries.between(call)(called, event);
      },
    });
    try {
      await live(world, ledger);
    } finally {
      await world.close();
    }
    expect(tries?.wrong.slice(0, 5)).toEqual([]);
    expect(tries?.counted.tries).toBeGreaterThan(10);
    process.stdout.write(`${name}: ${JSON.stringify(tries?.counted)}\n`);
  },
);
