import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Delivery } from "../../../functions/adapters/engine.ts";
import type { Table } from "../../../functions/adapters/table.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { watchedTable } from "../../../infra/local/rehearse/watched-table.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { postingsOf } from "../../../workflows/kernel/ledger.ts";
import { roadNames, roadOf } from "./roads.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-words-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The machine has taken it, and the answer that says so is lost. */
class LostAnswer extends Error {
  override readonly name = "LostAnswer";
}

/** Loses the answer to each delivery to a machine once. */
function loseAnswers({ house: { engine } }: OpenedWorld): { lost: number } {
  const counted = { lost: 0 };
  const known = new Set<string>();
  const losing =
    <Rest extends unknown[]>(deliver: (token: string, ...rest: Rest) => Promise<Delivery>) =>
    async (token: string, ...rest: Rest): Promise<Delivery> => {
      const delivery = await deliver(token, ...rest);
      if (delivery.outcome === "stale" || known.has(token)) return delivery;
      known.add(token);
      counted.lost += 1;
      throw new LostAnswer();
    };
  Object.assign(engine, { succeed: losing(engine.succeed), interrupt: losing(engine.interrupt) });
  return counted;
}

/** Which way each case went: its states in order with what came of each, and how it ended. */
async function waysOf(
  name: string,
  way: string,
  prepare: (world: OpenedWorld) => { lost: number },
  beneath: (table: Table) => Table = (table) => table,
) {
  const { opens, live } = await roadOf(name);
  const ledger = openLedger(join(folder, `${name}-${way}.jsonl`));
  const start = vilniusInstant(opens).toString({ smallestUnit: "millisecond" });
  const refs = new Set<string>();
  const data = join(folder, `${name}-${way}`, "data");
  // The same secret gives both the same codes of cases, and so the same reviewers.
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, "secret"), "0".repeat(64));
  const world = await openWorld(data, start, ledger, undefined, {
    watch: (stored) => {
      // What was stored is seen where it is, below a client that says "refused" of its own second writing.
      const seen = watchedTable(stored, { onWrite: () => undefined, onItem: ledger.noteItem });
      const table = beneath(seen);
      return {
        ...table,
        put: (item, options) => {
          if (item.sk === "head" && item.pk.startsWith("case#")) refs.add(item.pk);
          return table.put(item, options);
        },
      };
    },
  });
  try {
    const { lost } = await (async () => {
      const counted = prepare(world);
      await live(world, ledger);
      return counted;
    })();
    const ways: Record<string, unknown> = {};
    for (const ref of [...refs].toSorted()) {
      const loaded = await loadCase(world.house, ref);
      if (!loaded) throw new Error(`no ${ref}`);
      const stations = [
        ...loaded.records.map(({ visit, state, outcome }) => ({ visit, state, outcome })),
        ...loaded.tasks.map(({ visit, state, part = "", outcome = "" }) => ({ visit, state, part, outcome })),
      ];
      ways[ref] = {
        ended: loaded.entry?.state,
        heard: loaded.head.heard,
        stations: stations.map((station) => Object.values(station).join(" ")).toSorted(),
        money: postingsOf(loaded.process.money, loaded.file).map(({ at: _, ...posting }) => posting),
      };
    }
    return { ways, lost };
  } finally {
    await world.close();
  }
}

it.each(roadNames)(
  "%s: what a machine was told is carried out once, though it could not say that it had heard",
  async (name) => {
    const undisturbed = await waysOf(name, "undisturbed", () => ({ lost: 0 }));
    const disturbed = await waysOf(name, "disturbed", loseAnswers);
    expect(disturbed.lost).toBeGreaterThan(0);
    expect(disturbed.ways).toEqual(undisturbed.ways);
  },
);

/** A client that has lost the first answer to each conditional write, and says what came of the second. */
const repeating = (table: Table): Table => ({
  ...table,
  put: async (item, options) => {
    const first = await table.put(item, options);
    return options?.ifAbsent ? table.put(item, options) : first;
  },
  change: async (key, change) => {
    const first = await table.change(key, change);
    return change.when ? table.change(key, change) : first;
  },
});

it.each(roadNames)(
  "%s: nobody takes their own write for another's, though the table's client writes each twice",
  async (name) => {
    const undisturbed = await waysOf(name, "told", () => ({ lost: 0 }));
    const disturbed = await waysOf(name, "repeated", () => ({ lost: 0 }), repeating);
    expect(disturbed.ways).toEqual(undisturbed.ways);
  },
);
