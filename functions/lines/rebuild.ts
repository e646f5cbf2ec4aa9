import { isDeepStrictEqual } from "node:util";
import type { Item, Key } from "../adapters/table.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { figuresItem } from "../store/figures-item.ts";
import { entryItem } from "../store/items.ts";
import { figuresKey, refOfCall } from "../store/keys.ts";
import { type Line, lineItem } from "../store/line-item.ts";
import { countFigures, linesOf } from "./figures.ts";
import { keepLine } from "./keep.ts";
import {
  entriesOf,
  idIn,
  lineKey,
  linesPartition,
  listNames,
  listPartition,
  making,
  placesIn,
} from "./keys.ts";
import { lineOf } from "./line.ts";
import { tally } from "./tally.ts";

type Parts = Pick<House, "table" | "clock">;

const atOnce = 100;

const keyName = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Something that is kept of a call and is not what its cases say. */
export interface Difference {
  readonly what: "line" | "missing" | "stray" | "figures";
  /** The case, or the key of the entry. */
  readonly where: string;
}

/**
 * Compares everything that is kept of a call with its cases: each line, each entry in each list, and the figures. Reads a page
 * at a time, so a call of any size fits into memory. `onCase` is told of each case.
 */
export async function* differencesIn(
  { table }: Parts,
  callId: string,
  onCase: () => void = () => undefined,
): AsyncGenerator<Difference> {
  for await (const refs of refsOf({ table }, callId)) {
    for (const ref of refs) {
      const loaded = await loadCase({ table }, ref);
      const expected = loaded && lineOf(loaded);
      const stored = await table.get(lineKey(callId, ref));
      const kept = stored && lineItem.parse(stored);
      const isSame = kept?.making === making && !kept.unsettled && isDeepStrictEqual(kept.line, expected);
      if (expected && !isSame) yield { what: "line", where: ref };
      const missing = expected ? await missingOf({ table }, expected) : [];
      for (const entry of missing) yield { what: "missing", where: keyName(entry) };
      onCase();
    }
  }
  for await (const stray of straysIn({ table }, callId)) yield { what: "stray", where: keyName(stray) };
  const item = await table.get(figuresKey(callId));
  const { figures } = item ? figuresItem.parse(item) : {};
  const counting = tally(figures?.at ?? "");
  for await (const line of linesOf({ table }, callId)) counting.add(line);
  const counted = counting.figures();
  if (figures ? !isDeepStrictEqual(figures, counted) : counted.cases > 0)
    yield { what: "figures", where: callId };
}

/** Makes everything that is kept of a call anew from its cases; what is right already stays as it is. */
export async function rebuild(
  house: Parts,
  callId: string,
  onCase: () => void = () => undefined,
): Promise<void> {
  for await (const refs of refsOf(house, callId)) {
    for (const ref of refs) {
      const loaded = await loadCase(house, ref);
      const expected = loaded && lineOf(loaded);
      await keepLine(house, ref, expected ? await missingOf(house, expected) : []);
      onCase();
    }
  }
  for await (const stray of straysIn(house, callId)) await house.table.delete(stray);
  await countFigures(house, callId);
}

async function missingOf({ table }: Pick<House, "table">, line: Line): Promise<readonly Key[]> {
  const entries = entriesOf(line);
  const found = await table.getMany(entries);
  return entries.filter((_, index) => found[index] === undefined);
}

async function* refsOf({ table }: Pick<House, "table">, callId: string): AsyncGenerator<readonly string[]> {
  const pages = pagesOf(table, refOfCall(callId), "entry#");
  for await (const items of pages) yield items.map((item) => entryItem.parse(item).ref);
}

/** Entries of the lists, and lines, that no case of the call stands behind. */
async function* straysIn({ table }: Pick<House, "table">, callId: string): AsyncGenerator<Key> {
  for (const list of listNames) {
    const pk = listPartition(callId, list);
    for await (const items of pagesOf(table, pk)) {
      const entries = items.map(({ sk }) => ({ pk, sk: String(sk) }));
      const lines = await linesFor(table, callId, entries);
      for (const [index, entry] of entries.entries()) {
        const line = lines[index];
        if (!line || !placesIn(list, line).includes(entry.sk)) yield entry;
      }
    }
  }
  for await (const items of pagesOf(table, linesPartition(callId))) {
    for (const item of items) {
      const { line, pk, sk } = lineItem.parse(item);
      if (!(await loadCase({ table }, line.ref))) yield { pk, sk };
    }
  }
}

async function linesFor(
  table: House["table"],
  callId: string,
  entries: readonly Key[],
): Promise<(Line | undefined)[]> {
  const keys = new Map(
    entries.map(({ sk }) => [idIn(sk), { pk: linesPartition(callId), sk: idIn(sk) }] as const),
  );
  const found = await table.getMany([...keys.values()]);
  const lines = new Map([...keys.keys()].map((id, index) => [id, found[index]]));
  return entries.map(({ sk }) => {
    const item = lines.get(idIn(sk));
    return item && lineItem.parse(item).line;
  });
}

async function* pagesOf(table: House["table"], pk: string, prefix?: string): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const { items, next } = await table.page(pk, { limit: atOnce, after, prefix });
    yield items;
    after = next;
  } while (after !== undefined);
}
