import type { StatementSync } from "node:sqlite";
import { cursorOf, readCursor } from "../../../functions/adapters/cursor.ts";
import {
  BadCursor,
  type IndexName,
  type Item,
  type Key,
  type Page,
  type PageOptions,
  sortOf,
  type Table,
} from "../../../functions/adapters/table.ts";
import type { Database } from "../database/database.ts";
import { checkKeyValue, limits, ValidationException } from "./item.ts";
import { KnownItems } from "./known-items.ts";

/** In SQLite every blob comes after every text: a bound that no key reaches. */
const beyondAll = new Uint8Array([0]);

type Bound = string | typeof beyondAll;

interface IndexStatements {
  readonly forwards: StatementSync;
  readonly backwards: StatementSync;
}

/** What is read of the table, by key, by the beginning of the sort key, by an index, and page by page. */
export class Rows {
  readonly #known: KnownItems;
  readonly #get: StatementSync;
  readonly #all: StatementSync;
  readonly #forwards: StatementSync;
  readonly #backwards: StatementSync;
  readonly #indexes: Readonly<Record<IndexName, IndexStatements>>;

  constructor(database: Database) {
    this.#known = KnownItems.of(database);
    this.#get = database.prepare("SELECT body FROM item WHERE pk = ? AND sk = ?");
    this.#all = database.prepare("SELECT body FROM item ORDER BY pk, sk");
    const range = "SELECT body, size FROM item WHERE pk = ? AND sk";
    this.#forwards = database.prepare(`${range} >= ? AND sk > ? AND sk < ? ORDER BY sk LIMIT ?`);
    this.#backwards = database.prepare(`${range} >= ? AND sk < ? AND sk < ? ORDER BY sk DESC LIMIT ?`);
    this.#indexes = {
      pending: indexStatements(database, "pending"),
      inbox: indexStatements(database, "inbox"),
    };
  }

  get(key: Key): Item | undefined {
    const known = this.#known.get(key);
    if (known !== "unknown") return known;
    const row = this.#get.get(key.pk, key.sk);
    return row && this.#known.read(key, itemIn(row));
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  all(): Item[] {
    return this.#all.all().map(itemIn);
  }

  query(pk: string, prefix = ""): Item[] {
    checkKeyValue("pk", pk);
    const known = this.#known.query(pk, prefix);
    if (known !== "unknown") return known;
    const items = this.#forwards.all(pk, prefix, "", boundAfter(prefix), -1).map(itemIn);
    return prefix === "" ? this.#known.readAll(pk, items) : items;
  }

  page(
    pk: string,
    { prefix = "", after, limit, isReversed = false }: PageOptions & { readonly prefix?: string | undefined },
  ): Page {
    checkKeyValue("pk", pk);
    const start = after === undefined ? undefined : readCursor(after);
    if (start && (start.pk !== pk || !start.sk.startsWith(prefix))) throw new BadCursor();
    const from: Bound = start?.sk ?? (isReversed ? beyondAll : "");
    const statement = isReversed ? this.#backwards : this.#forwards;
    return pageOf(statement.iterate(pk, prefix, from, boundAfter(prefix), checked(limit)), limit, (item) =>
      cursorOf({ pk, sk: String(item.sk) }),
    );
  }

  index(name: IndexName, key: string, { upTo, limit }: { upTo?: string; limit?: number } = {}): Item[] {
    checkKeyValue(name, key);
    return this.#indexes[name].forwards.all(key, "", upTo || beyondAll, "", "", "", limit || -1).map(itemIn);
  }

  indexPage(
    name: IndexName,
    key: string,
    { from = "", upTo, after, limit, isReversed = false }: Parameters<Table["indexPage"]>[2],
  ): Page {
    checkKeyValue(name, key);
    const start = after === undefined ? undefined : readCursor(after);
    if (start && (start.sort === undefined || start.sort < from || (upTo && start.sort > upTo)))
      throw new BadCursor();
    const first: Bound = isReversed ? beyondAll : "";
    const { forwards, backwards } = this.#indexes[name];
    const rows = (isReversed ? backwards : forwards).iterate(
      key,
      from,
      upTo || beyondAll,
      start?.sort ?? first,
      start?.pk ?? first,
      start?.sk ?? first,
      checked(limit),
    );
    return pageOf(rows, limit, ({ pk, sk, [sortOf[name]]: sort }) =>
      cursorOf({ pk: String(pk), sk: String(sk) }, String(sort)),
    );
  }
}

function indexStatements(database: Database, name: IndexName): IndexStatements {
  const sort = sortOf[name];
  const read = (comparison: string, direction: string): StatementSync =>
    database.prepare(
      `SELECT body, size FROM item WHERE ${name} = ? AND ${sort} >= ? AND ${sort} <= ? AND (${sort}, pk, sk) ${comparison} (?, ?, ?)
       ORDER BY ${sort} ${direction}, pk ${direction}, sk ${direction} LIMIT ?`,
    );
  return { forwards: read(">", "ASC"), backwards: read("<", "DESC") };
}

function itemIn(row: object): Item {
  return JSON.parse(String("body" in row ? row.body : undefined));
}

/** A page ends where it has so many items, or one megabyte of them; then it says where it ended, as the service does. */
function pageOf(rows: Iterable<object>, limit: number, cursorAt: (item: Item) => string): Page {
  const items: Item[] = [];
  let size = 0;
  for (const row of rows) {
    const item = itemIn(row);
    items.push(item);
    size += "size" in row ? Number(row.size) : 0;
    if (items.length === limit || size >= limits.pageBytes) return { items, next: cursorAt(item) };
  }
  return { items };
}

function checked(limit: number): number {
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new ValidationException(`a page has one item at least, not ${limit}`);
}

const lastCodePoint = 0x10ffff;

/** The first text in the order of UTF-8 bytes, which is that of code points, after all that begin with a prefix. */
function boundAfter(prefix: string): Bound {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    if (last === lastCodePoint) continue;
    // Surrogates are no characters.
    return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
  }
  return beyondAll;
}
