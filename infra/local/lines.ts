import { join } from "node:path";
import { parseArgs } from "node:util";
import { inPieces } from "../../functions/adapters/in-pieces.ts";
import { allCalls } from "../../functions/calls/calls.ts";
import type { House } from "../../functions/house.ts";
import { idIn } from "../../functions/lines/keys.ts";
import { type Difference, differencesIn, rebuild } from "../../functions/lines/rebuild.ts";
import { figuresItem } from "../../functions/store/figures-item.ts";
import { figuresKey, idOf, refOfCase } from "../../functions/store/keys.ts";
import { liveClock } from "./clock.ts";
import { hasData, openDatabase } from "./data-folder.ts";
import { DatabaseError } from "./database/errors.ts";
import { openProgress } from "./progress.ts";
import { readSettings } from "./settings.ts";
import { adviceOn, StartFault } from "./start-fault.ts";
import { type LocalTable, openTable } from "./table/table.ts";

const usage =
  "npm run -s lines -- [--check] (the data folder is that of npm start; KELIAS_DATA names another)";

/**
 * `npm run lines`: makes the lists and figures of every call anew from its cases. With `--check` it says what differs and
 * changes nothing. Exit code 0 when nothing differed or all was made anew, 1 when something differs, 2 when it cannot be done.
 */
async function lines(): Promise<number> {
  const asked = askedIn(process.argv.slice(2));
  if (asked === undefined) return refuse(usage);
  const { dataFolder } = readSettings(process.env);
  if (!hasData(dataFolder)) return refuse(`${dataFolder}: there are no data. ${usage}`);
  const database = openDatabase(dataFolder, { survives: "powerCut" });
  try {
    const table = inPieces(openTable(database));
    const parts = { table, clock: liveClock(join(dataFolder, "clock.json")) };
    return asked.check ? await check(parts) : await makeAnew(parts);
  } finally {
    database.close();
  }
}

type Parts = Pick<House, "clock"> & { readonly table: LocalTable };

function askedIn(given: readonly string[]): { readonly check: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { check: { type: "boolean", default: false } },
    });
    return values;
  } catch {
    return undefined;
  }
}

async function makeAnew(parts: Parts): Promise<number> {
  const { calls, cases } = await withProgress(parts, async (callId, onCase) => {
    await rebuild(parts, callId, { onCase });
  });
  process.stdout.write(`lists and figures of ${cases} cases in ${calls} calls were made anew\n`);
  return 0;
}

async function check(parts: Parts): Promise<number> {
  const waiting = await waitingIn(parts);
  let [different, behind] = [0, 0];
  const { calls, cases } = await withProgress(parts, async (callId, onCase) => {
    for await (const found of differencesIn(parts, callId, onCase)) {
      if (waiting.explains(found)) {
        behind++;
        continue;
      }
      different++;
      process.stdout.write(`${callId}: ${sentences[found.what]} ${found.where}\n`);
    }
  });
  if (behind > 0)
    process.stdout.write(
      "some cases have changed since their lines were kept last; npm start brings them up to date by itself\n",
    );
  const verdict =
    different === 0 ? "nothing differs" : `${different} differences; npm run lines makes all anew`;
  process.stdout.write(`${cases} cases in ${calls} calls: ${verdict}\n`);
  return different === 0 ? 0 : 1;
}

const sentences: Readonly<Record<Difference["what"], string>> = {
  line: "the line is not what its case says:",
  missing: "an entry is missing:",
  stray: "an entry is too many:",
  figures: "the figures are not what the lines come to:",
};

/** What is behind only because the product was stopped before it was kept: it catches up when it is started. */
async function waitingIn({ table }: Parts): Promise<{ readonly explains: (found: Difference) => boolean }> {
  const refs = new Set((await table.changedRefs(Number.MAX_SAFE_INTEGER)).map(({ ref }) => ref));
  const uncounted = new Set<string>();
  for (const { pk } of await allCalls({ table })) {
    const item = await table.get(figuresKey(idOf(pk)));
    if (refs.size > 0 || (item && figuresItem.parse(item).pending !== undefined)) uncounted.add(idOf(pk));
  }
  return {
    explains: ({ what, where }) => {
      if (what === "figures") return uncounted.has(where);
      return refs.has(what === "line" ? where : refOfCase(idIn(where)));
    },
  };
}

/** Goes through every call, showing how many of all cases are behind it. */
async function withProgress(
  { table }: Parts,
  work: (callId: string, onCase: () => void) => Promise<void>,
): Promise<{ readonly calls: number; readonly cases: number }> {
  const calls = (await allCalls({ table })).map(({ pk }) => pk);
  let cases = 0;
  for (const call of calls) cases += await casesIn(table, call);
  const progress = openProgress(cases);
  let done = 0;
  try {
    for (const call of calls)
      await work(idOf(call), () => {
        done++;
        progress.show(done, `${idOf(call)}: ${done} of ${cases} cases`);
      });
  } finally {
    progress.close();
  }
  return { calls: calls.length, cases };
}

async function casesIn(table: LocalTable, call: string): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const { items, next } = await table.page(call, { limit: 500, after, prefix: "entry#" });
    count += items.length;
    after = next;
  } while (after !== undefined);
  return count;
}

function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 2;
}

try {
  process.exitCode = await lines();
} catch (error) {
  if (error instanceof DatabaseError) process.exitCode = refuse(error.message);
  else if (error instanceof StartFault) process.exitCode = refuse(adviceOn(error));
  else throw error;
}
