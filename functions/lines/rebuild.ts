import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Item, Key } from "../adapters/table.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { placesInPublic, readPlace } from "../public/keys.ts";
import { figuresItem } from "../store/figures-item.ts";
import { entryItem } from "../store/items.ts";
import { figuresKey, headKey, refOfCall } from "../store/keys.ts";
import { lineItem, openOfLine } from "../store/line-item.ts";
import { countFigures, linesOf } from "./figures.ts";
import { keepLine } from "./keep.ts";
import { type Keeping, keepingOfCall, keepingOfCase } from "./keeping.ts";
import {
  callLineKey,
  idIn,
  isPublic,
  type ListName,
  linesPartition,
  listNames,
  listPartition,
  making,
  placesIn,
} from "./keys.ts";
import { tally } from "./tally.ts";

type Parts = Pick<House, "table" | "clock">;
/** Whoever looks at each case before its line is made. */
type Look = (loaded: LoadedCase) => Promise<void>;

const atOnce = 100;
/** So many cases are made anew side by side. */
const sideBySide = 10;

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
      yield* differencesOf({ table }, ref, keepingOfCase(callId, ref));
      onCase();
    }
  }
  yield* differencesOf({ table }, refOfCall(callId), keepingOfCall(callId));
  for await (const stray of straysIn({ table }, callId)) yield { what: "stray", where: keyName(stray) };
  const item = await table.get(figuresKey(callId));
  const { figures } = item ? figuresItem.parse(item) : {};
  const counting = tally(figures?.at ?? "");
  for await (const line of linesOf({ table }, callId)) counting.add(line);
  const counted = counting.figures();
  if (figures ? !isDeepStrictEqual(figures, counted) : counted.cases > 0)
    yield { what: "figures", where: callId };
}

async function* differencesOf<L>(
  { table }: Pick<House, "table">,
  ref: string,
  keeping: Keeping<L>,
): AsyncGenerator<Difference> {
  const loaded = await loadCase({ table }, ref);
  const expected = loaded && keeping.made(loaded);
  if (expected === undefined) return;
  const stored = await table.get(keeping.key);
  const kept = stored && keeping.read(stored);
  const isSame = kept?.making === making && !kept.unsettled && isDeepStrictEqual(kept.line, expected);
  if (!isSame) yield { what: "line", where: ref };
  for (const entry of await missingOf({ table }, keeping.entriesOf(expected)))
    yield { what: "missing", where: keyName(entry) };
}

/** How far making anew has come: through the cases, then each list, then the lines. */
export const place = z.object({
  part: z.enum(["cases", ...listNames, "lines"]),
  /** Where the part goes on; without it at its beginning. */
  after: z.string().optional(),
});
export type Place = z.infer<typeof place>;

interface Pace {
  /** Where it goes on; without it, it begins. */
  readonly from?: Place | undefined;
  /** Is there no more time? Asked after each page. */
  readonly isOver?: () => boolean;
  /** Is told of each case. */
  readonly onCase?: () => void;
  readonly look?: Look;
  /** Waits until the next page may be read. */
  readonly turn?: () => Promise<void>;
}

/**
 * Makes everything that is kept of a call anew from its cases; what is right already stays as it is. Where it has to stop
 * before the end it says where to go on.
 */
export async function rebuild(house: Parts, callId: string, pace: Pace = {}): Promise<Place | undefined> {
  const { isOver = () => false, onCase = () => undefined, look = async () => undefined, turn } = pace;
  const parts = place.shape.part.options;
  let { part, after } = pace.from ?? { part: "cases" as const, after: undefined };
  for (;;) {
    await turn?.();
    after = await rebuildPage(house, callId, { part, after }, { onCase, look });
    if (after === undefined) {
      const next = parts[parts.indexOf(part) + 1];
      if (next === undefined) break;
      part = next;
    }
    if (isOver()) return { part, ...(after === undefined ? {} : { after }) };
  }
  await countFigures(house, callId);
  return undefined;
}

/** Makes one page of a part anew; where the next begins. */
async function rebuildPage(
  house: Parts,
  callId: string,
  { part, after }: Place,
  { onCase, look }: Required<Pick<Pace, "onCase" | "look">>,
): Promise<string | undefined> {
  if (part === "cases") {
    if (after === undefined) await rebuildOne(house, refOfCall(callId), keepingOfCall(callId));
    const { items, next } = await house.table.page(refOfCall(callId), {
      limit: atOnce,
      after,
      prefix: "entry#",
    });
    const refs = items.map((item) => entryItem.parse(item).ref);
    for (let from = 0; from < refs.length; from += sideBySide) {
      const some = refs.slice(from, from + sideBySide);
      await Promise.all(some.map((ref) => rebuildOne(house, ref, keepingOfCase(callId, ref), look)));
      for (const _ of some) onCase();
    }
    return next;
  }
  const { items, next } = await house.table.page(
    part === "lines" ? linesPartition(callId) : listPartition(callId, part),
    { limit: atOnce, after },
  );
  for (const stray of await straysAmong(house, callId, part, items)) await house.table.delete(stray);
  return next;
}

async function rebuildOne<L>(house: Parts, ref: string, keeping: Keeping<L>, look?: Look): Promise<void> {
  const loaded = await loadCase(house, ref);
  if (loaded) await look?.(loaded);
  const expected = loaded && keeping.made(loaded);
  const entries = expected === undefined ? [] : keeping.entriesOf(expected);
  await keepLine(house, ref, { unsure: await missingOf(house, entries) });
}

async function missingOf({ table }: Pick<House, "table">, entries: readonly Key[]): Promise<readonly Key[]> {
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
    for await (const items of pagesOf(table, listPartition(callId, list)))
      yield* await straysAmong({ table }, callId, list, items);
  }
  for await (const items of pagesOf(table, linesPartition(callId)))
    yield* await straysAmong({ table }, callId, "lines", items);
}

/** Those of a page of a list, or of lines. */
async function straysAmong(
  { table }: Pick<House, "table">,
  callId: string,
  part: ListName | "lines",
  items: readonly Item[],
): Promise<readonly Key[]> {
  if (part === "lines") {
    const refs = items.map((item) => lineItem.parse(item).line.ref);
    const heads = await table.getMany(refs.map(headKey));
    return items.flatMap(({ pk, sk }, index) => (heads[index] ? [] : [{ pk: String(pk), sk: String(sk) }]));
  }
  const pk = listPartition(callId, part);
  const entries = items
    .map(({ sk }) => ({ pk, sk: String(sk) }))
    .filter(({ sk }) => !isPublic(part) || readPlace(sk).callId === callId);
  const kept = await itemsFor(table, callId, entries);
  return entries.filter(({ sk }, index) => {
    const item = kept[index];
    if (!item) return true;
    const places = isPublic(part)
      ? placesInPublic(part, openOfLine.parse(item).line)
      : placesIn(part, lineItem.parse(item).line);
    return !places.includes(sk);
  });
}

/** The line behind each entry, of a case or of the call itself. */
async function itemsFor(
  table: House["table"],
  callId: string,
  entries: readonly Key[],
): Promise<readonly (Item | undefined)[]> {
  const ids = entries.map(({ sk }) => idIn(sk));
  const keys = new Map(
    ids.map((id) => [id, id === "" ? callLineKey(callId) : { pk: linesPartition(callId), sk: id }] as const),
  );
  const found = await table.getMany([...keys.values()]);
  const items = new Map([...keys.keys()].map((id, index) => [id, found[index]]));
  return ids.map((id) => items.get(id));
}

async function* pagesOf(table: House["table"], pk: string, prefix?: string): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const { items, next } = await table.page(pk, { limit: atOnce, after, prefix });
    yield items;
    after = next;
  } while (after !== undefined);
}
