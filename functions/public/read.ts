import { Temporal } from "temporal-polyfill";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { isCurrent } from "../../workflows/kernel/open.ts";
import { BadCursor, type Item } from "../adapters/table.ts";
import type { House } from "../house.ts";
import { wordsIn } from "../lines/collation.ts";
import { callLineKey, lineKey } from "../lines/keys.ts";
import { refOfCase } from "../store/keys.ts";
import { openOfLine } from "../store/line-item.ts";
import type { OpenRow } from "../store/open-item.ts";
import { type PublicList, publicPartition, readPlace, type Shelf, wordPrefix, wordsOfRow } from "./keys.ts";

type Parts = Pick<House, "table" | "clock">;

/** Something that everybody may see, and the process and the call whose it is. */
export interface Shown {
  readonly row: OpenRow;
  readonly process: string;
  readonly callId: string;
}

/** Some of a shelf, and where the next begin. */
export interface ShownPage {
  readonly shown: readonly Shown[];
  readonly next?: string;
  /** There is more than a search looks through: it should say more. */
  readonly isCut?: true;
}

interface Query {
  /** Words of which each must begin a word of what is found. */
  readonly text?: string | undefined;
  /** Of the library: what has this tag. */
  readonly tag?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
}

const onPage = 50;
/** A search looks through so many entries. */
const most = 300;

/** As `pageOfShelf`; an `after` of no page of this shelf, which somebody has typed, begins anew. */
export async function pageOrFirst(house: Parts, shelf: Shelf, query: Query): Promise<ShownPage> {
  try {
    return await pageOfShelf(house, shelf, query);
  } catch (error) {
    if (!(error instanceof BadCursor)) throw error;
    return pageOfShelf(house, shelf, { ...query, after: undefined });
  }
}

/**
 * What stands on a shelf today, some at a time: the library from the newest on, a register by name. Throws a `BadCursor` for an
 * `after` of no page of this shelf.
 */
export async function pageOfShelf(house: Parts, shelf: Shelf, query: Query = {}): Promise<ShownPage> {
  const [word] = wordsIn(query.text ?? "").toSorted((a, b) => b.length - a.length);
  if (word !== undefined) return found(house, shelf, word, query);
  const isLibrary = "library" in shelf;
  const list = !isLibrary ? "registered" : query.tag === undefined ? "published" : "tagged";
  const prefix = isLibrary ? (query.tag === undefined ? "" : `${query.tag}#`) : `${shelf.register}#`;
  const { limit = onPage, after } = query;
  const { items, next } = await house.table.page(publicPartition(list), {
    prefix,
    limit,
    after,
    isReversed: isLibrary,
  });
  const shown = await currentAmong(house, items);
  return { shown, ...(next === undefined ? {} : { next }) };
}

/** So many entries a file holds at most: what an answer of Lambda has room for. */
const mostInFile = 5000;

/** Everything that stands on a shelf today, in its order. */
export async function* wholeShelf(house: Parts, shelf: Shelf): AsyncGenerator<Shown> {
  let after: string | undefined;
  let given = 0;
  do {
    const { shown, next } = await pageOfShelf(house, shelf, { after, limit: 100 });
    for (const one of shown) if (given++ < mostInFile) yield one;
    after = next;
  } while (after !== undefined && given < mostInFile);
}

/** What a call has published, the newest first. */
export async function publishedIn(house: Parts, callId: string, limit = onPage): Promise<readonly Shown[]> {
  const { items } = await house.table.page(publicPartition("publishedIn"), {
    prefix: `${callId}#`,
    limit,
    isReversed: true,
  });
  return currentAmong(house, items);
}

/** What has this number, also where nobody may read whose it is, and where its time is over. */
export async function withNumber(house: Parts, number: string): Promise<Shown | undefined> {
  const items = await house.table.query(publicPartition("numbered"), `${number}#`);
  return (await shownAmong(house, items))[0];
}

async function found(house: Parts, shelf: Shelf, word: string, query: Query): Promise<ShownPage> {
  const { items, next } = await house.table.page(publicPartition("shelved" satisfies PublicList), {
    prefix: wordPrefix(shelf, word),
    limit: most,
  });
  const wanted = wordsIn(query.text ?? "");
  const shown = (await currentAmong(house, items)).filter(
    ({ row }) =>
      wanted.every((begins) => wordsOfRow(row).some((known) => known.startsWith(begins))) &&
      (query.tag === undefined || (row.says?.as === "publication" && row.says.tags.includes(query.tag))),
  );
  return { shown, ...(next === undefined ? {} : { isCut: true as const }) };
}

/** The local day that it is. */
export const todayOf = ({ clock }: Pick<House, "clock">): string =>
  localDay(Temporal.Instant.from(clock.now())).toString();

/** Those that may be shown today: agreed to, and neither over nor still to come. */
async function currentAmong(house: Parts, items: readonly Item[]): Promise<readonly Shown[]> {
  const today = todayOf(house);
  const shown = await shownAmong(house, items);
  return shown.filter(({ row }) => row.says !== undefined && isCurrent(row, today));
}

/** What the lines behind entries say by now, each once; an entry that its line no longer knows shows nothing. */
async function shownAmong({ table }: Parts, items: readonly Item[]): Promise<readonly Shown[]> {
  const places = [
    ...new Map(items.map(({ sk }) => [readPlace(String(sk)).number, readPlace(String(sk))])).values(),
  ];
  const keys = new Map(
    places.map(
      ({ callId, id }) =>
        [`${callId}#${id}`, id === "" ? callLineKey(callId) : lineKey(callId, refOfCase(id))] as const,
    ),
  );
  const stored = await table.getMany([...keys.values()]);
  const lines = new Map(
    [...keys.keys()].flatMap((name, index) => {
      const item = stored[index];
      return item ? [[name, openOfLine.parse(item).line] as const] : [];
    }),
  );
  return places.flatMap(({ number, callId, id }) => {
    const line = lines.get(`${callId}#${id}`);
    const row = line?.open?.find((known) => known.number === number);
    return line && row ? [{ row, process: line.process, callId }] : [];
  });
}
